"""Timelines and comparisons, put in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editorial.listings.facts import Fact
from editorial.listings.labels import label_facts


@dataclass(frozen=True)
class ComparedFact:
    """One fact of several silhouettes, in their order; an empty string where it is not known."""

    label: str
    values: list[str]


def in_order(collaborations: Iterable) -> list:
    """Chosen collaborations in the timeline's order: newest first, those known by year alone after the dated ones."""
    return sorted(
        collaborations,
        key=lambda entry: (
            -(entry.year or 0),
            -(entry.month or 0),
            -(entry.day or 0),
            -entry.sequence,
            entry.title,
        ),
    )


def compared(silhouettes: Sequence) -> list[ComparedFact]:
    """The labels of several silhouettes, fact by fact; the model's name is left to the heading."""
    sheets = [{fact.label: words_of(fact) for fact in label_facts(silhouette)[1:]} for silhouette in silhouettes]
    labels = dict.fromkeys(label for sheet in sheets for label in sheet)
    return [ComparedFact(label, [sheet.get(label, "") for sheet in sheets]) for label in labels]


def words_of(fact: Fact) -> str:
    """A fact without its links."""
    return fact.value or ", ".join(link.text for link in fact.values)
