"""Shops and what they ask. `fields` overrule what a function would choose."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count

from django.utils import timezone
from django.utils.text import slugify

from editorial.actions.write_offer import Sighting, write_offer
from editorial.choices import Availability, Condition
from editorial.models import AffiliateTerms, Market, Offer, OfferItem, ProductPage, Retailer

_numbers = count(1)


def retailer(name: str = "", home: Market | None = None, ships_to=(), **fields) -> Retailer:
    """A shop on a host of its own, at home in the first market there is unless told where."""
    name = name or f"Shop {next(_numbers)}"
    values = {"slug": slugify(name), "hosts": f"{slugify(name)}.example", "cadence_hours": 24} | fields
    made = Retailer.objects.create(name=name, home_market=home or Market.objects.first(), **values)
    made.ships_to.set(ships_to)
    return made


def offer(
    shoe: ProductPage,
    where: Market,
    shop: Retailer | None = None,
    price: str = "150.00",
    at: datetime | None = None,
    **fields,
) -> Offer:
    """What a shop asks now, written as a sighting would be; in stock, new, in the market's money."""
    shop = shop or retailer(home=where)
    condition = fields.pop("condition", Condition.NEW)
    values = {
        "at": at or timezone.now() - timedelta(minutes=5),
        "price": Decimal(price),
        "currency": where.currency,
        "availability": Availability.IN_STOCK,
        "url": f"https://{shop.allowed_hosts[0]}/{shoe.slug}",
    } | fields
    made = Offer(retailer=shop, product=shoe, market=where, condition=condition)
    write_offer(made, Sighting(**values))
    return made


def size(of: Offer, label: str, availability: str = Availability.IN_STOCK, system: str = "EU") -> OfferItem:
    """One size of an offer."""
    return OfferItem.objects.create(offer=of, size=label, system=system, availability=availability)


def terms(shop: Retailer, template: str = "tag=house&sub={offer}", where: Market | None = None) -> AffiliateTerms:
    """What the shop knows us by."""
    made = AffiliateTerms(retailer=shop, market=where, template=template)
    made.full_clean()
    made.save()
    return made
