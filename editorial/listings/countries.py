"""Countries by region, for the chooser."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from editorial.listings.asked import is_slug
from editorial.listings.facts import Fact, known
from editorial.listings.reach import objects
from editorial.listings.shoes_there import ids_on, is_product, shops_by_market
from editorial.listings.where_to_buy import address
from editorial.shopping.money import symbol


@dataclass(frozen=True)
class Country:
    """A market as the chooser prints it. `is_default`: its prices are shown until a reader chooses.

    `shops` is how many shops there list a shoe of the page that the reader came from; None where nobody came from one.
    """

    code: str
    name: str
    symbol: str
    url: str
    is_default: bool
    shops: int | None = None


@dataclass(frozen=True)
class Region:
    """A part of the world and its countries by name."""

    name: str
    slug: str
    markets: Sequence[Country]


def countries(default=None, page=None) -> list[Region]:
    """All regions that have markets, in the editors' order; `default` is the market pages show.

    With a `page` that the reader came from, each country says how many shops list its shoes, and leads to what they
    ask there: to the product's shops, or to the list of the shoes that this page answers with.
    """
    shops = shops_by_market(ids_on(page)) if page else {}
    regions: dict[int, Region] = {}
    for market in objects("Market").select_related("region").order_by("region__sort_order", "region__name", "name"):
        region = regions.setdefault(market.region_id, Region(market.region.name, market.region.slug, []))
        region.markets.append(country(market, is_default=market == default, page=page, shops=shops))
    for region in regions.values():
        region.markets.sort(key=lambda market: without_accents(market.name))
    return list(regions.values())


def without_accents(name: str) -> str:
    """A name as readers look it up: Åland among the As, whichever way the database sorts."""
    return "".join(part for part in unicodedata.normalize("NFKD", name) if not unicodedata.combining(part)).casefold()


def choice(slug: str):
    """The market with this slug, its region joined; None for a country we do not know."""
    if not is_slug(slug):
        return None
    return objects("Market").select_related("region").filter(slug=slug).first()


def coded(code: str):
    """The market with this country code in small letters, as scripts know it; None for any other."""
    if not is_slug(code):
        return None
    return objects("Market").select_related("region").filter(code=code.upper()).first() if code.islower() else None


def explained(market) -> list[Fact]:
    """What choosing a market means."""
    return known(
        Fact(gettext("Region"), market.region.name),
        Fact(gettext("Currency"), f"{market.currency}, {symbol(market.currency, market.locale)}"),
        Fact(gettext("Prices"), market.price_note),
        Fact(gettext("Sizes"), market.get_size_system_display()),
    )


def country(market, *, is_default: bool, page=None, shops=None) -> Country:
    """One market with the address that explains it, or the one of the product's shops there."""
    if page and is_product(page):
        url = address(page, market)
    else:
        asked = {"market": market.slug} | ({"for": page.pk} if page else {})
        url = f"{reverse('country')}?{urlencode(asked)}"
    return Country(
        code=market.code,
        name=market.name,
        symbol=symbol(market.currency, market.locale),
        url=url,
        shops=(shops or {}).get(market.pk, 0) if page else None,
        is_default=is_default,
    )
