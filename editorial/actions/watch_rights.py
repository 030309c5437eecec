"""Seeing the end of a picture's rights come: a task and a word to its editors 30 and 7 days before, and at the end."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.actions.expire_rights import expire_rights
from editorial.actions.notify import notify
from editorial.choices import NoticeKind, RightsNotice
from editorial.listings.rights import live_pages_of
from editorial.models import EditorialImage, RightsTask
from editorial.rights import Use, end_of, stand_in

A_MONTH, A_WEEK = 30, 7
# Who hears of a picture on pages whose own editors have left.
EDITORS = "Editors"
# A picture whose rights ended before anybody watched is in the queue of offenders; no letter is written about it.
LONG_AGO = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Watch:
    """What a round did: tasks opened and closed, renditions deleted."""

    opened: int
    closed: int
    renditions: int


def watch_rights(at: datetime.datetime | None = None) -> Watch:
    """Open what has come near, close what is settled, tell editors, delete what may not be shown.

    Run it as often as you like: a second run at the same hour does nothing.
    """
    at = at or timezone.now()
    today = timezone.localdate(at)
    renditions = expire_rights(at)
    opened = open_tasks(today, at)
    closed = close_settled(today, at)
    tell_editors(opened, at)
    return Watch(len(opened), closed, renditions)


def notice_for(last_day: datetime.date, today: datetime.date) -> RightsNotice | None:
    """Which notice is due; None while the end is far."""
    days = (last_day - today).days
    if days < 0:
        return RightsNotice.ENDED
    if days <= A_WEEK:
        return RightsNotice.WEEK
    return RightsNotice.MONTH if days <= A_MONTH else None


def open_tasks(today: datetime.date, at: datetime.datetime) -> list[RightsTask]:
    """Open the tasks that are due for pictures on live pages and were not opened before; the new ones."""
    near = EditorialImage.objects.filter(
        rights_until__lte=today + datetime.timedelta(days=A_MONTH), rights_until__gte=today - LONG_AGO
    )
    shown = live_pages_of(near.values_list("pk", flat=True))
    due = [
        RightsTask(image=image, kind=notice_for(image.rights_until, today), ends_on=image.rights_until, opened_at=at)
        for image in near.filter(pk__in=list(shown))
    ]
    known = set(RightsTask.objects.filter(image__in=near).values_list("image", "kind", "ends_on"))
    new = [task for task in due if (task.image_id, task.kind, task.ends_on) not in known]
    # Two rounds at the same moment: the second finds the constraint and opens nothing.
    RightsTask.objects.bulk_create(new, ignore_conflicts=True)
    return new


def close_settled(today: datetime.date, at: datetime.datetime) -> int:
    """Close tasks whose picture has other dates now, those that a nearer notice has overtaken, and those whose picture
    has a replacement that lasts or is on no live page any more; how many.
    """
    tasks = list(RightsTask.objects.open().select_related("image__replacement"))
    shown = live_pages_of({task.image_id for task in tasks}) if tasks else {}
    settled = [
        task.pk
        for task in tasks
        if task.image.rights_until != task.ends_on
        or task.kind != notice_for(task.ends_on, today)
        or stand_in(task.image, max(at, end_of(task.ends_on) or at), Use.STORY) is not None
        or task.image_id not in shown
    ]
    return RightsTask.objects.filter(pk__in=settled).update(done_at=at)


def tell_editors(tasks: Iterable[RightsTask], at: datetime.datetime) -> None:
    """Leave a notice, and a letter, for the editors of live pages that show the picture: one for each picture."""
    tasks = list(tasks)
    shown = live_pages_of({task.image_id for task in tasks}) if tasks else {}
    for task in tasks:
        pages = shown.get(task.image_id, [])
        for page in pages:
            notify(
                editors_of(page),
                NoticeKind.RIGHTS,
                page,
                f"rights:{task.image_id}:{task.kind}:{task.ends_on}",
                comment=words_about(task, len(pages)),
                at=at,
            )


def editors_of(page) -> list:
    """Who last wrote the page and whose it is; where they have left, all editors."""
    users = get_user_model().objects.filter(is_active=True)
    writer = page.latest_revision.user_id if page.latest_revision else None
    own = list(users.filter(pk__in=[page.owner_id or 0, writer or 0]))
    return own or list(users.filter(groups__name=EDITORS))


def words_about(task: RightsTask, pages: int) -> str:
    """What the notice says: which picture, when, where, and what happens."""
    day = date_format(task.ends_on, "j F Y")
    if task.kind == RightsNotice.ENDED:
        said = _("The rights of the picture '%(title)s' ended on %(day)s.")
    else:
        said = _("The rights of the picture '%(title)s' end on %(day)s.")
    place = ngettext("It is on %(pages)d live page.", "It is on %(pages)d live pages.", pages) % {"pages": pages}
    if task.image.replacement_id:
        after = _("After that its replacement is shown.")
    else:
        after = _("It has no replacement: after that nothing is shown in its place.")
    return " ".join([said % {"title": task.image.title, "day": day}, place, after])
