"""The form that puts an entry on another day."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DueForm(forms.Form):
    """A day; empty takes the due date off."""

    day = forms.DateField(
        label=_("Due on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class HourForm(forms.Form):
    """A day and an hour of the newsroom's clock."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hour = forms.TimeField(
        label=_("Hour"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("By the newsroom's clock."),
    )

    def clean(self):
        cleaned = super().clean()
        if "day" in cleaned and "hour" in cleaned:
            moment = datetime.datetime.combine(cleaned["day"], cleaned["hour"])
            cleaned["at"] = timezone.make_aware(moment)
            if not is_on_the_clock(moment, cleaned["at"]):
                self.add_error("hour", _("The clocks go forward over this hour. Choose the one before or after."))
            elif cleaned["at"] <= timezone.now():
                self.add_error("day", _("This hour has passed. Choose one to come."))
        return cleaned


def is_on_the_clock(moment: datetime.datetime, at: datetime.datetime) -> bool:
    """Whether the newsroom's clock shows this moment at all: an hour is left out in spring."""
    there_and_back = at.astimezone(datetime.UTC).astimezone(timezone.get_default_timezone())
    return there_and_back.replace(tzinfo=None) == moment
