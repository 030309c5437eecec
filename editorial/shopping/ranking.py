"""The order of shops, and the lowest price worth naming.

What a shop pays us is not known here, and cannot be: an import contract keeps it out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from editorial.shopping.codes import BUYABLE, Availability, Condition, Freshness

NOTHING = Decimal(0)
# Shops that have the shoe, shops that may get or have it, shops that had it.
TIERS = {Availability.IN_STOCK: 0, Availability.LOW: 0, Availability.SOLD_OUT: 2}
BETWEEN = 1
FRESHNESS_ORDER = (Freshness.FRESH, Freshness.AGEING, Freshness.HIDDEN)


@dataclass(frozen=True)
class Contender:
    """What the order may depend on. `amount` and `delivery` are in `currency`; delivery None is not known.

    `key` is the offer's number, which decides between two that are alike in everything else.
    """

    key: int
    shop: str
    amount: Decimal
    currency: str
    availability: Availability
    condition: Condition
    freshness: Freshness
    seen_at: datetime
    delivery: Decimal | None = None

    @property
    def total(self) -> Decimal:
        """The price with delivery, as far as delivery is known."""
        return self.amount + (self.delivery if self.delivery is not None else NOTHING)


def tier(contender: Contender) -> int:
    """0 for shops that have it, 2 for shops that sold out, 1 for everything between."""
    return TIERS.get(contender.availability, BETWEEN)


def ranked(contenders: Iterable[Contender], currency: str) -> list[Contender]:
    """Available first; then the market's own currency by total, then freshness, then name; other currencies after.

    A price too old to be printed is not compared: its shop follows those whose price is. Amounts in another currency
    are never looked at.
    """

    def place(contender: Contender) -> tuple[int, int, Decimal, int, str, int]:
        own = contender.currency == currency
        compared = own and contender.freshness != Freshness.HIDDEN
        group = 0 if compared else 1 if own else 2
        return (
            tier(contender),
            group,
            contender.total if compared else NOTHING,
            FRESHNESS_ORDER.index(contender.freshness),
            contender.shop.casefold(),
            contender.key,
        )

    return sorted(contenders, key=place)


def counts_for_lowest(contender: Contender, currency: str) -> bool:
    """Whether the price may be part of a 'from': new, in the market's currency, to be had now, and not too old."""
    return (
        contender.condition == Condition.NEW
        and contender.currency == currency
        and contender.availability in BUYABLE
        and contender.freshness != Freshness.HIDDEN
    )


@dataclass(frozen=True)
class Lowest:
    """The lowest price that a page may name, the highest, and how many shops ask something between."""

    amount: Decimal
    highest: Decimal
    shops: int
    seen_at: datetime


def lowest(contenders: Iterable[Contender], currency: str) -> Lowest | None:
    """The 'from' price in this currency, before delivery; None where no offer may be part of one.

    `seen_at` is the oldest sight among those that ask the lowest price: the claim is no younger than that.
    """
    found = [contender for contender in contenders if counts_for_lowest(contender, currency)]
    if not found:
        return None
    amount = min(contender.amount for contender in found)
    return Lowest(
        amount=amount,
        highest=max(contender.amount for contender in found),
        shops=len({contender.shop for contender in found}),
        seen_at=min(contender.seen_at for contender in found if contender.amount == amount),
    )
