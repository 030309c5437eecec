"""Copying pages and making aliases of them: a clear answer in the form for everything that can't be."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.pages.copy import CopyView
from wagtail.models import Page

from editorial.actions.lineage import copy_problems
from editorial.checks import Problem, PublishRefused
from editorial.desk.refusals import tell


class GatedCopyForm(CopyForm):
    """The copy form with the page's own limits, and the gate before copies that go live at once.

    `problems` holds what the gate objected to.
    """

    problems: list[Problem] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, model_field in (("new_title", "title"), ("new_slug", "slug")):
            limit = Page._meta.get_field(model_field).max_length
            field = self.fields[name]
            field.max_length = limit
            field.validators.append(forms.fields.validators.MaxLengthValidator(limit))
            field.widget.attrs["maxlength"] = str(limit)

    def clean(self):
        cleaned = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent is None:
            return cleaned
        self.clean_address(parent, cleaned.get("new_slug") or "")
        if cleaned.get("publish_copies") and not cleaned.get("alias") and not self.errors:
            self.problems = copy_problems(self.page, parent, bool(cleaned.get("copy_subpages")))
            for problem in self.problems:
                self.add_error("publish_copies", str(problem))
        return cleaned

    def clean_address(self, parent: Page, slug: str) -> None:
        """A copy may not take a fixed address of the site either."""
        copy = self.page.specific_class(title=self.page.title)
        copy.intended_parent = parent
        message = copy.address_problem(slug)
        if message:
            self.add_error("new_slug", message)


class GatedCopyView(CopyView):
    """Copying a page with what is under it, whole or not at all."""

    no_parent = gettext_lazy("Choose the page under which the copy will stand.")

    def get_form_class(self):
        return GatedCopyForm

    def post(self, request, page_id, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        try:
            form.fields["new_parent_page"].clean(request.POST.get("new_parent_page"))
        except ValidationError:
            # Wagtail's view looks the parent up before it asks the form, and can't draw a parent that is none.
            form.data = form.data.copy()
            form.data["new_parent_page"] = str(self.parent_page.pk)
            form.add_error("new_parent_page", self.no_parent)
            return self.form_invalid(form)
        return super().post(request, page_id, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except PublishRefused as refusal:
            form.problems = refusal.problems
            form.add_error("publish_copies", _("Another editor was quicker."))
            return self.form_invalid(form)

    def form_invalid(self, form) -> HttpResponse:
        if form.problems:
            tell(self.request, _("Nothing was copied. Copy without publishing, then change the copy."), form.problems)
        return super().form_invalid(form)
