"""Whether a picture may be shown: decided here and nowhere else.

A picture has a window of days, a territory and the uses it is cleared for. Outside of them its replacement is shown, if
that one is itself usable, else nothing. Nothing here asks the database: lists join the replacement to the picture.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone

from editorial.listings.expiry import note_changes

_hour: ContextVar[datetime | None] = ContextVar("hour_of_readers", default=None)


@contextmanager
def seen_at(moment: datetime) -> Iterator[None]:
    """Inside the block, pictures are those of that moment: for editors who look at what is still to come."""
    token = _hour.set(moment)
    try:
        yield
    finally:
        _hour.reset(token)


def hour_of_readers() -> datetime:
    """When the page that is being made is read: now, unless somebody looks ahead."""
    return _hour.get() or timezone.now()


class Use(StrEnum):
    """What a picture is shown for. The value is the column that says whether it is cleared for that."""

    STORY = "for_stories"
    CARD = "for_cards"
    SOCIAL = "for_social"
    FEED = "for_feeds"
    PRINT = "for_print"


def in_window(image, at: datetime) -> bool:
    """Whether the picture is cleared world-wide and its days have begun and not ended. Both days count."""
    today = timezone.localdate(at)
    has_begun = image.rights_from is None or image.rights_from <= today
    has_ended = image.rights_until is not None and image.rights_until < today
    return image.worldwide and has_begun and not has_ended


def usable(image, at: datetime, use: Use) -> bool:
    """Whether the picture may be shown then, for that."""
    return bool(getattr(image, use)) and in_window(image, at)


def stand_in(image, at: datetime, use: Use):
    """The picture's replacement, where it has one that is itself usable; else None.

    One step and no further: a replacement's own replacement is not looked for, so no chain can be endless.
    """
    replacement = image.replacement if image.replacement_id else None
    if replacement is None or replacement.pk == image.pk:
        return None
    return replacement if usable(replacement, at, use) else None


def shown_image(image, use: Use, at: datetime | None = None):
    """What readers see where editors chose `image`: itself, its replacement, or None.

    Notes when that answer changes, so that no cache keeps the page past it. `image` may be None.
    """
    if image is None:
        return None
    at = at or hour_of_readers()
    note_changes([next_change(image, at)])
    if usable(image, at, use):
        return image
    if image.replacement_id:
        note_changes([next_change(image.replacement, at)])
    return stand_in(image, at, use)


def next_change(image, at: datetime) -> datetime | None:
    """The next moment at which the picture's window opens or closes; None where none lies ahead."""
    moments = (start_of(image.rights_from), end_of(image.rights_until))
    return min((moment for moment in moments if moment is not None and moment > at), default=None)


def start_of(day: date | None) -> datetime | None:
    """Midnight in our zone at which the day begins."""
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def end_of(day: date | None) -> datetime | None:
    """Midnight in our zone at which the day ends."""
    return start_of(day + timedelta(days=1)) if day and day < date.max else None
