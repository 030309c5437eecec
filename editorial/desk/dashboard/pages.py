"""Panels of pages on their way: refused, waiting for me, my drafts, in review, scheduled."""

import datetime

from django.db.models import CharField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState, get_default_page_content_type

from editorial.actions.publish_due import REFUSED_ACTION
from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address, kind_of
from editorial.desk.notices.words import name_of
from editorial.desk.people import editable_pages, open_steps

# A refusal that nobody minded for this long is no news any more.
REFUSALS_SHOWN_FOR = datetime.timedelta(days=30)


def with_day(remark: str, page) -> str:
    """The remark, and the day the page is due where its card says one."""
    card = getattr(page, "desk_card", None)
    if card is None or card.due_on is None:
        return remark
    due = _("due %(day)s") % {"day": date_format(card.due_on, "j M")}
    return f"{remark}; {due}" if remark else due


def written_name(person: str) -> Coalesce:
    """What the person at the end of these relations is called by colleagues, as `notices.words.name_of` says it."""
    full = Trim(Concat(f"{person}__first_name", Value(" "), f"{person}__last_name"))
    return Coalesce(NullIf(full, Value("")), f"{person}__username")


class Refused(DeskPanel):
    """Scheduled versions that the gate refused and nobody has touched since."""

    name = "refused"
    heading = gettext_lazy("Refused by the gate")
    empty = gettext_lazy("Everything scheduled went live.")

    def items(self, user):
        return (
            PageLogEntry.objects.filter(
                action=REFUSED_ACTION,
                timestamp__gte=timezone.now() - REFUSALS_SHOWN_FOR,
                revision=F("page__latest_revision"),
                page__has_unpublished_changes=True,
                page__in=editable_pages(user),
            )
            .select_related("page", "content_type")
            .order_by("-timestamp")
        )

    def dress(self, items, user):
        for entry in items:
            remark = " ".join(entry.data.get("problems", []))
            kind = kind_of(entry.content_type)
            yield Row(entry.page.draft_title, edit_address(entry.page_id), kind, entry.timestamp, remark)


class WaitingForMe(DeskPanel):
    """Steps of the workflow that the user may decide, longest waiting first; those taken by others come last."""

    name = "waiting"
    heading = gettext_lazy("Waiting for me")
    empty = gettext_lazy("No step waits for you.")
    when = gettext_lazy("Since")

    def items(self, user):
        taken = Q(desk_claim__isnull=False) & ~Q(desk_claim__user=user)
        return (
            open_steps(user)
            .filter(workflow_state__base_content_type=get_default_page_content_type())
            .annotate(page_id=Cast("workflow_state__object_id", IntegerField()), taken=taken)
            .select_related("task", "workflow_state__requested_by", "desk_claim__user")
            .order_by("taken", "started_at", "pk")
        )

    def dress(self, items, user):
        pages = Page.objects.select_related("desk_card").in_bulk([step.page_id for step in items])
        for step in items:
            page = pages.get(step.page_id)
            if page is None:
                continue
            claim = getattr(step, "desk_claim", None)
            remark = _("%(task)s; submitted by %(sender)s") % {
                "task": step.task.name,
                "sender": name_of(step.workflow_state.requested_by),
            }
            yield Row(
                page.draft_title,
                edit_address(page.pk),
                page.page_type_display_name,
                step.started_at,
                with_day(remark, page),
                step=step.pk,
                holder=(_("you") if claim.user == user else name_of(claim.user)) if claim else "",
            )


class MyDrafts(DeskPanel):
    """Pages I own or edited last that hold unpublished changes."""

    name = "my-drafts"
    heading = gettext_lazy("My drafts")
    empty = gettext_lazy("Nothing of yours is waiting to be finished.")
    when = gettext_lazy("Changed")

    def items(self, user):
        mine = Q(owner=user) | Q(latest_revision__user=user)
        drafts = Page.objects.filter(mine, has_unpublished_changes=True, alias_of=None).select_related("desk_card")
        return drafts.order_by("-latest_revision_created_at", "-pk")

    def dress(self, items, user):
        for page in items:
            remark = with_day(_("live with a newer draft") if page.live else _("draft"), page)
            kind, when = page.page_type_display_name, page.latest_revision_created_at
            yield Row(page.draft_title, edit_address(page.pk), kind, when, remark)


class InReview(DeskPanel):
    """Pages that wait for somebody's approval, longest first."""

    name = "in-review"
    heading = gettext_lazy("In review")
    empty = gettext_lazy("Nobody is waiting for approval.")
    when = gettext_lazy("Since")

    def items(self, user):
        state = WorkflowState.objects.active().filter(
            base_content_type=get_default_page_content_type(), object_id=Cast(OuterRef("pk"), CharField())
        )
        pages = editable_pages(user).filter(Exists(state))
        return pages.annotate(
            task=Subquery(state.values("current_task_state__task__name")[:1]),
            sender=Subquery(state.values(name=written_name("requested_by"))[:1]),
            holder=Subquery(state.values(name=written_name("current_task_state__desk_claim__user"))[:1]),
            since=Subquery(state.values("created_at")[:1]),
        ).order_by("since", "pk")

    def dress(self, items, user):
        for page in items:
            remark = _("%(task)s; submitted by %(sender)s") % {
                "task": page.task or _("changes requested"),
                "sender": page.sender or _("somebody who left"),
            }
            if page.holder:
                remark = _("%(remark)s; taken by %(holder)s") % {"remark": remark, "holder": page.holder}
            yield Row(page.draft_title, edit_address(page.pk), page.page_type_display_name, page.since, remark)


class Scheduled(DeskPanel):
    """Versions that go live by themselves, next first."""

    name = "scheduled"
    heading = gettext_lazy("Scheduled")
    empty = gettext_lazy("Nothing is scheduled.")
    when = gettext_lazy("Goes live")

    def items(self, user):
        mine = editable_pages(user).values(key=Cast("pk", CharField()))
        return (
            Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=mine)
            .defer("content")
            .select_related("content_type")
            .order_by("approved_go_live_at", "pk")
        )

    def dress(self, items, user):
        for revision in items:
            late = revision.approved_go_live_at < timezone.now()
            remark = _("due; the schedule has not come round yet") if late else ""
            page_id, kind = int(revision.object_id), kind_of(revision.content_type)
            yield Row(revision.object_str, edit_address(page_id), kind, revision.approved_go_live_at, remark)
