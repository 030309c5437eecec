"""How the desk says the day a page is due, and whether that day has passed."""

import datetime

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Revision

from editorial.models import DeskCard


def short_day(day: datetime.date, today: datetime.date | None = None) -> str:
    """Day and month, and the year where it is not this one."""
    return date_format(day, "j M" if day.year == (today or timezone.localdate()).year else "j M Y")


def card_on(page) -> DeskCard | None:
    """The page's card, read with it or read now."""
    return getattr(page, "desk_card", None)


def is_overdue(card: DeskCard | None, today: datetime.date | None = None) -> bool:
    """Whether the day has passed on which an unfinished page was due."""
    return card is not None and card.due_on is not None and card.due_on < (today or timezone.localdate())


def due_words(card: DeskCard | None, today: datetime.date | None = None) -> str:
    """'due 26 Dec' or 'overdue since 26 Dec'; empty where no day is set."""
    if card is None or card.due_on is None:
        return ""
    day = {"day": short_day(card.due_on, today)}
    return _("overdue since %(day)s") % day if is_overdue(card, today) else _("due %(day)s") % day


def is_scheduled(page_ref: str) -> Exists:
    """For pages, or things with a page at `page_ref`: whether a version of it goes live by itself."""
    return Exists(schedule_of(page_ref))


def schedule_of(page_ref: str):
    """The versions on the schedule of the page at `page_ref`."""
    return Revision.page_revisions.filter(
        object_id=Cast(OuterRef(page_ref), CharField()), approved_go_live_at__isnull=False
    )
