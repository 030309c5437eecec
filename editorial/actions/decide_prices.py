"""Deciding what was held back: an offer takes the price, or keeps what it asked and remembers that it was offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from editorial.actions.offer_log import ACCEPT, REJECT, REOPEN, note
from editorial.actions.sightings import sighting_of, take
from editorial.actions.write_offer import BATCH, WRITTEN, last_believed, save_again
from editorial.choices import Decision
from editorial.models import HeldPrice, Offer, PriceObservation
from editorial.shopping.destinations import refusal

VERDICT = ["decision", "decided_at", "decided_by"]


@dataclass(frozen=True)
class Decided:
    """How many prices were decided, and how many could not be: decided by others, seen anew, or leading elsewhere."""

    done: int
    missed: int


def accept(ids: Iterable[int], user, at: datetime) -> Decided:
    """The prices are right: their offers ask them from the moment they were seen, and that is observed.

    An offer that was withdrawn after the sighting stays withdrawn. A price whose address is no longer the shop's waits.
    """
    ids = set(ids)
    with transaction.atomic():
        right = [held for held in locked(ids) if not refusal(held.url, held.offer.retailer.allowed_hosts)]
        before = last_believed([held.offer_id for held in right])
        observed = []
        for held in right:
            offer, last = held.offer, before.get(held.offer_id)
            was_gone = offer.withdrawn_at if not offer.doubt and (offer.withdrawn_at or at) > held.seen_at else None
            take(offer, sighting_of(held))
            offer.withdrawn_at = was_gone
            if last is None or (last.amount, last.currency) != (held.price, held.currency):
                observed.append(
                    PriceObservation(offer=offer, at=held.seen_at, price=held.price, currency=held.currency)
                )
        save_again([held.offer for held in right], WRITTEN)
        PriceObservation.objects.bulk_create(observed, BATCH)
        settle(right, Decision.ACCEPTED, user, at)
        note(told(right), ACCEPT, user, at)
    return Decided(len(right), len(ids) - len(right))


def reject(ids: Iterable[int], user, at: datetime) -> Decided:
    """The prices are wrong: their offers keep what they asked, at its age; an offer that has nothing else goes."""
    ids = set(ids)
    with transaction.atomic():
        wrong = list(locked(ids))
        never_believed = [held.offer_id for held in wrong if held.offer.doubt]
        Offer.objects.filter(pk__in=never_believed).update(withdrawn_at=at)
        settle(wrong, Decision.REJECTED, user, at)
        note(told(wrong), REJECT, user, at)
    return Decided(len(wrong), len(ids) - len(wrong))


def reopen(ids: Iterable[int], user) -> Decided:
    """Prices that were turned down wait again, unless the offer was seen since or another price of it waits."""
    ids = set(ids)
    with transaction.atomic():
        waiting = HeldPrice.objects.waiting().values("offer")
        rejected = HeldPrice.objects.filter(pk__in=ids, decision=Decision.REJECTED).exclude(offer__in=waiting)
        # The newest of each offer only; an offer that never was believed has no other time than the sighting's.
        newest = {
            held.offer_id: held
            for held in rejected.select_related("offer__retailer", "offer__product", "offer__market").order_by(
                "seen_at"
            )
            if held.offer.doubt or held.seen_at > held.offer.seen_at
        }
        again = list(newest.values())
        settle(again, "", None, None)
        note(told(again), REOPEN, user)
    return Decided(len(again), len(ids) - len(again))


def locked(ids: set[int]):
    """The prices among these that still wait, with offer and retailer; nobody else decides them meanwhile."""
    waiting = (
        HeldPrice.objects.waiting()
        .filter(pk__in=ids)
        .select_related("offer__retailer", "offer__product", "offer__market")
    )
    return waiting.select_for_update(of=("self", "offer")).order_by("pk")


def settle(prices: list[HeldPrice], decision: str, user, at: datetime | None) -> None:
    """Write the decision on each price."""
    for held in prices:
        held.decision, held.decided_by, held.decided_at = decision, user, at
    save_again(prices, VERDICT)


def told(prices: list[HeldPrice]):
    """Each offer with what its history says of the decision."""
    for held in prices:
        before = f"{held.before:f} {held.before_currency}" if held.before is not None else ""
        yield held.offer, {"price": f"{held.price:f} {held.currency}", "before": before}
