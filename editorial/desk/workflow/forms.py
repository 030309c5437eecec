"""The form of a page's card, and what is asked of whoever requests changes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.forms import TaskStateCommentForm

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


class ReasonForm(TaskStateCommentForm):
    """The comment of somebody who requests changes: without one its writer would not know which."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = True
        self.fields["comment"].error_messages["required"] = _("Say what should change: the writer reads it.")
