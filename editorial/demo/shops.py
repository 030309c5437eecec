"""Invented shops and ninety days of what they ask: the same for the same keys, whenever it is loaded.

Prices, sizes and gaps are drawn from a generator that each offer's own names start. Only the clock is real.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone
from django.utils.text import slugify

from editorial.actions.sightings import Sighting
from editorial.actions.write_offer import write_offers
from editorial.choices import Availability, Condition
from editorial.demo.catalogue import one_of
from editorial.demo.clicks import draw_clicks
from editorial.demo.registry import Registry
from editorial.demo.sightings import draw_sightings, rounded, usual_price
from editorial.demo.sources import Entry, fields
from editorial.listings.size_tables import chart_of
from editorial.models import (
    AffiliateTerms,
    Market,
    Offer,
    OfferItem,
    OutboundClick,
    ProductPage,
    Retailer,
    RetailPrice,
)
from editorial.models.offers import ALPHABET, PUBLIC_ID

RETAILER = fields("key name town lists ships_to size_system cadence_hours condition", "template logo")
BATCH = 500
# The shoe of the lead story is in every shop.
EVERYWHERE, LEAD = -1, "pure-silver-navy"
# Of every twelve colourways: one sold out everywhere, one that only shops abroad send, one that stays in Germany,
# one in no shop at all.
SOLD_OUT, ABROAD, GERMANY, NOWHERE, CYCLE = 5, 7, 9, 11, 12


def load_shops(entries: list[Entry], registry: Registry, at: datetime | None = None) -> int:
    """Make the shops that are missing, with their terms, offers, sizes and observations; how many offers were made.

    A shop that is there already is left alone with everything it lists.
    """
    at = at or timezone.now()
    products = list(ProductPage.objects.shown().select_related("brand").order_by("path"))
    asked = {(price.product_id, price.market_id): price.amount for price in RetailPrice.objects.all()}
    made: list[tuple[Offer, list[Sighting]]] = []
    for entry in entries:
        if Retailer.objects.filter(slug=entry.key).exists():
            continue
        shop, markets = open_shop(entry, registry)
        for place, product in enumerate(products):
            turn = EVERYWHERE if product.slug == LEAD else place % CYCLE
            made += draw_offers(shop, entry, turn, product, markets, asked, at)
    write_offers([(offer, seen) for offer, sightings in made for seen in sightings])
    offers = [offer for offer, _sightings in made]
    OfferItem.objects.bulk_create((item for offer in offers for item in draw_sizes(offer)), BATCH)
    OutboundClick.objects.bulk_create(draw_clicks(offers, timezone.localdate(at)), BATCH)
    return len(made)


def open_shop(entry: Entry, registry: Registry) -> tuple[Retailer, list[Market]]:
    """The shop with its terms, and the markets it lists prices for."""
    markets = registry.all_named(entry, "lists", "market")
    host = f"{slugify(entry.key)}.example"
    shop = Retailer.objects.create(
        name=entry.text("name"),
        slug=entry.key,
        logo=registry.named(entry, "logo", "picture"),
        town=entry.text("town"),
        home_market=markets[0],
        hosts=host,
        size_system=entry["size_system"],
        cadence_hours=entry["cadence_hours"],
    )
    shop.ships_to.set([*markets, *registry.all_named(entry, "ships_to", "market")])
    if entry.get("template"):
        terms = AffiliateTerms(retailer=shop, template=entry.text("template"), programme="Demo programme")
        terms.full_clean()
        terms.save()
    return shop, markets


def draw_offers(
    shop: Retailer, entry: Entry, turn: int, product: ProductPage, markets: list[Market], asked: dict, at: datetime
) -> Iterator[tuple[Offer, list[Sighting]]]:
    """The shop's offers of a product, one for each of its markets that `turn` leaves it, with all that was seen."""
    condition = one_of(Condition, entry, "condition", entry.text("condition"))
    for market in markets:
        dice = Random(f"{shop.slug}:{product.translation_key}:{market.code}")  # noqa: S311 a demo, not a secret
        if is_missing(turn, market, dice):
            continue
        offer = Offer(
            public_id="".join(dice.choice(ALPHABET) for _letter in range(PUBLIC_ID)),
            retailer=shop,
            product=product,
            market=market,
            condition=condition,
        )
        now = draw_sighting(offer, turn, asked, dice, at)
        yield offer, draw_sightings(offer, now, at)


def is_missing(turn: int, market: Market, dice: Random) -> bool:
    """Whether the shop does not list this colourway there."""
    only = {ABROAD: {"NL", "US", "JP"}, GERMANY: {"DE"}, NOWHERE: set()}.get(turn)
    if only is not None:
        return market.code not in only
    return turn != EVERYWHERE and dice.random() < 0.12


def draw_sighting(offer: Offer, turn: int, asked: dict, dice: Random, at: datetime) -> Sighting:
    """What the shop asks now, seen lately in most shops, late in some, long ago in a few."""
    shop, market = offer.retailer, offer.market
    usual = asked.get((offer.product.pk, market.pk)) or usual_price(market.currency)
    part = {Condition.USED: 0.6, Condition.RESALE: 1.4}.get(
        offer.condition, dice.choice([0.8, 0.85, 0.9, 0.95, 1, 1, 1])
    )
    price = rounded(usual * Decimal(str(part)), market.currency)
    rounds = dice.choices([dice.uniform(0, 0.9), 2.5, 6], [85, 9, 6])[0]
    stock = (
        Availability.IN_STOCK
        if turn == EVERYWHERE
        else dice.choices(["in_stock", "low", "sold_out", "backorder", "unknown"], [62, 18, 12, 4, 4])[0]
    )
    is_reduced = offer.condition == Condition.NEW and price < usual and dice.random() < 0.5
    return Sighting(
        at=at - shop.cadence * rounds - timedelta(minutes=dice.randint(1, 30)),
        url=f"https://{shop.hosts}/{market.code.lower()}/{offer.product.slug}",
        price=price,
        currency=market.currency,
        was=usual if is_reduced else None,
        delivery=dice.choice([None, Decimal(0), Decimal(0), rounded(usual / 25, market.currency)]),
        delivery_note=dice.choice(["", "1 day", "2 days", "3 to 5 days"]),
        availability=Availability.SOLD_OUT if turn == SOLD_OUT else stock,
    )


def draw_sizes(offer: Offer) -> Iterator[OfferItem]:
    """The sizes a shop lists, in its own system; one shop in six does not say."""
    dice = Random(f"sizes:{offer.public_id}")  # noqa: S311 a demo, not a secret
    chart = chart_of(offer.product)
    if chart is None or dice.random() < 0.16:
        return
    system = offer.retailer.size_system
    for place, size in enumerate(chart.column(system)):
        is_left = offer.availability != Availability.SOLD_OUT and dice.random() < (
            0.3 if offer.availability == Availability.LOW else 0.8
        )
        yield OfferItem(
            offer=offer,
            system=system,
            size=size,
            item_id=f"{offer.public_id}-{place:02d}",
            availability=Availability.IN_STOCK if is_left else Availability.SOLD_OUT,
        )
