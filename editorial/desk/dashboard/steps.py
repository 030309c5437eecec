"""Panels of pages on their way through the steps: waiting for me, my drafts, in review."""

from django.db.models import CharField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.due import card_on, due_words, is_overdue, schedule_of
from editorial.desk.notices.words import name_of
from editorial.desk.people import editable_pages, open_steps

# So much of what was said at a step fits a line.
LONGEST_WORDS = 140


def written_name(person: str) -> Coalesce:
    """What the person at the end of these relations is called by colleagues, as `notices.words.name_of` says it."""
    full = Trim(Concat(f"{person}__first_name", Value(" "), f"{person}__last_name"))
    return Coalesce(NullIf(full, Value("")), f"{person}__username")


def active_state():
    """The workflow under way of the page outside: at a step, or sent back."""
    return WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id=Cast(OuterRef("pk"), CharField())
    )


def with_standing(pages):
    """The pages, each with how its workflow stands: status, step, and who decided it last with which words."""
    state = active_state()
    return pages.annotate(
        review=Subquery(state.values("status")[:1]),
        task=Subquery(state.values("current_task_state__task__name")[:1]),
        decider=Subquery(state.values(name=written_name("current_task_state__finished_by"))[:1]),
        words=Subquery(state.values("current_task_state__comment")[:1]),
    )


def is_sent_back(page) -> bool:
    """Whether changes are asked for."""
    return page.review == WorkflowState.STATUS_NEEDS_CHANGES


def sent_back_words(page) -> str:
    """From which step, by whom, and what was said."""
    remark = _("sent back from %(task)s by %(person)s") % {
        "task": page.task,
        "person": page.decider or _("somebody who left"),
    }
    words = Truncator(" ".join(page.words.split())).chars(LONGEST_WORDS)
    return _("%(remark)s: “%(words)s”") % {"remark": remark, "words": words} if words else remark


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
                remark,
                step=step.pk,
                holder=(_("you") if claim.user == user else name_of(claim.user)) if claim else "",
                due=due_words(card_on(page)),
                is_late=is_overdue(card_on(page)),
            )


class MyDrafts(DeskPanel):
    """Pages I own, handed in or edited last that hold unpublished changes.

    Who edits a story in deciding one of its steps does not make it theirs: while it is on its way it stays with whoever
    handed it in.
    """

    name = "my-drafts"
    heading = gettext_lazy("My drafts")
    empty = gettext_lazy("Nothing of yours is waiting to be finished.")
    when = gettext_lazy("Changed")

    def items(self, user):
        sent_in = Exists(active_state().filter(requested_by=user))
        mine = Q(owner=user) | sent_in | (Q(latest_revision__user=user) & ~Exists(active_state()))
        drafts = Page.objects.filter(mine, has_unpublished_changes=True, alias_of=None).select_related("desk_card")
        goes_live = Subquery(schedule_of("pk").values("approved_go_live_at")[:1])
        drafts = with_standing(drafts).annotate(goes_live=goes_live)
        return drafts.order_by("-latest_revision_created_at", "-pk")

    def dress(self, items, user):
        for page in items:
            yield Row(
                page.draft_title,
                edit_address(page.pk),
                page.page_type_display_name,
                page.latest_revision_created_at,
                draft_words(page),
                due=due_words(card_on(page)) if page.goes_live is None else "",
                is_late=page.goes_live is None and is_overdue(card_on(page)),
            )


def draft_words(page) -> str:
    """How far a draft has come."""
    if is_sent_back(page):
        return sent_back_words(page)
    if page.goes_live:
        return _("goes live on %(when)s") % {"when": date_format(timezone.localtime(page.goes_live), "j F Y, H:i")}
    if page.review:
        return _("at the step %(task)s") % {"task": page.task}
    return _("live with a newer draft") if page.live else _("draft")


class InReview(DeskPanel):
    """Pages that wait for somebody's approval, or for their writer's changes; longest first."""

    name = "in-review"
    heading = gettext_lazy("In review")
    empty = gettext_lazy("Nobody is waiting for approval.")
    empty_for_some = gettext_lazy("None of the pages you may edit waits for approval.")
    when = gettext_lazy("Since")

    def items(self, user):
        state = active_state()
        pages = with_standing(editable_pages(user).filter(Exists(state)).select_related("desk_card"))
        return pages.annotate(
            sender=Subquery(state.values(name=written_name("requested_by"))[:1]),
            holder=Subquery(state.values(name=written_name("current_task_state__desk_claim__user"))[:1]),
            since=Subquery(state.values(at=Coalesce(F("current_task_state__started_at"), F("created_at")))[:1]),
        ).order_by("since", "pk")

    def dress(self, items, user):
        for page in items:
            remark = _("%(task)s; submitted by %(sender)s") % {
                "task": sent_back_words(page) if is_sent_back(page) else page.task,
                "sender": page.sender or _("somebody who left"),
            }
            if page.holder and not is_sent_back(page):
                remark = _("%(remark)s; taken by %(holder)s") % {"remark": remark, "holder": page.holder}
            yield Row(
                page.draft_title,
                edit_address(page.pk),
                page.page_type_display_name,
                page.since,
                remark,
                due=due_words(card_on(page)),
                is_late=is_overdue(card_on(page)),
            )
