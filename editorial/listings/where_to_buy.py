"""Where to buy a product in a market: the shops in their order, the step of the ladder that found them, what to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from editorial.addresses import absolute_url
from editorial.listings.offer_details import kept_under
from editorial.listings.offers import (
    LowestIn,
    candidate,
    contender,
    lowest_among,
    note_ageing,
    offers_around,
    place,
)
from editorial.listings.price_history import History, held_prices, history
from editorial.listings.prices import Seen, from_text, seen
from editorial.listings.reach import objects
from editorial.listings.shop_rows import ShopRow, moment, shop_row
from editorial.listings.size_tables import SizeChoice, SystemRow, chart_of, size_choices, size_table
from editorial.shopping.codes import Availability, Step
from editorial.shopping.disclosure import Disclosure, disclosure
from editorial.shopping.ladder import Rung, climb
from editorial.shopping.money import money
from editorial.shopping.ranking import Lowest, lowest, ranked

SIBLINGS = 8
# Brand, silhouette, product.
DEPTH = 3


@dataclass(frozen=True)
class Elsewhere:
    """Another market with offers of this product: its name, address, and what is to be had there.

    `price` is its 'from' price and `seen` when that was seen; empty and None where there is none to name.
    """

    name: str
    code: str
    url: str
    shops: int
    price: str
    seen: Seen | None


@dataclass(frozen=True)
class Alternate:
    """The same page for readers of another country: a language tag with the country, and the absolute address."""

    language: str
    url: str


@dataclass(frozen=True)
class WhereToBuy:
    """Everything the box shows. `offers` are the shown offers behind `rows`, in the same order.

    `from_seen` is when the lowest price was seen, by the clocks of the market. `template_url` is the address for any
    market, with {market} where its country code goes. `lowest_beside` are the 'from' prices of siblings there, by
    product. `is_own` is whether the market has offers of its own, which makes the page worth an index. `is_gone` is
    whether every shop of the list is sold out, `is_left_elsewhere` whether a shop of another country is not.
    """

    market: object
    url: str
    template_url: str
    step: Step
    explanation: str
    rows: Sequence[ShopRow]
    offers: Sequence
    from_price: str
    from_seen: str
    lowest: Lowest | None
    notice: str
    history: History | None
    elsewhere: Sequence[Elsewhere]
    siblings: Sequence
    lowest_beside: Mapping[int, LowestIn]
    size_choices: Sequence[SizeChoice]
    size_table: Sequence[SystemRow]
    size_source: str
    is_own: bool
    is_gone: bool
    is_left_elsewhere: bool


def where_to_buy(product, market, at: datetime, house=None, siblings: Sequence | None = None) -> WhereToBuy:
    """The shops for a product in a market.

    `house` are the site settings, for the notice; `siblings` the other colourways, if they were read already.
    """
    siblings = siblings_of(product) if siblings is None else siblings
    offers, beside = offers_around(product, siblings, market)
    rung, found = found_on(market, offers, beside)
    contenders = {offer.pk: contender(offer, at) for offer in found}
    order = ranked(contenders.values(), market.currency)
    by_pk = {offer.pk: offer for offer in found}
    shown = [by_pk[entry.key] for entry in order]
    chart = chart_of(product)
    items, observed = kept_under(shown)
    held = held_prices(shown, observed, at)
    own = lowest(order, market.currency) if rung.step == Step.EXACT else None
    # Those of other countries are printed too, as 'from' prices.
    note_ageing([*offers, *shown], at)
    rows = [shop_row(by_pk[entry.key], entry, market, product, chart, items, held, at) for entry in order]
    return WhereToBuy(
        market=market,
        url=address(product, market),
        template_url=address(product, market).removesuffix(f"{market.slug}/") + "{market}/",
        step=rung.step,
        explanation=explained(rung.step, market),
        rows=rows,
        offers=shown,
        from_price=money(own.amount, market.currency, market.locale, trim=True) if own else "",
        from_seen=moment(own.seen_at, market) if own else "",
        lowest=own,
        notice=notice(disclosure(offer.pays for offer in shown), market, house),
        history=history(shown, held, market, at) if rung.step == Step.EXACT else None,
        elsewhere=elsewhere(product, offers, market, at),
        siblings=siblings[:SIBLINGS],
        lowest_beside=lowest_among(beside, market, at),
        size_choices=size_choices(chart, market.size_system) if chart and shown else (),
        size_table=size_table(chart, market.size_system, [row.sizes for row in rows]) if chart and shown else (),
        size_source=chart.source if chart else "",
        is_own=rung.step == Step.EXACT,
        is_gone=bool(shown) and all(map(is_sold_out, shown)),
        is_left_elsewhere=any(offer.market_id != market.pk and not is_sold_out(offer) for offer in offers),
    )


def is_sold_out(offer) -> bool:
    """Whether the shop says so. One that takes orders, or does not say, may still have it."""
    return offer.availability == Availability.SOLD_OUT


def siblings_of(product) -> list:
    """The other shown colourways of its silhouette, as its editors arranged them."""
    if not product.silhouette_id:
        return []
    pages = objects("ProductPage").shown().filter(silhouette=product.silhouette_id)
    return list(pages.exclude(pk=product.pk).select_related("brand", "silhouette").order_by("path"))


def found_on(market, offers: Sequence, beside: Sequence) -> tuple[Rung, list]:
    """The step of the ladder and its offers, from those of the product and those of its siblings."""
    rung = climb(
        place(market),
        [candidate(offer, market) for offer in offers],
        [candidate(offer, market) for offer in beside],
    )
    by_pk = {offer.pk: offer for offer in (*offers, *beside)}
    return rung, [by_pk[key] for key in rung.keys]


def explained(step: Step, market) -> str:
    """What a reader is told about how these shops were found."""
    name = {"market": market.name_in_text}
    return {
        Step.EXACT: "",
        Step.SHIPS: gettext("No shop in %(market)s lists it. These shops elsewhere say they ship there.") % name,
        Step.REGION: gettext(
            "No shop in %(market)s lists it and none says it ships there. These are nearby and ask the same currency; "
            "whether they deliver to you, the shop will say."
        )
        % name,
        Step.SIBLING: gettext("This colourway is in no shop for %(market)s. These shops list others of the same shoe.")
        % name,
        Step.STORY: gettext("No shop we know has this shoe, or its other colourways, for %(market)s.") % name,
    }[step]


def notice(kind: Disclosure, market, house) -> str:
    """What stands before the first shop link; empty where there is none. Wording of the market, the site, the house."""
    if kind == Disclosure.SILENT:
        return ""
    if kind == Disclosure.NONE:
        return gettext("None of the shops listed here pays us.")
    own = market.disclosure or (house.disclosure if house else "")
    if own:
        return own
    if kind == Disclosure.SOME:
        return gettext(
            "If you buy through a link marked ‘Ad’ we may be paid a commission. It changes neither the price nor the "
            "order in which shops are listed."
        )
    return gettext(
        "If you buy through a shop link we may be paid a commission. It changes neither the price nor the order in "
        "which shops are listed."
    )


def alternates(where: WhereToBuy, language: str, default) -> list[Alternate]:
    """The pages of this product in every market with offers of its own, this one among them; none for a stand-in.

    All are in one language, for readers in different countries: en-JP. `default` is the market pages show until a
    reader chooses; its page is what those are told to take whose country has none.
    """
    if not where.is_own:
        return []
    urls = {where.market.code: where.url} | {there.code: there.url for there in where.elsewhere}
    found = [Alternate(f"{language}-{code}", absolute_url(url)) for code, url in sorted(urls.items())]
    if default is not None and default.code in urls:
        found.append(Alternate("x-default", absolute_url(urls[default.code])))
    return found


def elsewhere(product, offers: Sequence, market, at: datetime) -> list[Elsewhere]:
    """The other markets with offers of the product, by name."""
    by_market: dict[int, list] = {}
    for offer in offers:
        if offer.market_id != market.pk:
            by_market.setdefault(offer.market_id, []).append(offer)
    found = []
    for own in by_market.values():
        there = own[0].market
        price = lowest([contender(offer, at) for offer in own], there.currency)
        named = LowestIn(price, there.currency, there.locale, there.time_zone) if price else None
        found.append(
            Elsewhere(
                name=there.name,
                code=there.code,
                url=address(product, there),
                shops=len({offer.retailer_id for offer in own}),
                price=from_text(named) if named else "",
                seen=seen(named) if named else None,
            )
        )
    return sorted(found, key=lambda market: market.name)


def address(product, market) -> str:
    """The page of a product's shops in a market; empty for a product that is not in the tree yet."""
    return shops_address(product.url_path, market.slug)


def shops_address(url_path: str, market: str) -> str:
    """The same from the product's path in the tree and the market's slug."""
    parts = url_path.strip("/").split("/")[-DEPTH:]
    return reverse("where_to_buy", args=[*parts, market]) if len(parts) == DEPTH and all(parts) else ""
