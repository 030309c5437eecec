"""One shop of a list, with every word it prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext

from editorial.listings.price_history import lowest_in_a_month
from editorial.listings.size_tables import is_foreign, sizes_of
from editorial.rights import Use, shown_image
from editorial.shopping.codes import Availability, Condition, Freshness
from editorial.shopping.destinations import host_of
from editorial.shopping.money import money
from editorial.shopping.ranking import Contender
from editorial.shopping.sizes import Chart

STOCK = {Availability.IN_STOCK: "yes", Availability.LOW: "low", Availability.SOLD_OUT: "no"}


@dataclass(frozen=True)
class ShopRow:
    """A shop: its name, logo (an image or None) and town, what it asks and has, when that was seen, and the way there.

    `price` is empty where it is too old to print. `sizes` None is not known; `sizes_unsure` is whether some of them are
    in the shop's own system, because our table does not have them. `stock` is the mark's class: yes, low, no
    or ask. `pays` is whether a commission may follow. `about` says what differs from a new pair in the reader's market.
    """

    shop: str
    logo: object | None
    town: str
    price: str
    was: str
    month_low: str
    availability: str
    stock: str
    sizes: Sequence[str] | None
    sizes_unsure: bool
    delivery: str
    seen_at: datetime
    seen: str
    freshness: str
    host: str
    url: str
    pays: bool
    about: Sequence[str]


def shop_row(
    offer, entry: Contender, market, product, chart: Chart | None, items: Mapping, held: Mapping, at: datetime
) -> ShopRow:
    """The row of an offer in the list of a market; `entry` is the offer as it was ranked.

    `items` are sizes and `held` prices with the times they held, each by offer.
    """
    is_hidden = entry.freshness == Freshness.HIDDEN
    sizes = known_sizes(items[offer.pk], market, chart)
    low = lowest_in_a_month(held[offer.pk], at)
    return ShopRow(
        shop=offer.retailer.name,
        logo=shown_image(offer.retailer.logo, Use.CARD, at),
        town=offer.retailer.town,
        price="" if is_hidden else printed(offer.price, offer, market),
        was="" if is_hidden else former(offer, market),
        month_low=printed(low, offer, market) if low is not None and not is_hidden else "",
        availability=gettext("Ask the shop") if is_hidden else offer.get_availability_display(),
        stock="ask" if is_hidden else STOCK.get(entry.availability, "ask"),
        sizes=sizes,
        sizes_unsure=any(is_foreign(size) for size in sizes or ()),
        delivery=delivery(offer, market),
        seen_at=offer.seen_at,
        seen=moment(offer.seen_at, market),
        freshness=entry.freshness,
        host=host_of(offer.url),
        url=way_out(offer, product, market),
        pays=offer.pays,
        about=about(offer, market, product),
    )


def printed(amount, offer, market) -> str:
    """An amount of the offer as the reader's market writes it."""
    return money(amount, offer.currency, market.locale, trim=True)


def former(offer, market) -> str:
    """The shop's own former price, said as theirs and dated; empty without one."""
    if offer.was is None:
        return ""
    return gettext("%(shop)s says %(price)s before, on %(date)s") % {
        "shop": offer.retailer.name,
        "price": printed(offer.was, offer, market),
        "date": date_format(offer.was_seen_at.astimezone(ZoneInfo(market.time_zone)), "j F Y"),
    }


def known_sizes(items: Sequence, market, chart: Chart | None) -> list[str] | None:
    """The sizes to be had, in the market's system; None where the shop does not say."""
    if not items:
        return None
    had = [item for item in items if item.availability != Availability.SOLD_OUT]
    return sizes_of(had, market.size_system, chart)


def delivery(offer, market) -> str:
    """What delivery costs and how long it takes, as far as either is known."""
    if offer.delivery is None:
        cost = gettext("Delivery not known")
    elif offer.delivery == 0:
        cost = gettext("Free delivery")
    else:
        cost = gettext("%(price)s delivery") % {"price": printed(offer.delivery, offer, market)}
    return ", ".join(part for part in (cost, offer.delivery_note) if part)


def moment(seen_at: datetime, market) -> str:
    """'23 November 2026, 11:20', by the clocks of the market."""
    return date_format(seen_at.astimezone(ZoneInfo(market.time_zone)), "j F Y, H:i")


def way_out(offer, product, market) -> str:
    """The link that counts and leads to the shop."""
    return f"{reverse('go', args=[offer.public_id])}?{urlencode({'from': product.pk, 'in': market.code})}"


def about(offer, market, product) -> list[str]:
    """What sets the offer apart: another colourway, another condition, another market, another currency."""
    words = []
    if offer.product_id != product.pk:
        words.append(offer.product.title)
    if offer.condition != Condition.NEW:
        words.append(offer.get_condition_display())
    if offer.market_id != market.pk:
        words.append(gettext("Price for %(market)s") % {"market": offer.market.name_in_text})
    if offer.currency != market.currency:
        words.append(gettext("In %(currency)s, not compared") % {"currency": offer.currency})
    return words
