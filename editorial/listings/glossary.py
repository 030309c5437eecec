"""The glossary, by letter."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from editorial.choices import MentionSource
from editorial.listings.reach import objects

STORIES = 12


@dataclass(frozen=True)
class Entry:
    """A term with the shoes that have it, and stories that explain it or are about those shoes."""

    term: object
    silhouettes: Sequence
    stories: Sequence


@dataclass(frozen=True)
class Letter:
    """The entries under one letter; figures and signs stand under '#'."""

    letter: str
    entries: Sequence[Entry]

    @property
    def anchor(self) -> str:
        """The section's id; a sign makes no good one."""
        return f"letter-{self.letter}" if self.letter != "#" else "letter-0"


def glossary() -> list[Letter]:
    """Every term by letter, in four queries."""
    terms = list(objects("Term").select_related("brand"))
    silhouettes = silhouettes_by_term()
    stories = stories_by_silhouette({shoe.pk for shoes in silhouettes.values() for shoe in shoes})
    explaining = stories_by_term()
    entries = [
        Entry(term, silhouettes[term.pk], stories_of(explaining[term.pk], silhouettes[term.pk], stories))
        for term in sorted(terms, key=lambda term: (initial(term.title), term.title.casefold()))
    ]
    grouped = groupby(entries, key=lambda entry: initial(entry.term.title))
    return [Letter(letter, list(group)) for letter, group in grouped]


def initial(title: str) -> str:
    """The letter a title is filed under: its first, without accents and in capitals; '#' for anything else."""
    first = unicodedata.normalize("NFKD", title)[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def silhouettes_by_term() -> dict[int, list]:
    """Shown silhouettes by the term that is in them."""
    found = defaultdict(list)
    links = (
        objects("SilhouetteTechnology")
        .filter(silhouette__in=objects("SilhouettePage").shown())
        .select_related("silhouette__brand")
        .order_by("silhouette__year", "silhouette__title")
    )
    for link in links:
        found[link.term_id].append(link.silhouette)
    return found


def stories_by_silhouette(silhouette_ids: Iterable[int]) -> dict[int, list]:
    """Shown stories by the silhouette their editor named as a subject, newest first."""
    found = defaultdict(list)
    mentions = (
        objects("FeatureMention")
        .filter(subject__in=silhouette_ids, source=MentionSource.EXPLICIT, feature__in=objects("FeaturePage").shown())
        .select_related("feature")
        .order_by("-feature__first_published_at", "-feature")
    )
    for mention in mentions:
        found[mention.subject_id].append(mention.feature)
    return found


def stories_by_term() -> dict[int, list]:
    """Shown stories by the term that their words are tied to, newest first."""
    found = defaultdict(list)
    mentions = (
        objects("TermMention")
        .filter(feature__in=objects("FeaturePage").shown())
        .select_related("feature")
        .order_by("-feature__first_published_at", "-feature")
    )
    for mention in mentions:
        found[mention.term_id].append(mention.feature)
    return found


def stories_of(explaining: Iterable, silhouettes: Sequence, stories: dict[int, list]) -> list:
    """A few stories, each once: those that explain the term, then those about any of the silhouettes."""
    about = [story for silhouette in silhouettes for story in stories[silhouette.pk]]
    unique = {story.pk: story for story in [*explaining, *about]}
    return list(unique.values())[:STORIES]
