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
from editorial.shopping.money import symbol


@dataclass(frozen=True)
class Country:
    """A market as the chooser prints it. `is_default`: its prices are shown until a reader chooses."""

    code: str
    name: str
    symbol: str
    url: str
    is_default: bool


@dataclass(frozen=True)
class Region:
    """A part of the world and its countries by name."""

    name: str
    slug: str
    markets: Sequence[Country]


def countries(default=None) -> list[Region]:
    """All regions that have markets, in the editors' order; `default` is the market pages show."""
    regions: dict[int, Region] = {}
    for market in objects("Market").select_related("region").order_by("region__sort_order", "region__name", "name"):
        region = regions.setdefault(market.region_id, Region(market.region.name, market.region.slug, []))
        region.markets.append(country(market, is_default=market == default))
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


def explained(market) -> list[Fact]:
    """What choosing a market means."""
    return known(
        Fact(gettext("Region"), market.region.name),
        Fact(gettext("Currency"), f"{market.currency}, {symbol(market.currency, market.locale)}"),
        Fact(gettext("Prices"), market.price_note),
        Fact(gettext("Sizes"), market.get_size_system_display()),
    )


def country(market, *, is_default: bool) -> Country:
    """One market with the address that explains it."""
    return Country(
        code=market.code,
        name=market.name,
        symbol=symbol(market.currency, market.locale),
        url=f"{reverse('country')}?{urlencode({'market': market.slug})}",
        is_default=is_default,
    )
