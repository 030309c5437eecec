"""The window in which an editor writes a footnote."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.modal_workflow import render_modal_workflow

FOOTNOTE_FORM = "footnote_form"
LONGEST_NOTE = 1000


class FootnoteForm(forms.Form):
    """A note's text; addresses in it become links on the page."""

    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Printed at the end of the story, numbered by itself. An address in it becomes a link."),
    )

    def clean_note(self) -> str:
        return " ".join(self.cleaned_data["note"].split())


def footnote_form(request: HttpRequest) -> HttpResponse:
    """Show the form, or hand the finished note back to the editor. `note` in the query fills the form."""
    form = FootnoteForm(request.POST or None, initial={"note": request.GET.get("note", "")[:LONGEST_NOTE]})
    if request.method == "POST" and form.is_valid():
        result = {"step": "footnote_chosen", "result": {"note": form.cleaned_data["note"]}}
        return render_modal_workflow(request, None, None, None, json_data=result)
    return render_modal_workflow(request, "desk/footnote_form.html", None, {"form": form}, json_data={"step": "form"})


@hooks.register("register_admin_urls")
def footnote_urls():
    """At the admin's own addresses, for signed-in editors only."""
    return [path("footnote/", footnote_form, name=FOOTNOTE_FORM)]
