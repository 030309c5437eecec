"""Prices on cards: the lowest that shops ask in the default market, else what the brand asks there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from editorial.listings.offers import LowestIn, lowest_by_product
from editorial.listings.reach import objects
from editorial.shopping.money import money


@dataclass(frozen=True)
class Seen:
    """The moment a price was seen: `at` for machines, `day` in few letters for a card: '23 Nov'."""

    at: str
    day: str


def default_market_ids():
    """The id of the default market as a subquery; empty where none is set."""
    return objects("SiteSettings").order_by("pk").values("default_market")[:1]


def price_text(price) -> str:
    """One retail price as its own market writes it; `price` needs its market joined."""
    return money(price.amount, price.market.currency, price.market.locale, trim=True)


def give_prices(products: Iterable, releases: Iterable = ()) -> None:
    """Set `price_line` on products: the lowest that shops ask in the default market, else its retail price.

    `releases` are lines of the calendar: their product gets the price of a market that the line is about, the default
    one where it is among them.
    """
    products, releases = list(products), list(releases)
    if not products and not releases:
        return
    wanted = Q(product__in=products, market__in=default_market_ids())
    wanted |= Q(product__in=[line.product for line in releases])
    elsewhere = Case(When(market__in=default_market_ids(), then=0), default=1, output_field=IntegerField())
    prices = objects("RetailPrice").filter(wanted).annotate(elsewhere=elsewhere).select_related("market")
    prices = list(prices.order_by("elsewhere", "market__name"))
    print_prices(products, [price for price in prices if not price.elsewhere])
    print_lowest(products)
    for line in releases:
        print_prices([line.product], [price for price in prices if price.market in line.markets])


def retail_price(product, market) -> str:
    """What the brand asks for the product in this market: '£150'; empty where that is not known."""
    price = objects("RetailPrice").filter(product=product, market=market).order_by("sort_order", "pk").first()
    return money(price.amount, market.currency, market.locale, trim=True) if price else ""


def default_prices(products) -> list:
    """Retail prices of these products, a list or a subquery, in the default market, lowest first."""
    prices = objects("RetailPrice").filter(product__in=products, market__in=default_market_ids())
    return list(prices.select_related("market").order_by("amount"))


def print_prices(products: Iterable, prices: Iterable) -> None:
    """Set `price_line` on products from prices already read: the first there is for each, and no day it was seen."""
    by_product = {}
    for price in prices:
        by_product.setdefault(price.product_id, price)
    for product in products:
        price = by_product.get(product.pk)
        product.price_line = retail_text(price) if price else ""
        product.price_seen = None


def print_lowest(products: Iterable) -> None:
    """Put what shops ask in the default market in the place of the retail price, in one query for all products."""
    products = list(products)
    ids = [product.pk for product in products]
    offered = lowest_by_product(ids, default_market_ids(), timezone.now()) if ids else {}
    for product in products:
        if product.pk in offered:
            say_lowest(product, offered[product.pk])


def say_lowest(product, offered: LowestIn) -> None:
    """Print the 'from' price on a card, with the day it was seen."""
    product.price_line, product.price_seen = from_text(offered), seen(offered)


def with_retail(products, market):
    """The products with `retail`, the amount that the brand asks in this market; None where it is not known."""
    asked = objects("RetailPrice").filter(product=OuterRef("pk"), market=market).order_by("sort_order", "pk")
    return products.annotate(retail=Subquery(asked.values("amount")[:1]))


def print_beside(products: Iterable, market, offered: Mapping[int, LowestIn]) -> None:
    """Set `price_line` on products read by `with_retail`, from 'from' prices already read."""
    for product in products:
        product.price_seen = None
        if product.pk in offered:
            say_lowest(product, offered[product.pk])
        elif product.retail is not None:
            product.price_line = retail_words(money(product.retail, market.currency, market.locale, trim=True))
        else:
            product.price_line = ""


def seen(offered: LowestIn) -> Seen:
    """When the lowest price was seen, by the clocks of its market."""
    at = offered.price.seen_at.astimezone(ZoneInfo(offered.time_zone))
    return Seen(at.isoformat(timespec="seconds"), date_format(at, "j M"))


def from_text(offered: LowestIn) -> str:
    """'from £129'."""
    return gettext("from %(price)s") % {
        "price": money(offered.price.amount, offered.currency, offered.locale, trim=True)
    }


def retail_text(price) -> str:
    """'£150 retail'."""
    return retail_words(price_text(price))


def retail_words(price: str) -> str:
    """What the brand asks, said as such."""
    return gettext("%(price)s retail") % {"price": price}
