"""Telling people at the desk something, once for each occasion."""

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.users.models import UserProfile

from editorial.choices import NoticeKind
from editorial.models import LetterChoice, Notice

# Which of the framework's own settings (Account › Notifications) keeps a kind from the post; the desk's own are beside
# them, as `LetterChoice`.
PREFERENCES = {
    NoticeKind.WAITING: "submitted_notifications",
    NoticeKind.APPROVED: "approved_notifications",
    NoticeKind.REJECTED: "rejected_notifications",
}

# Read notices are kept for half a year.
KEPT_FOR = datetime.timedelta(days=183)


def notify(
    users: Iterable,
    kind: NoticeKind,
    page: Page,
    key: str,
    *,
    actor=None,
    step: TaskState | None = None,
    step_before: str = "",
    comment: str = "",
    at: datetime.datetime | None = None,
) -> None:
    """Leave a notice for each of the users but the one who did it, unless they have it already.

    `key` names the occasion, such as 'waiting:12'; `step` is where it happened, `step_before` the name of the one that
    was approved to get there. Letters leave with the next round of the desk.
    """
    people = {user.pk: user for user in users if user and user.is_active and user != actor}
    silent = declined(kind, people, step.task_id if step else None)
    Notice.objects.bulk_create(
        [
            Notice(
                user=user,
                kind=kind,
                page_id=page.pk,
                actor=actor,
                task_name=step.task.name if step else "",
                step_before=step_before,
                comment=comment,
                key=key,
                created_at=at or timezone.now(),
                wants_mail=bool(user.email) and pk not in silent,
            )
            for pk, user in people.items()
        ],
        ignore_conflicts=True,
    )


def declined(kind: NoticeKind, user_ids: Iterable[int], task_id: int | None = None) -> set[int]:
    """Those of the users who want no letters of this kind, or none from this step where one waits."""
    keys = list(user_ids)
    silent = {choice.user_id for choice in LetterChoice.objects.filter(user__in=keys) if choice.refuses(kind, task_id)}
    preference = PREFERENCES.get(kind)
    if preference:
        refused = UserProfile.objects.filter(user__in=keys, **{preference: False})
        silent |= set(refused.values_list("user_id", flat=True))
    return silent


def no_longer_waiting(task_state_id: int, at: datetime.datetime | None = None) -> None:
    """Mark read what told people of a step that somebody has finished; letters that did not leave yet stay here."""
    waits = Q(kind=NoticeKind.WAITING, key=waiting_key(task_state_id))
    taken = Q(kind=NoticeKind.CLAIMED, key__startswith=f"{NoticeKind.CLAIMED}:{task_state_id}:")
    settle(Notice.objects.filter(waits | taken), at)


def no_longer_asked(page: Page, at: datetime.datetime | None = None) -> None:
    """Mark read what asked for changes to a page that is on its way again."""
    settle(Notice.objects.filter(kind=NoticeKind.REJECTED, page_id=page.pk), at)


def settle(notices: QuerySet[Notice], at: datetime.datetime | None = None) -> None:
    """Nobody need act on these any more: they are read, and no letter leaves."""
    notices.filter(mailed_at=None).update(wants_mail=False)
    notices.filter(read_at=None).update(read_at=at or timezone.now())


def forget_old_notices(at: datetime.datetime | None = None) -> int:
    """Delete what was read long ago; how many."""
    deleted, _by_model = Notice.objects.filter(read_at__lt=(at or timezone.now()) - KEPT_FOR).delete()
    return deleted


def waiting_key(task_state_id: int) -> str:
    """The occasion of a step that waits."""
    return f"{NoticeKind.WAITING}:{task_state_id}"
