"""How old a price may be: a ladder measured in the shop's own rounds.

A shop that is read every six hours is late after nine; one that is read once a week is not. No price is printed that is
older than two weeks, however rarely its shop is read; after two months without a sight the offer itself is over.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from editorial.shopping.codes import Freshness

# One round missed by half is still fresh; after four without news the number is no longer ours to print.
FRESH_ROUNDS = 1.5
SHOWN_ROUNDS = 4
OLDEST = timedelta(days=14)
# An offer that nobody has seen for so long is no offer: it is neither listed nor led to.
EXPIRED = timedelta(days=60)


def boundaries(seen_at: datetime, cadence: timedelta) -> tuple[datetime, datetime]:
    """When the price stops being fresh, and when it is hidden. Raises ValueError without a cadence."""
    if cadence <= timedelta(0):
        raise ValueError("a shop is read every so often, not never")
    hidden = min(cadence * SHOWN_ROUNDS, OLDEST)
    return seen_at + min(cadence * FRESH_ROUNDS, hidden), seen_at + hidden


def freshness(seen_at: datetime, cadence: timedelta, at: datetime) -> Freshness:
    """The step of a price seen at `seen_at` in a shop that is read once per `cadence`."""
    ageing_from, hidden_from = boundaries(seen_at, cadence)
    if at >= hidden_from:
        return Freshness.HIDDEN
    return Freshness.AGEING if at >= ageing_from else Freshness.FRESH


def next_change(seen_at: datetime, cadence: timedelta, at: datetime) -> datetime | None:
    """When the price next changes its step; None once it is hidden, for it stays so."""
    return next((moment for moment in boundaries(seen_at, cadence) if moment > at), None)


def lifetime(changes: Iterable[datetime | None], at: datetime, longest: int) -> int:
    """Whole seconds an answer may be kept, stale allowances included: until the earliest change, at most `longest`."""
    remaining = [int((change - at).total_seconds()) for change in changes if change is not None]
    return max(0, min([longest, *remaining]))
