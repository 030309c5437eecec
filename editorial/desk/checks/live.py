"""Checking a page while it is written: the form comes in as it stands, the rules' list goes back. Nothing is saved."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from editorial.checks import Problem


class LiveChecksMixin:
    """Over the framework's previews, which make an unsaved page of a form in the same way."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        try:
            form = self.get_form(request.POST)
            is_readable = self.validate_form(form)
            unreadable = [] if is_readable else unread_fields(form)
        except ValidationError as error:
            # A new page's address is looked at before there is a form to show it on.
            return answer((), error.messages)
        except (KeyError, ValueError):
            # Half a form: blocks without their number, numbers that are none.
            return answer((), [_("The form is not complete.")])
        if not is_readable:
            return answer((), unreadable)
        return answer(self.checked(form).all_problems())

    def checked(self, form):
        """The page as it would be saved, with its own title where the preview puts a word in its place."""
        page = form.save(commit=False)
        page.title = self.request.POST.get("title", "")
        if hasattr(page, "settle_body"):
            page.settle_body()
        return page


class LiveChecks(LiveChecksMixin, PreviewOnEditView):
    """Of a page that exists."""


class LiveChecksOfNewPage(LiveChecksMixin, PreviewOnCreateView):
    """Of a page that has not been saved yet."""

    def get_object(self):
        page = super().get_object()
        page.intended_parent = page.get_parent()
        return page


def unread_fields(form) -> list[str]:
    """What the form could not read, in words: the field and its complaint."""
    found = [f"{label_of(form, name)}: {message}" for name, messages in plain(form.errors) for message in messages]
    for name, formset in form.formsets.items():
        if not formset.is_valid():
            found.append(_("%(rows)s: some rows are not complete.") % {"rows": name.replace("_", " ").capitalize()})
    return found


def plain(errors: Mapping) -> Iterable[tuple[str, list[str]]]:
    """Errors as lines of text; those of a body are too many to be said here and stand at their blocks."""
    for name, found in errors.items():
        words = [str(message) for message in found if isinstance(message, str) and message]
        yield name, words or [_("something is not as it should be.")]


def label_of(form, name: str) -> str:
    """A field's label."""
    return str(form.fields[name].label) if name in form.fields else _("Form")


def answer(problems: Iterable[Problem], unreadable: Iterable[str] = ()) -> JsonResponse:
    """The list as HTML, and how many errors and warnings are in it."""
    problems, unreadable = list(problems), list(unreadable)
    errors = sum(problem.stops for problem in problems)
    return JsonResponse(
        {
            "html": render_to_string("desk/checks/list.html", {"problems": problems, "unreadable": unreadable}),
            "errors": errors,
            "warnings": len(problems) - errors,
            "is_readable": not unreadable,
        }
    )


@hooks.register("register_admin_urls")
def live_urls():
    """At the admin's own addresses, for those who may edit or add the page."""
    return [
        path("desk/checks/<int:page_id>/", LiveChecks.as_view(), name="desk_checks_of_page"),
        path(
            "desk/checks/new/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
            LiveChecksOfNewPage.as_view(),
            name="desk_checks_of_new_page",
        ),
    ]
