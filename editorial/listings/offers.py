"""Offers as pages need them: read in one query, judged by the pure room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q

from editorial.listings.expiry import note_changes
from editorial.listings.reach import objects
from editorial.shopping.codes import BUYABLE, Availability, Condition
from editorial.shopping.freshness import freshness, next_change
from editorial.shopping.ladder import Candidate, Place
from editorial.shopping.ranking import Contender, Lowest, lowest


def offers_of(products):
    """Offers that readers may see, of these products, with shop and market joined.

    `pays` is whether a commission may follow from the link.
    """
    terms = objects("AffiliateTerms").filter(retailer=OuterRef("retailer"))
    pays = Exists(terms.filter(Q(market=OuterRef("market")) | Q(market=None)))
    found = objects("Offer").shown().filter(product__in=products).select_related("retailer", "market")
    return found.annotate(pays=pays).in_order_of_arrival()


def contender(offer, at: datetime) -> Contender:
    """The offer as the order of shops sees it."""
    return Contender(
        key=offer.pk,
        shop=offer.retailer.name,
        amount=offer.price,
        currency=offer.currency,
        availability=Availability(offer.availability),
        condition=Condition(offer.condition),
        freshness=freshness(offer.seen_at, offer.retailer.cadence, at),
        seen_at=offer.seen_at,
        delivery=offer.delivery,
    )


def place(market) -> Place:
    """The market as the ladder sees it."""
    return Place(market.code, market.region_id, market.currency)


def candidate(offer, ships_to: Mapping[int, frozenset[str]]) -> Candidate:
    """The offer as the ladder sees it; `ships_to` are country codes by retailer."""
    reach = ships_to.get(offer.retailer_id, frozenset())
    return Candidate(offer.pk, offer.retailer_id, offer.condition, place(offer.market), offer.currency, reach)


def destinations(offers: Iterable) -> dict[int, frozenset[str]]:
    """The country codes that the offers' shops ship to, by retailer, in one query."""
    shops = {offer.retailer_id for offer in offers}
    pairs = objects("Retailer").filter(pk__in=shops, ships_to__isnull=False).values_list("pk", "ships_to__code")
    found: dict[int, set[str]] = {}
    for pk, code in pairs:
        found.setdefault(pk, set()).add(code)
    return {pk: frozenset(codes) for pk, codes in found.items()}


def note_ageing(offers: Iterable, at: datetime) -> None:
    """The page that shows these offers ends when the first of their prices changes its step."""
    note_changes(next_change(offer.seen_at, offer.retailer.cadence, at) for offer in offers)


@dataclass(frozen=True)
class LowestIn:
    """The 'from' price of a product in a market, with what it takes to print it."""

    price: Lowest
    currency: str
    locale: str


def lowest_by_product(products, markets, at: datetime) -> dict[int, LowestIn]:
    """The 'from' prices of many products in one market, in one query. `markets` are ids of one market, or a subquery.

    Only what can be part of such a price is read: new pairs to be had now, in the market's money.
    """
    rows = (
        objects("Offer")
        .shown()
        .filter(
            product__in=products,
            market__in=markets,
            condition=Condition.NEW,
            availability__in=[availability.value for availability in BUYABLE],
            currency=F("market__currency"),
        )
        .values_list(
            "pk",
            "product_id",
            "retailer__name",
            "retailer__cadence_hours",
            "price",
            "currency",
            "availability",
            "seen_at",
            "market__locale",
        )
    )
    fields: dict[int, list[Contender]] = {}
    printed: dict[int, tuple[str, str]] = {}
    for pk, product, shop, hours, price, currency, availability, seen_at, locale in rows:
        cadence = timedelta(hours=hours)
        fresh = freshness(seen_at, cadence, at)
        note_changes([next_change(seen_at, cadence, at)])
        fields.setdefault(product, []).append(
            Contender(pk, shop, price, currency, Availability(availability), Condition.NEW, fresh, seen_at)
        )
        printed[product] = (currency, locale)
    found = {product: lowest(field, printed[product][0]) for product, field in fields.items()}
    return {product: LowestIn(price, *printed[product]) for product, price in found.items() if price}
