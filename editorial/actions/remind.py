"""Reminding people of the days they promised: the day before, and when it has passed."""

import datetime
from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Revision, WorkflowState, get_default_page_content_type

from editorial.actions.notify import notify
from editorial.choices import NoticeKind
from editorial.models import Claim, DeskCard

# Nobody is reminded at midnight: the newsroom's morning.
FROM_HOUR = 7
# A story overdue for longer than this is no news any more.
OVERDUE_FOR = datetime.timedelta(days=30)


def remind_of_due_dates(at: datetime.datetime | None = None) -> None:
    """Tell writers and whoever holds the story's step. Run as often as you like: each date is told of once."""
    now = timezone.localtime(at)
    if now.hour < FROM_HOUR:
        return
    today = now.date()
    tomorrow = today + datetime.timedelta(days=1)
    for card in unfinished().filter(due_on=tomorrow):
        remind(card, NoticeKind.DUE, now)
    for card in unfinished().filter(due_on__lt=today, due_on__gte=today - OVERDUE_FOR):
        remind(card, NoticeKind.OVERDUE, now)


def remind(card: DeskCard, kind: NoticeKind, at: datetime.datetime) -> None:
    """Tell those whose story it is."""
    notify(people_of(card.page), kind, card.page, f"{kind}:{card.page_id}:{card.due_on}", at=at)


def unfinished() -> QuerySet[DeskCard]:
    """Cards of pages that hold something readers do not see yet and that is not on the schedule."""
    scheduled = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("page_id"), CharField()), approved_go_live_at__isnull=False
    )
    open_pages = Q(page__has_unpublished_changes=True) | Q(page__live=False, page__first_published_at=None)
    return DeskCard.objects.filter(open_pages, ~Exists(scheduled)).select_related("page", "page__latest_revision")


def people_of(page) -> Iterator:
    """Whose story it is: the owner, who handed it in or else wrote last, and who has taken the step it stands at.

    On its way a story may be edited by those who decide its steps: that does not make it theirs.
    """
    active = WorkflowState.objects.active().filter(object_id=str(page.pk))
    state = active.filter(base_content_type=get_default_page_content_type()).first()
    claims = Claim.objects.filter(task_state__workflow_state=state, task_state__status="in_progress").values("user")
    last = page.latest_revision.user_id if page.latest_revision else None
    writer = state.requested_by_id if state else last
    yield from get_user_model().objects.filter(Q(pk__in=claims) | Q(pk__in=[page.owner_id or 0, writer or 0]))
