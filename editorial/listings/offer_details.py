"""What is kept under offers: their sizes, and the prices seen over time. Both in one query."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import CharField, DateTimeField, DecimalField, Value

from editorial.listings.reach import objects


class Item(NamedTuple):
    """A size as the shop writes it, in its system, and whether it is to be had."""

    system: str
    size: str
    availability: str


class Observed(NamedTuple):
    """What was asked from a moment on."""

    at: datetime
    price: Decimal
    currency: str


def kept_under(offers: Sequence) -> tuple[dict[int, list[Item]], dict[int, list[Observed]]]:
    """The sizes and the observed prices of offers, each by offer; prices oldest first."""
    items: dict[int, list[Item]] = {offer.pk: [] for offer in offers}
    observed: dict[int, list[Observed]] = {offer.pk: [] for offer in offers}
    if not offers:
        return items, observed
    nothing = Value("", CharField())
    columns = ("offer_id", "at", "price", "currency", "system", "size", "availability")
    # Prices first: the first half of a union says what its columns are.
    prices = objects("PriceObservation").filter(offer__in=items).order_by()
    prices = prices.annotate(system=nothing, size=nothing, availability=nothing).values_list(*columns)
    never, no_price = Value(None, DateTimeField()), Value(None, DecimalField(max_digits=12, decimal_places=3))
    sizes = objects("OfferItem").filter(offer__in=items).order_by()
    sizes = sizes.annotate(at=never, price=no_price, currency=nothing).values_list(*columns)
    for pk, at, price, currency, *item in prices.union(sizes, all=True):
        if at is None:
            items[pk].append(Item(*item))
        else:
            observed[pk].append(Observed(at, price, currency))
    for seen in observed.values():
        seen.sort()
    return items, observed
