"""Offers as pages need them: read in one query, judged by the pure room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q

from editorial.listings.expiry import note_changes
from editorial.listings.reach import objects
from editorial.shopping.codes import BUYABLE, Availability, Condition
from editorial.shopping.freshness import freshness, next_change
from editorial.shopping.ladder import Candidate, Place
from editorial.shopping.ranking import Contender, Lowest, lowest


def offers_around(product, siblings: Sequence, market) -> tuple[list, list]:
    """Offers that readers may see: all of the product, and those of siblings for the market; in one query.

    Siblings' offers for other markets come along only if their shops ship to this one and the product has no offer of
    its own there. Shop with logo and market are joined, the product is set. `pays` is whether a commission may follow
    from the link, `ships_here` whether the shop delivers to the market.
    """
    pages = {page.pk: page for page in (product, *siblings)}
    terms = objects("AffiliateTerms").filter(retailer=OuterRef("retailer"))
    ships_here = Exists(objects("Retailer").filter(pk=OuterRef("retailer"), ships_to=market))
    has_own = Exists(objects("Offer").shown().filter(product=product.pk, market=market))
    of_siblings = Q(product__in=[page.pk for page in siblings])
    rows = (
        objects("Offer")
        .shown()
        .annotate(
            pays=Exists(terms.filter(Q(market=OuterRef("market")) | Q(market=None))),
            ships_here=ships_here,
        )
        .filter(Q(product=product.pk) | of_siblings & (Q(market=market) | Q(~has_own, ships_here=True)))
        .select_related("retailer__logo__replacement", "market")
        .in_order_of_arrival()
    )
    found = list(rows)
    for offer in found:
        offer.product = pages[offer.product_id]
    own = [offer for offer in found if offer.product_id == product.pk]
    return own, [offer for offer in found if offer.product_id != product.pk]


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


def candidate(offer, market) -> Candidate:
    """The offer as the ladder sees it from this market."""
    reach = frozenset({market.code} if offer.ships_here else ())
    return Candidate(offer.pk, offer.retailer_id, offer.condition, place(offer.market), offer.currency, reach)


def note_ageing(offers: Iterable, at: datetime) -> None:
    """The page that shows these offers ends when the first of their prices changes its step."""
    note_changes(next_change(offer.seen_at, offer.retailer.cadence, at) for offer in offers)


@dataclass(frozen=True)
class LowestIn:
    """The 'from' price of a product in a market, with what it takes to print it."""

    price: Lowest
    currency: str
    locale: str
    time_zone: str


def lowest_among(offers: Iterable, market, at: datetime) -> dict[int, LowestIn]:
    """The 'from' prices in a market, by product, of offers that were read already."""
    fields: dict[int, list[Contender]] = {}
    here = [offer for offer in offers if offer.market_id == market.pk]
    note_ageing(here, at)
    for offer in here:
        fields.setdefault(offer.product_id, []).append(contender(offer, at))
    found = {product: lowest(field, market.currency) for product, field in fields.items()}
    return {
        product: LowestIn(price, market.currency, market.locale, market.time_zone)
        for product, price in found.items()
        if price
    }


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
            "market__time_zone",
        )
    )
    fields: dict[int, list[Contender]] = {}
    printed: dict[int, tuple[str, str, str]] = {}
    for pk, product, shop, hours, price, currency, availability, seen_at, *how in rows:
        cadence = timedelta(hours=hours)
        fresh = freshness(seen_at, cadence, at)
        note_changes([next_change(seen_at, cadence, at)])
        fields.setdefault(product, []).append(
            Contender(pk, shop, price, currency, Availability(availability), Condition.NEW, fresh, seen_at)
        )
        printed[product] = (currency, *how)
    found = {product: lowest(field, printed[product][0]) for product, field in fields.items()}
    return {product: LowestIn(price, *printed[product]) for product, price in found.items() if price}
