"""Checking a page while it is written: the form comes in as it stands, the rules' list goes back. Nothing is saved."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from wagtail import hooks
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from editorial.checks import Problem


class LiveChecksMixin:
    """Over the framework's previews, which find an unsaved page and ask who may work on it in the same way."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        parent = self.object.get_parent().specific
        form_class = self.object.get_edit_handler().get_form_class()
        try:
            form = form_class(request.POST, instance=self.object, parent_page=parent, for_user=request.user)
            form.is_readable()
        except (KeyError, ValueError):
            # Half a form: blocks without their number, numbers that are none.
            return answer((), is_complete=False)
        return answer(form.all_problems())


class LiveChecks(LiveChecksMixin, PreviewOnEditView):
    """Of a page that exists."""


class LiveChecksOfNewPage(LiveChecksMixin, PreviewOnCreateView):
    """Of a page that has not been saved yet."""

    def get_object(self):
        page = super().get_object()
        page.intended_parent = page.get_parent()
        return page


def answer(problems: Iterable[Problem], *, is_complete: bool = True) -> JsonResponse:
    """The list as HTML, and how many errors and warnings are in it."""
    problems = list(problems)
    errors = sum(problem.stops for problem in problems)
    said = render_to_string("desk/checks/list.html", {"problems": problems, "is_complete": is_complete})
    counts = {"errors": errors, "warnings": len(problems) - errors}
    return JsonResponse({"html": said, "is_complete": is_complete, **counts})


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
