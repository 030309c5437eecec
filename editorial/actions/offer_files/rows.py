"""One line of a table as an offer and what it says of it, or everything that is wrong with its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from editorial.actions.offer_files import cells
from editorial.actions.offer_files.complaints import Wrong
from editorial.actions.offer_files.world import World
from editorial.choices import Availability, Condition
from editorial.models import Offer
from editorial.shopping.tables import Line

SAID = ("price", "currency", "was", "availability", "delivery", "delivery_note", "url")
KEY = ("retailer", "product", "market", "condition")


@dataclass(frozen=True)
class Row:
    """A line that can be used. `is_withdrawn` None: the table does not say."""

    line: int
    offer: Offer
    values: dict[str, object]
    differences: tuple[tuple[str, object, object], ...]
    seen_at: datetime | None
    is_withdrawn: bool | None


class Reading:
    """Reads cells and keeps what is wrong with each, so that a line is reported whole."""

    def __init__(self, line: Line):
        self.line = line
        self.wrongs: list[Wrong] = []

    def get(self, name: str, read: Callable, *args, default=None):
        """The value of a cell; the default if the table has no such column, None if the cell is wrong."""
        if name not in self.line.cells:
            return default
        try:
            return read(self.line.cells[name], *args)
        except Wrong as wrong:
            self.wrongs.append(wrong)
            return None


def read_row(line: Line, world: World, at: datetime) -> tuple[Row | None, list[Wrong]]:
    """The line as a row, or what is wrong with it."""
    reading = Reading(line)
    offer = read_offer(reading, world)
    seen_at = reading.get("seen_at", cells.moment, at)
    is_withdrawn = reading.get("withdrawn", cells.is_yes)
    values = read_values(reading, offer)
    if reading.wrongs or offer is None:
        return None, reading.wrongs
    if offer.pk is None:
        differences = tuple((name, None, values[name]) for name in SAID)
    else:
        differences = tuple((name, getattr(offer, name), values[name]) for name in SAID if differs(offer, name, values))
    return Row(line.number, offer, values, differences, seen_at, is_withdrawn), []


def differs(offer: Offer, name: str, values: dict[str, object]) -> bool:
    """Whether the row says something else than the offer."""
    return getattr(offer, name) != values[name]


def read_offer(reading: Reading, world: World) -> Offer | None:
    """The offer that the line is of, or a new one; None if a cell that names it is wrong."""
    shop = reading.get("retailer", world.shop)
    product = reading.get("product", world.product)
    market = reading.get("market", world.market)
    condition = reading.get("condition", cells.word, "condition", Condition, Condition.NEW, default=Condition.NEW)
    named = {"retailer": shop, "product": product, "market": market, "condition": condition}
    public_id = reading.line.cells.get("offer", "").strip()
    if public_id and public_id not in world.by_id:
        reading.wrongs.append(Wrong("offer", _("There is no such offer. Leave this cell empty for a new one.")))
    if None in named.values() or reading.wrongs:
        return None
    if not public_id:
        key = (shop.pk, product.pk, market.pk, condition)
        return world.by_key.get(key) or Offer(is_manual=True, **named)
    known = world.by_id[public_id]
    for name in KEY:
        stays = condition == known.condition if name == "condition" else named[name].pk == getattr(known, f"{name}_id")
        if not stays:
            reading.wrongs.append(Wrong(name, _("The offer is of another. Withdraw it and enter a new one instead.")))
    return known


def read_values(reading: Reading, offer: Offer | None) -> dict[str, object]:
    """What the line says of the offer; what its table has no column for stays as it is."""
    known = offer if offer is not None and offer.pk else None
    url = reading.line.cells["url"].strip()
    if offer is not None and (known is None or url != known.url):
        url = reading.get("url", cells.address, offer.retailer)
    return {
        "price": reading.get("price", cells.price),
        "currency": reading.get("currency", cells.currency),
        "was": reading.get("was", cells.amount, "was", default=known and known.was),
        "availability": reading.get(
            "availability",
            cells.word,
            "availability",
            Availability,
            Availability.UNKNOWN,
            default=known.availability if known else Availability.UNKNOWN,
        ),
        "delivery": reading.get("delivery", cells.amount, "delivery", Decimal(0), default=known and known.delivery),
        "delivery_note": reading.get("delivery_note", cells.note, default=known.delivery_note if known else ""),
        "url": url,
    }
