"""What a table of offers would change, line by line, and all that is wrong with it. Nothing is written here."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from editorial.actions.offer_files.columns import COLUMNS, REQUIRED
from editorial.actions.offer_files.complaints import Complaint, complaint_of
from editorial.actions.offer_files.rows import Row, read_row
from editorial.actions.offer_files.world import Key, World, key_of
from editorial.actions.sightings import Sighting
from editorial.choices import Doubt
from editorial.models import Offer
from editorial.shopping.destinations import refusal
from editorial.shopping.doubts import Asked, doubt
from editorial.shopping.tables import BrokenTable, read_table

MOST_LINES = 50_000
# Spreadsheets that know a moment when they see one drop its fractions, or its seconds.
BLUR = timedelta(minutes=1)


class Kind(StrEnum):
    """What a line does. Overtaken: the offer was seen after the table was made, so the line is let alone."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    BACK = "back"
    UNCHANGED = "unchanged"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True)
class Change:
    """What one line does to one offer. `differences` are field, value before, value after."""

    line: int
    kind: Kind
    offer: Offer
    seen: Sighting | None = None
    differences: tuple[tuple[str, object, object], ...] = ()
    doubt: Doubt | None = None
    is_foreign: bool = False


@dataclass
class Plan:
    """All changes of a table in the order of its lines, without the lines that change nothing, and all complaints."""

    changes: list[Change] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)
    complaints: list[Complaint] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[Change]:
        """The changes of these kinds."""
        return [change for change in self.changes if change.kind in kinds]

    @property
    def does_something(self) -> bool:
        """Whether confirming it would write anything."""
        return any(change.kind != Kind.OVERTAKEN for change in self.changes)

    @property
    def digest(self) -> str:
        """The same for the same changes to the same offers, whenever they are made."""
        told = [(change.line, change.kind, change.offer.pk, change.differences) for change in self.changes]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def plan(text: str, at: datetime, lock: bool = False) -> Plan:
    """What the table would change if it were applied at this moment."""
    try:
        lines, folds = read_table(text, COLUMNS, REQUIRED)
    except BrokenTable as broken:
        return Plan(complaints=[complaint_of(fold) for fold in broken.folds])
    made = Plan(complaints=[complaint_of(fold) for fold in folds])
    if len(lines) > MOST_LINES:
        made.complaints.append(Complaint(lines[MOST_LINES].number, "", _("A table has %d lines at most.") % MOST_LINES))
        return made
    world, taken = World(lines, lock), {}
    for line in lines:
        row, wrongs = read_row(line, world, at)
        made.complaints += [Complaint(line.number, wrong.column, wrong.message) for wrong in wrongs]
        if row is not None:
            complain_or_add(made, row, taken, at)
    made.complaints.sort()
    return made


def complain_or_add(made: Plan, row: Row, taken: dict[Key, int], at: datetime) -> None:
    """Add what the row does, unless an earlier row was of the same offer or the row contradicts itself."""
    problem = contradiction(row)
    if problem:
        made.complaints.append(Complaint(row.line, "withdrawn", problem))
    earlier = taken.setdefault(key_of(row.offer), row.line)
    if earlier != row.line:
        message = _("Line %d is of the same retailer, product, country and condition.") % earlier
        made.complaints.append(Complaint(row.line, "", message))
    if problem or earlier != row.line:
        return
    change = change_of(row, at)
    made.counts[change.kind] += 1
    if change.kind != Kind.UNCHANGED:
        made.changes.append(change)


def contradiction(row: Row) -> str:
    """Why a row cannot be withdrawn, or cannot come back; '' if it can."""
    offer, says_something = row.offer, bool(row.differences) or is_later(row)
    if row.is_withdrawn and (offer.pk is None or says_something) and not is_overtaken(row):
        return _("A withdrawn offer asks nothing. Empty this cell to say what the shop asks now.")
    comes_back = offer.withdrawn_at and row.is_withdrawn is False and not says_something
    if comes_back and offer.doubt:
        return _("Its only price was turned down. Write what the shop asks now to bring it back.")
    if comes_back and refusal(offer.url, offer.retailer.allowed_hosts):
        return _("Its address is no longer on one of the retailer's hosts. Write the new one to bring it back.")
    return ""


def change_of(row: Row, at: datetime) -> Change:
    """What the row does."""
    offer = row.offer
    kind = kind_of(row)
    if kind not in (Kind.NEW, Kind.CHANGED):
        return Change(row.line, kind, offer, differences=row.differences)
    seen = Sighting(at=row.seen_at if row.seen_at and (kind == Kind.NEW or is_later(row)) else at, **row.values)
    before = Asked(offer.price, offer.currency) if offer.pk and not offer.doubt else None
    problem = doubt(Asked(seen.price, seen.currency, seen.was), before)
    is_foreign = seen.currency != offer.market.currency
    return Change(row.line, kind, offer, seen, row.differences, problem and Doubt(problem.value), is_foreign)


def kind_of(row: Row) -> Kind:
    """What sort of change the row is."""
    offer = row.offer
    if offer.pk is None:
        return Kind.NEW
    if row.differences or is_later(row):
        return Kind.OVERTAKEN if is_overtaken(row) else Kind.CHANGED
    if row.is_withdrawn is None or row.is_withdrawn == (offer.withdrawn_at is not None):
        return Kind.UNCHANGED
    return Kind.WITHDRAWN if row.is_withdrawn else Kind.BACK


def is_later(row: Row) -> bool:
    """Whether the row says that the shop was looked at after we last did."""
    return row.offer.pk is not None and row.seen_at is not None and row.seen_at > row.offer.seen_at + BLUR


def is_overtaken(row: Row) -> bool:
    """Whether the offer was seen after the table was made."""
    return row.offer.pk is not None and row.seen_at is not None and row.seen_at < row.offer.seen_at - BLUR
