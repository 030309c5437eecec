"""The form of a page's card."""

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput, AdminDateTimeInput

from editorial.models import DeskCard


class DeskCardForm(WagtailAdminModelForm):
    """Due date, embargo and a note for colleagues."""

    class Meta:
        model = DeskCard
        fields = ("due_on", "embargo_until", "note")
        widgets = {
            "due_on": AdminDateInput,
            "embargo_until": AdminDateTimeInput,
            "note": AdminAutoHeightTextInput,
        }
