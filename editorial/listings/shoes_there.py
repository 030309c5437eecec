"""What the country page says to a reader who came from a story or a list: which of its shoes are in shops where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef

from editorial.listings.asked import page_id
from editorial.listings.market_prices import products_on
from editorial.listings.offers import LowestIn, lowest_by_product
from editorial.listings.prices import Seen, from_text, seen
from editorial.listings.reach import objects, shown_pages
from editorial.listings.where_to_buy import address

SHOES = 24


@dataclass(frozen=True)
class ShoeThere:
    """A shoe that shops in a market list: its name, the page of those shops, and its 'from' price, if it has one, with
    the moment that was seen.
    """

    name: str
    url: str
    price: str
    seen: Seen | None


def page_from(value: str):
    """The page that `?for=` names by its id, if readers may see it, a product with its brand; None for rubbish."""
    pk = page_id(value)
    page = shown_pages().filter(pk=pk).first() if pk else None
    if page is None or not is_product(page):
        return page
    return objects("ProductPage").select_related("brand", "silhouette").get(pk=page.pk)


def is_product(page) -> bool:
    """Whether the page is a colourway's; `page` may be known as a bare page."""
    return page.specific_class is objects("ProductPage").model


def ids_on(page) -> list[int]:
    """The ids of the shoes of a page: a colourway's own, or those that the page's cards may show."""
    return [page.pk] if is_product(page) else list(products_on(page))


def shops_by_market(products: Iterable[int]) -> dict[int, int]:
    """How many shops list any of the products, by market."""
    found = objects("Offer").shown().filter(product__in=list(products)).order_by().values_list("market")
    return dict(found.annotate(shops=Count("retailer", distinct=True)))


def shoes_there(products: Iterable[int], market, at: datetime) -> list[ShoeThere]:
    """Those of the products that shops in the market list, by name."""
    listed = objects("Offer").shown().filter(product=OuterRef("pk"), market=market)
    pages = objects("ProductPage").shown().filter(Exists(listed), pk__in=list(products))
    shoes = list(
        pages.select_related("brand", "silhouette").order_by("brand__title", "silhouette__title", "title")[:SHOES]
    )
    offered = lowest_by_product([shoe.pk for shoe in shoes], [market.pk], at)
    return [shoe_there(shoe, market, offered.get(shoe.pk)) for shoe in shoes]


def shoe_there(shoe, market, offered: LowestIn | None) -> ShoeThere:
    """One line of the list."""
    price, moment = (from_text(offered), seen(offered)) if offered else ("", None)
    return ShoeThere(shoe.full_name, address(shoe, market), price, moment)
