"""Writing what shops were seen to ask: the one road by which prices enter the tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import batched

from django.db import transaction
from django.db.models import OuterRef, Subquery

from editorial.actions.sightings import SEEN_FIELDS, Key, Outcome, Sighting, check, held_price, key_of, meet
from editorial.models import HeldPrice, Offer, PriceObservation
from editorial.shopping.doubts import Asked

# Below the number of values that either database takes in one statement.
BATCH = 2000
WRITTEN = [*SEEN_FIELDS, "was", "was_seen_at", "seen_at", "withdrawn_at", "doubt", "is_manual"]
REPEATED = [*SEEN_FIELDS, "seen_at", "doubt"]


@dataclass
class Story:
    """What has become of an offer so far."""

    offer: Offer
    before: Asked | None
    decided: dict[Key, str]
    waiting: HeldPrice | None
    observed: list[PriceObservation] = field(default_factory=list)
    held: HeldPrice | None = None
    is_written: bool = False


def write_offer(offer: Offer, seen: Sighting) -> bool:
    """Write the sighting into the offer, new or known; whether the price was believed.

    A price that raises a doubt waits beside the offer, which goes on asking what it asked and grows older; one that
    was never believed stays hidden. Raises ValidationError for an address that is not the shop's, an unknown currency
    or a price out of bounds.
    """
    return write_offers([(offer, seen)]) == [Outcome.BELIEVED]


def write_offers(sightings: Sequence[tuple[Offer, Sighting]]) -> list[Outcome]:
    """Write many sightings, those of one offer in the order of time; what became of each.

    All or nothing, in a number of queries that grows with their thousands only. Known offers need their retailer
    joined. Raises ValidationError as `write_offer` does.
    """
    with transaction.atomic():
        stories = read_stories({id(offer): offer for offer, _seen in sightings}.values())
        outcomes = [tell(stories[id(offer)], seen) for offer, seen in sightings]
        keep(stories.values())
    return outcomes


def tell(story: Story, seen: Sighting) -> Outcome:
    """Let the offer meet one sighting."""
    offer = story.offer
    check(offer, seen)
    outcome, problem = meet(offer, seen, story.before, story.decided)
    if outcome == Outcome.HELD:
        story.held = held_price(offer, seen, problem, story.before)
        story.is_written |= story.before is None
    elif outcome == Outcome.BELIEVED:
        # It answers whatever was being asked.
        story.held, story.is_written = None, True
        if story.before is None or (story.before.amount, story.before.currency) != (seen.price, seen.currency):
            story.observed.append(PriceObservation(offer=offer, at=seen.at, price=seen.price, currency=seen.currency))
        story.before = Asked(seen.price, seen.currency)
    return outcome


def read_stories(offers: Iterable[Offer]) -> dict[int, Story]:
    """What is known of the offers, by the identity of the object, for those without a row have nothing else."""
    offers = list(offers)
    known = [offer.pk for offer in offers if offer.pk]
    before = last_believed(known)
    decided: dict[int, dict[Key, str]] = defaultdict(dict)
    waiting: dict[int, HeldPrice] = {}
    for some in batched(known, BATCH):
        for held in HeldPrice.objects.filter(offer__in=some).order_by("decided_at"):
            if held.decision:
                decided[held.offer_id][key_of(held)] = held.decision
            else:
                waiting[held.offer_id] = held
    return {
        id(offer): Story(offer, before.get(offer.pk), decided[offer.pk] if offer.pk else {}, waiting.get(offer.pk))
        for offer in offers
    }


def last_believed(offers: Sequence[int]) -> dict[int, Asked]:
    """The last price that was observed, by offer; without those that have none."""
    newest = PriceObservation.objects.filter(offer=OuterRef("offer")).order_by("-at").values("pk")[:1]
    found = {}
    for some in batched(offers, BATCH):
        rows = PriceObservation.objects.filter(offer__in=some, pk=Subquery(newest))
        found |= {row.offer_id: Asked(row.price, row.currency) for row in rows}
    return found


def keep(stories: Iterable[Story]) -> None:
    """Write offers, observations and held prices."""
    stories = list(stories)
    rewritten = [story.offer for story in stories if story.is_written and story.offer.pk]
    Offer.objects.bulk_create([story.offer for story in stories if story.offer.pk is None], BATCH)
    save_again(rewritten, WRITTEN)
    PriceObservation.objects.bulk_create((seen for story in stories for seen in story.observed), BATCH)
    keep_held(stories)


def save_again(offers: list, fields: list[str]) -> None:
    """Update the rows of these objects of one model, a few thousand to a statement."""
    if offers:
        type(offers[0]).objects.bulk_create(
            offers, BATCH, update_conflicts=True, unique_fields=["pk"], update_fields=fields
        )


def keep_held(stories: list[Story]) -> None:
    """One sighting waits for each offer: the same as before was only seen again, another takes its place."""
    repeated, replaced, fresh = [], [], []
    for story in stories:
        if story.held and story.waiting and key_of(story.held) == key_of(story.waiting):
            for name in REPEATED:
                setattr(story.waiting, name, getattr(story.held, name))
            repeated.append(story.waiting)
            continue
        if story.waiting and (story.held or story.is_written):
            replaced.append(story.waiting.pk)
        if story.held:
            fresh.append(story.held)
    for some in batched(replaced, BATCH):
        HeldPrice.objects.filter(pk__in=some).delete()
    save_again(repeated, REPEATED)
    HeldPrice.objects.bulk_create(fresh, BATCH)
