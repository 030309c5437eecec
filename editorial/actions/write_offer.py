"""Writing what a shop was seen to ask: the one road by which prices enter the tables."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from editorial.models import Offer, PriceObservation
from editorial.shopping.doubts import Asked, doubt


@dataclass(frozen=True)
class Sighting:
    """A look at a shop's page. Amounts are in `currency`; delivery None is not known; `was` is the shop's own word."""

    at: datetime
    price: Decimal
    currency: str
    availability: str
    url: str
    delivery: Decimal | None = None
    delivery_note: str = ""
    was: Decimal | None = None


def write_offer(offer: Offer, seen: Sighting) -> bool:
    """Write the sighting into the offer, new or known; whether the price was believed.

    A price that raises a doubt holds the offer back and is not observed until somebody decides. Raises
    ValidationError for an address that is not the shop's, an unknown currency or a price out of bounds.
    """
    with transaction.atomic():
        before = last_believed(offer) if offer.pk else None
        for name in ("price", "currency", "availability", "url", "delivery", "delivery_note"):
            setattr(offer, name, getattr(seen, name))
        if seen.was != offer.was or (seen.was is not None and offer.was_seen_at is None):
            offer.was, offer.was_seen_at = seen.was, seen.at if seen.was is not None else None
        offer.seen_at, offer.withdrawn_at = seen.at, None
        offer.full_clean()
        offer.doubt = doubt(Asked(seen.price, seen.currency, seen.was), before) or ""
        offer.save()
        if not offer.doubt:
            observe(offer, before)
    return not offer.doubt


def last_believed(offer: Offer) -> Asked | None:
    """The last price that was observed, None before the first."""
    last = PriceObservation.objects.filter(offer=offer).order_by("-at").first()
    return Asked(last.price, last.currency) if last else None


def observe(offer: Offer, before: Asked | None) -> None:
    """Remember the offer's price if it is another than before."""
    if before is None or (before.amount, before.currency) != (offer.price, offer.currency):
        PriceObservation.objects.create(offer=offer, at=offer.seen_at, price=offer.price, currency=offer.currency)


def believe(offer: Offer) -> None:
    """Somebody decided that a price held back is right: it is shown and remembered."""
    with transaction.atomic():
        before = last_believed(offer)
        offer.doubt = ""
        offer.save(update_fields=["doubt"])
        observe(offer, before)


def disbelieve(offer: Offer, at: datetime) -> None:
    """Somebody decided that it is wrong: the last believed price returns at its age; without one the offer goes."""
    with transaction.atomic():
        last = PriceObservation.objects.filter(offer=offer).order_by("-at").first()
        offer.doubt = ""
        if last:
            offer.price, offer.currency, offer.seen_at = last.price, last.currency, last.at
        else:
            offer.withdrawn_at = at
        offer.was = offer.was_seen_at = None
        offer.save(update_fields=["doubt", "price", "currency", "seen_at", "withdrawn_at", "was", "was_seen_at"])


def withdraw(offer: Offer, at: datetime) -> None:
    """The shop no longer lists it. Links to it still lead to the product's page."""
    offer.withdrawn_at = at
    offer.save(update_fields=["withdrawn_at"])
