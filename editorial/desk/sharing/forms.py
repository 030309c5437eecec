"""The form that makes a share link."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models import ShareLink

LATEST, FIXED = "latest", "fixed"


class ShareLinkForm(forms.ModelForm):
    """For whom, for how long, and whether the reader sees what is written later."""

    days = forms.TypedChoiceField(
        label=_("Open for"),
        coerce=int,
        initial=7,
        choices=[(1, _("a day")), (3, _("three days")), (7, _("a week")), (14, _("two weeks")), (30, _("thirty days"))],
    )
    shows = forms.ChoiceField(
        label=_("Shows"),
        initial=LATEST,
        choices=[(LATEST, _("the latest version")), (FIXED, _("today’s version"))],
    )

    class Meta:
        model = ShareLink
        fields = ("label",)

    def expires_at(self, at: datetime.datetime | None = None) -> datetime.datetime:
        """When the link closes."""
        return (at or timezone.now()) + datetime.timedelta(days=self.cleaned_data["days"])

    @property
    def is_fixed(self) -> bool:
        """Whether the link keeps showing today's version."""
        return self.cleaned_data["shows"] == FIXED
