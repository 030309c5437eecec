"""What a look at a shop's page makes of an offer. In memory: `write_offer` does the writing."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from editorial.choices import Decision, Doubt
from editorial.models import HeldPrice, Offer
from editorial.shopping.doubts import Asked, doubt

# What a sighting says, under the same names in offers and in held prices.
SEEN_FIELDS = ("price", "currency", "availability", "url", "delivery", "delivery_note")
IDENTITY = ("retailer", "product", "market")

Key = tuple[Decimal, str, Decimal | None]


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


class Outcome(StrEnum):
    """Believed: the offer asks this now. Held: it waits beside the offer. Known: it was turned down before."""

    BELIEVED = "believed"
    HELD = "held"
    KNOWN = "known"


def key_of(seen: Sighting | HeldPrice) -> Key:
    """What makes a sighting the same as one that was decided before."""
    return seen.price, seen.currency, seen.was


def asked(seen: Sighting | HeldPrice) -> Asked:
    """The sighting as the rules for doubts see it."""
    return Asked(seen.price, seen.currency, seen.was)


def meet(
    offer: Offer, seen: Sighting, before: Asked | None, decided: Mapping[Key, str]
) -> tuple[Outcome, Doubt | None]:
    """Let the offer take the sighting if it is believed; what became of it, and the doubt if there is one.

    `before` is the last price that was believed, None for an offer without one: that has nothing else to say, so it
    takes what was seen along with the doubt. `decided` is what was decided about the same sightings before.
    """
    problem = doubt(asked(seen), before)
    decision = decided.get(key_of(seen)) if problem else None
    if decision == Decision.REJECTED:
        return Outcome.KNOWN, problem
    # Jumps that were right once are asked about again; a former price that is no higher stays as harmless as it was.
    if problem and not (decision == Decision.ACCEPTED and problem == Doubt.WAS_BELOW_NOW):
        if before is None:
            take(offer, seen)
            offer.doubt = problem
        return Outcome.HELD, problem
    take(offer, seen)
    return Outcome.BELIEVED, None


def take(offer: Offer, seen: Sighting) -> None:
    """Write what was seen into the offer. A former price that is no higher than today's is nothing to tell readers."""
    for name in SEEN_FIELDS:
        setattr(offer, name, getattr(seen, name))
    was = seen.was if seen.was is not None and seen.was > seen.price else None
    if was != offer.was or (was is not None and offer.was_seen_at is None):
        offer.was, offer.was_seen_at = was, seen.at if was is not None else None
    offer.seen_at, offer.withdrawn_at, offer.doubt = seen.at, None, ""


def check(offer: Offer, seen: Sighting) -> None:
    """Whether what was seen may stand in an offer, without asking the database.

    Raises ValidationError for an address that is not the shop's, an unknown currency or a price out of bounds.
    """
    candidate = copy(offer)
    for name in SEEN_FIELDS:
        setattr(candidate, name, getattr(seen, name))
    candidate.was, candidate.was_seen_at = seen.was, seen.at if seen.was is not None else None
    candidate.seen_at = seen.at
    candidate.clean_fields(exclude=IDENTITY)
    candidate.clean()


def held_price(offer: Offer, seen: Sighting, problem: Doubt, before: Asked | None) -> HeldPrice:
    """The sighting as it waits for a decision."""
    return HeldPrice(
        offer=offer,
        doubt=problem,
        seen_at=seen.at,
        was=seen.was,
        before=before.amount if before else None,
        before_currency=before.currency if before else "",
        **{name: getattr(seen, name) for name in SEEN_FIELDS},
    )


def sighting_of(held: HeldPrice) -> Sighting:
    """What was seen when the price was held back."""
    return Sighting(at=held.seen_at, was=held.was, **{name: getattr(held, name) for name in SEEN_FIELDS})
