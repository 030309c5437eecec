"""What the desk shows first: my drafts, what is in review, what is scheduled, what was refused. One query each."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState, get_default_page_content_type

from editorial.actions.publish_due import REFUSED_ACTION

LIMIT = 10
# A refusal that nobody minded for this long is no news any more.
REFUSALS_SHOWN_FOR = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Row:
    """One line of a panel: a page, what it is, when something happened or will, and a remark."""

    page_id: int
    title: str
    kind: str
    when: datetime.datetime | None
    remark: str = ""

    @property
    def url(self) -> str:
        """Where the page is edited."""
        return reverse("wagtailadmin_pages:edit", args=[self.page_id])


class DeskPanel(Component):
    """A panel of the dashboard; says in words when it is empty."""

    template_name = "desk/home/panel.html"
    name = ""
    order = 0
    heading = ""
    empty = ""

    def rows(self, user) -> Iterable[Row]:
        """The panel's lines for this user."""
        return ()

    def get_context_data(self, parent_context):
        return {
            "name": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "rows": list(self.rows(parent_context["request"].user)),
        }


class MyDrafts(DeskPanel):
    """Pages I own or edited last that hold unpublished changes."""

    name = "my-drafts"
    order = 10
    heading = gettext_lazy("My drafts")
    empty = gettext_lazy("Nothing of yours is waiting to be finished.")

    def rows(self, user):
        mine = Q(owner=user) | Q(latest_revision__user=user)
        drafts = Page.objects.filter(mine, has_unpublished_changes=True, alias_of=None)
        for page in drafts.order_by("-latest_revision_created_at")[:LIMIT]:
            remark = _("live with a newer draft") if page.live else _("draft")
            yield Row(page.pk, page.draft_title, page.page_type_display_name, page.latest_revision_created_at, remark)


class InReview(DeskPanel):
    """Pages that wait for somebody's approval, longest first."""

    name = "in-review"
    order = 20
    heading = gettext_lazy("In review")
    empty = gettext_lazy("Nobody is waiting for approval.")

    def rows(self, user):
        state = WorkflowState.objects.active().filter(
            base_content_type=get_default_page_content_type(), object_id=Cast(OuterRef("pk"), CharField())
        )
        pages = Page.objects.filter(Exists(state)).annotate(
            task=Subquery(state.values("current_task_state__task__name")[:1]),
            sender=Subquery(state.values("requested_by__username")[:1]),
            since=Subquery(state.values("created_at")[:1]),
        )
        for page in pages.order_by("since")[:LIMIT]:
            remark = _("%(task)s; submitted by %(sender)s") % {
                "task": page.task or _("changes requested"),
                "sender": page.sender or _("somebody who left"),
            }
            yield Row(page.pk, page.draft_title, page.page_type_display_name, page.since, remark)


class Scheduled(DeskPanel):
    """Versions that go live by themselves, next first."""

    name = "scheduled"
    order = 30
    heading = gettext_lazy("Scheduled")
    empty = gettext_lazy("Nothing is scheduled.")

    def rows(self, user):
        approved = Revision.page_revisions.filter(approved_go_live_at__isnull=False).defer("content")
        for revision in approved.select_related("content_type").order_by("approved_go_live_at")[:LIMIT]:
            kind = revision.content_type.model_class().get_verbose_name()
            late = revision.approved_go_live_at < timezone.now()
            remark = _("due; the schedule has not come round yet") if late else ""
            yield Row(int(revision.object_id), revision.object_str, kind, revision.approved_go_live_at, remark)


class Refused(DeskPanel):
    """Scheduled versions that the gate refused and nobody has touched since."""

    name = "refused"
    order = 5
    heading = gettext_lazy("Refused by the gate")
    empty = gettext_lazy("Everything scheduled went live.")

    def rows(self, user):
        refusals = PageLogEntry.objects.filter(
            action=REFUSED_ACTION,
            timestamp__gte=timezone.now() - REFUSALS_SHOWN_FOR,
            revision=F("page__latest_revision"),
            page__has_unpublished_changes=True,
        )
        for entry in refusals.select_related("page", "content_type").order_by("-timestamp")[:LIMIT]:
            remark = " ".join(entry.data.get("problems", []))
            kind = entry.content_type.model_class().get_verbose_name()
            yield Row(entry.page_id, entry.page.draft_title, kind, entry.timestamp, remark)


@hooks.register("construct_homepage_panels")
def desk_panels(request, panels):
    """The desk in place of Wagtail's own panels."""
    panels[:] = [Refused(), MyDrafts(), InReview(), Scheduled()]
