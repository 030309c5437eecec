"""The form of a page's card."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from editorial.models import DeskCard


class DeskCardForm(WagtailAdminModelForm):
    """Due date, embargo and a note for colleagues. The browser's own date fields: nobody need guess which way round."""

    class Meta:
        model = DeskCard
        fields = ("due_on", "embargo_until", "note")
        widgets = {
            "due_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "embargo_until": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "note": AdminAutoHeightTextInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What those fields send, and no other order of the same numbers.
        self.fields["due_on"].input_formats = ["%Y-%m-%d"]
        self.fields["embargo_until"].input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
