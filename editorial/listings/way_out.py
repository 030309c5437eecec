"""What the way out needs to know: where an offer leads, and whether the page that it was met on is one of ours."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.db import connection
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Subquery

from editorial.listings.prepared import Question, Slot
from editorial.listings.reach import objects, shown_pages
from editorial.querysets import is_offered
from editorial.shopping.freshness import EXPIRED

# Ids of pages fit a signed 64-bit number; more digits than that name none.
DIGITS = 18
# What stands in the query where the values of a request go: none of them is a value that a request can have.
OFFER, MARKET, PAGE, AT = "?offer", "?market", -1, datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Exit:
    """An offer on the way out. `template` is the shop's affiliate template for the market, empty without one.

    `is_open` is whether readers may be sent there; if not, they are shown the product's own page. `market` is the code
    of the market whose terms hold; `is_market_known` whether the one that the link names is one of ours, and
    `is_page_known` whether the page that it names is one that readers may see.
    """

    offer_id: int
    url: str
    hosts: list[str]
    market: str
    is_market_known: bool
    is_page_known: bool
    template: str
    is_open: bool
    product_id: int


def exit_of(public_id: str, asked_in: str, page: int, at: datetime) -> Exit | None:
    """The offer with this public id and its shop's terms, in one query; None for an unknown id.

    `asked_in` is what the link says of the reader's market, `page` of the page that it stands on.
    """
    row = question(connection.vendor).answer([public_id, asked_in, page, stored(at)])
    if row is None:
        return None
    offer_id, url, product_id, hosts, market, own_template, house_template, *answers = row
    is_open, is_market_known, is_page_known, has_page = map(bool, answers)
    return Exit(
        offer_id=offer_id,
        url=url,
        hosts=hosts.lower().split(),
        market=market,
        is_market_known=is_market_known,
        is_page_known=is_page_known,
        template=own_template or house_template or "",
        is_open=is_open and has_page,
        product_id=product_id,
    )


def stored(moment: datetime):
    """The last moment of an offer that is over then, which is what `is_offered` asks for, as this database takes it."""
    return connection.ops.adapt_datetimefield_value(moment - EXPIRED)


@cache
def question(_vendor: str) -> Question:
    """The one query, by the rules that every page follows; built once in a process, for building it takes long."""
    terms = objects("AffiliateTerms")
    of_offer = terms.filter(retailer=OuterRef("retailer"))
    found = (
        objects("Offer")
        .filter(public_id=OFFER)
        .annotate(
            own_template=Subquery(of_offer.filter(market=OuterRef("market")).values("template")[:1]),
            house_template=Subquery(of_offer.filter(market=None).values("template")[:1]),
            is_open=ExpressionWrapper(is_offered(AT), BooleanField()),
            is_market_known=Exists(objects("Market").filter(code=MARKET)),
            is_page_known=Exists(shown_pages().filter(pk=PAGE)),
            has_page=Exists(objects("ProductPage").shown().filter(pk=OuterRef("product"))),
        )
    )
    names = ("pk", "url", "product_id", "retailer__hosts", "market__code", "own_template", "house_template")
    answers = ("is_open", "is_market_known", "is_page_known", "has_page")
    sql, places = found.values_list(*names, *answers).query.sql_with_params()
    slots = {value: Slot(number) for number, value in enumerate((OFFER, MARKET, PAGE, stored(AT)))}
    places = tuple(slots.get(place, place) for place in places)
    return Question("way_out", sql, places, ("text", "text", "bigint", "timestamptz"))


def page_number(value: str) -> int | None:
    """The number that `from` is, if it is one that a page can have."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= DIGITS else None


def shown_page(pk: int | None):
    """The page with this id, if readers may see it."""
    return shown_pages().filter(pk=pk).first() if pk is not None else None
