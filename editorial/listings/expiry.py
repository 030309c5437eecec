"""When what a page says will no longer be true: noted while it is made, read when its cache headers are written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

_changes: ContextVar[list[datetime] | None] = ContextVar("changes_on_this_page", default=None)


@contextmanager
def changes_noted() -> Iterator[list[datetime]]:
    """The moments noted inside the block, in no order."""
    noted: list[datetime] = []
    token = _changes.set(noted)
    try:
        yield noted
    finally:
        _changes.reset(token)


def note_changes(moments: Iterable[datetime | None]) -> None:
    """Say when something on the page being made changes its words. Outside of a request nobody listens."""
    noted = _changes.get()
    if noted is not None:
        noted.extend(moment for moment in moments if moment is not None)
