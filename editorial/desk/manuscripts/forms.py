"""The form that takes a manuscript: a file, or what was pasted."""

import nh3
from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.manuscripts import wording
from editorial.manuscripts.limits import LARGEST_FILE, MEGABYTE
from editorial.manuscripts.reading import HTML, Source, check_size
from editorial.manuscripts.refusals import ManuscriptRefused

ACCEPTED = ".docx,.md,.markdown,.html,.htm,.txt"


class ManuscriptForm(forms.Form):
    """One manuscript. `source()` gives it to the import."""

    manuscript = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "data-most-bytes": LARGEST_FILE}),
        help_text=gettext_lazy("Word (.docx), Markdown, HTML or plain text, up to %(most)s MB.")
        % {"most": LARGEST_FILE // MEGABYTE},
    )
    pasted = forms.CharField(
        label=gettext_lazy("Or paste it"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy("From Word, Google Docs or a web page; or Markdown, HTML or plain text as typed."),
    )
    pasted_as = forms.ChoiceField(
        choices=[("", ""), (HTML, HTML)], required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def clean_manuscript(self):
        file = self.cleaned_data["manuscript"]
        if file is not None:
            try:
                check_size(file.size)
            except ManuscriptRefused as refused:
                raise ValidationError(wording.refusal(refused), code=refused.reason) from refused
        return file

    def clean(self):
        cleaned = super().clean()
        file, pasted = cleaned.get("manuscript"), cleaned.get("pasted", "").strip()
        if file and pasted:
            raise ValidationError(_("Choose a file or paste a text, not both: which one is the manuscript?"))
        if not file and not pasted and not self.errors:
            raise ValidationError(_("Choose a file, or paste the text."))
        return cleaned

    def source(self) -> Source:
        """The manuscript as it came. Call it on a valid form."""
        file = self.cleaned_data["manuscript"]
        if file:
            return Source(file.read(), file.name)
        return Source(self.cleaned_data["pasted"].encode(), kind=self.cleaned_data["pasted_as"])

    def shown_again(self) -> str:
        """Pasted rich text for a second look, made harmless: it stands in the page itself."""
        if self["pasted_as"].value() != HTML:
            return ""
        pasted = nh3.clean(self["pasted"].value() or "", url_schemes={"http", "https", "mailto", "tel", "data"})
        return mark_safe(pasted)  # noqa: S308 - cleaned above

    def refuse(self, refused: ManuscriptRefused) -> None:
        """Say beside the field why the manuscript was not read."""
        field = "manuscript" if self.cleaned_data.get("manuscript") else "pasted"
        self.add_error(field, wording.refusal(refused))
