"""Which names live features write without a link to what they name.

The rows belong to machines, as those of `rewrite_mentions.py`. They change with the story and with the catalogue: a
new entry is named by stories that were there before it. So they are written on publishing, and for all stories once a
night.
"""

import logging
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.tasks import task

from editorial.actions.rewrite_mentions import pages_met
from editorial.blocks.passages import passages_of
from editorial.listings.names import gazetteer
from editorial.mentions.gazetteer import Gazetteer
from editorial.mentions.names import TERM, Target
from editorial.mentions.stories import Mentioned, read_story
from editorial.models import FeaturePage, UnlinkedMention

logger = logging.getLogger(__name__)

CHUNK = 50
LONGEST_TEXT = 255


def rewrite_unlinked(feature: FeaturePage, known: Gazetteer | None = None) -> int:
    """Make the feature's unlinked mentions those of this version, none where it is not live; how many there are.

    `known` is the catalogue's list of names, for those who go through many stories.
    """
    wanted = list(unlinked_in(feature, known or gazetteer())) if feature.live else []
    with transaction.atomic():
        forget_unlinked(feature)
        UnlinkedMention.objects.bulk_create(wanted)
    return len(wanted)


def forget_unlinked(feature: FeaturePage) -> None:
    """Remove the feature's unlinked mentions."""
    UnlinkedMention.objects.filter(feature=feature).delete()


def unlinked_in(feature: FeaturePage, known: Gazetteer) -> Iterator[UnlinkedMention]:
    """The unlinked mentions of this version, unsaved, in reading order.

    What a block shows is met already. Entries that readers may not see can't be linked to. Of several entries with one
    name each is told: an editor knows which is meant.
    """
    shown = {page_id for page_id, _anchor in pages_met(feature)}
    named = [one for one in read_story(known, passages_of(feature.body)).entries if one.free and not one.is_linked]
    for position, (target, one) in enumerate(meanings(named, shown)):
        is_term = target.kind == TERM
        place = one.free[0][0].place
        yield UnlinkedMention(
            feature=feature,
            subject_id=None if is_term else target.id,
            term_id=target.id if is_term else None,
            text=one.free[0][1].text[:LONGEST_TEXT],
            times=one.times,
            anchor=place.anchor[:80],
            block_id=place.block_id[:36],
            position=position,
        )


def meanings(named: Iterable[Mentioned], shown: set[int]) -> Iterator[tuple[Target, Mentioned]]:
    """Each entry that a name may mean, once, with the name. A name of which one meaning is shown has that."""
    told: set[tuple[str, int]] = set()
    for one in named:
        rivals = (one.target, *one.others)
        if any(target.kind != TERM and target.id in shown for target in rivals):
            continue
        for target in rivals:
            if target.is_live and target.key not in told:
                told.add(target.key)
                yield target, one


def rewrite_every_unlinked() -> int:
    """Go through every live story; how many unlinked mentions there are. A story that can't be read keeps its rows."""
    known = gazetteer()
    UnlinkedMention.objects.filter(feature__live=False).delete()
    total = last = 0
    while some := list(FeaturePage.objects.live().filter(pk__gt=last).order_by("pk")[:CHUNK]):
        last = some[-1].pk
        for feature in some:
            try:
                total += rewrite_unlinked(feature, known)
            except Exception:
                # One story that nobody foresaw must not keep the others from being read.
                logger.exception("The names in story %s could not be read", feature.pk)
    return total


@task()
def note_unlinked(feature_id: int) -> int:
    """After a publication: the unlinked mentions of the feature, if it still is there; how many there are."""
    feature = FeaturePage.objects.filter(pk=feature_id).first()
    return rewrite_unlinked(feature) if feature else 0
