"""Publishing several pages at once: what the gate refuses is listed before anything is published."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from editorial.checks import Problem, PublishRefused
from editorial.desk.refusals import tell


class GatedPublishBulkAction(PublishBulkAction):
    """The confirmation names the refused pages with their reasons; confirming publishes only the others.

    Should one be refused after all (two drafts of the same batch with one style code), nothing is published.
    """

    template_name = "desk/confirm_bulk_publish.html"

    def get_actionable_objects(self):
        pages, others = super().get_actionable_objects()
        accepted, refused = verdicts(pages, going_live=set())
        return accepted, {**others, "refused": refused}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        ids = [("id", entry["item"].pk) for entry in context["items"]]
        context["submit_url"] = f"{self.request.path}?{urlencode([*ids, ('next', self.next_url)])}"
        return context

    def prepare_action(self, pages, others) -> HttpResponse | None:
        refused = [*others["refused"], *self.refused_beneath(pages)]
        if not refused:
            return None
        return self.nothing_published(refused)

    def refused_beneath(self, pages: list[Page]) -> list[dict]:
        """Where the drafts under the pages are to be published too: those the gate refuses."""
        if not self.cleaned_form.cleaned_data["include_descendants"]:
            return []
        drafts = [draft for page in pages for draft in page.get_descendants().not_live()]
        return verdicts(drafts, going_live={page.pk for page in pages})[1]

    def form_valid(self, form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except PublishRefused as refusal:
            return self.nothing_published([{"page": refusal.page, "problems": refusal.problems}])

    def nothing_published(self, refused: list[dict]) -> HttpResponse:
        """The confirmation again, with the refused pages listed."""
        tell(self.request, _("Nothing has been published."), (p for entry in refused for p in entry["problems"]))
        return TemplateResponse(self.request, self.template_name, {**self.get_context_data(), "refused": refused})


def verdicts(pages: Iterable[Page], going_live: set[int]) -> tuple[list[Page], list[dict]]:
    """The pages the gate accepts, and those it refuses as {"page", "problems"}.

    Parents are published before what is under them, so a page may rely on a parent that goes live with it: one of the
    batch, or one of the ids in `going_live`.
    """
    accepted: list[Page] = []
    refused: list[dict] = []
    live_then = set(going_live)
    for page in sorted(pages, key=lambda page: page.path):
        problems = [problem for problem in problems_of(page) if not waits_for(problem, live_then)]
        if problems:
            refused.append({"page": page.specific, "problems": problems})
        else:
            accepted.append(page)
            live_then.add(page.pk)
    return accepted, refused


def waits_for(problem: Problem, live_then: set[int]) -> bool:
    """Whether the problem is only that the parent is not live yet, and the parent goes live first."""
    return problem.code == "parent_not_live" and problem.page_id in live_then


def problems_of(page: Page) -> list[Problem]:
    """What the gate objects to in the page's latest version."""
    return page.specific.get_latest_revision_as_object().publish_problems()
