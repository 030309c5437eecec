"""Telling people at the desk something, once for each occasion."""

import datetime
from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from editorial.choices import NoticeKind
from editorial.models import Notice

# Which of the framework's own settings (Account › Notifications) keeps a kind from the post. The others always go.
PREFERENCES = {
    NoticeKind.WAITING: "submitted_notifications",
    NoticeKind.APPROVED: "approved_notifications",
    NoticeKind.REJECTED: "rejected_notifications",
}


def notify(
    users: Iterable,
    kind: NoticeKind,
    page: Page,
    key: str,
    *,
    actor=None,
    task_name: str = "",
    comment: str = "",
    at: datetime.datetime | None = None,
) -> None:
    """Leave a notice for each of the users but the one who did it, unless they have it already.

    `key` names the occasion, such as 'waiting:12'. Letters leave with the next round of the desk.
    """
    people = {user.pk: user for user in users if user and user.is_active and user != actor}
    silent = declined(kind, people)
    Notice.objects.bulk_create(
        [
            Notice(
                user=user,
                kind=kind,
                page_id=page.pk,
                actor=actor,
                task_name=task_name,
                comment=comment,
                key=key,
                created_at=at or timezone.now(),
                wants_mail=bool(user.email) and pk not in silent,
            )
            for pk, user in people.items()
        ],
        ignore_conflicts=True,
    )


def declined(kind: NoticeKind, user_ids: Iterable[int]) -> set[int]:
    """Those of the users who want no letters of this kind."""
    preference = PREFERENCES.get(kind)
    if not preference:
        return set()
    refused = UserProfile.objects.filter(user__in=list(user_ids), **{preference: False})
    return set(refused.values_list("user_id", flat=True))


def no_longer_waiting(task_state_id: int, at: datetime.datetime | None = None) -> None:
    """Mark read what told people of a step that somebody has finished; letters that did not leave yet stay here."""
    told = Notice.objects.filter(kind=NoticeKind.WAITING, key=waiting_key(task_state_id))
    told.filter(mailed_at=None).update(wants_mail=False)
    told.filter(read_at=None).update(read_at=at or timezone.now())


def waiting_key(task_state_id: int) -> str:
    """The occasion of a step that waits."""
    return f"{NoticeKind.WAITING}:{task_state_id}"
