"""Prices that somebody should look at before readers do."""

from dataclasses import dataclass
from decimal import Decimal

from editorial.shopping.codes import Doubt

JUMP = 10


@dataclass(frozen=True)
class Asked:
    """What a shop asks: amount in `currency`, and what it says it asked before, or None."""

    amount: Decimal
    currency: str
    was: Decimal | None = None


def doubt(now: Asked, before: Asked | None) -> Doubt | None:
    """The gravest doubt about a price, or None. `before` is the last price we believed, None for a new offer."""
    if before and now.currency != before.currency:
        return Doubt.CURRENCY
    if before and not before.amount < now.amount * JUMP < before.amount * JUMP * JUMP:
        return Doubt.TENFOLD
    if now.was is not None and now.was <= now.amount:
        return Doubt.WAS_BELOW_NOW
    return None
