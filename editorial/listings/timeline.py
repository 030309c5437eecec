"""Collaborations in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from editorial.listings.reach import objects


@dataclass(frozen=True)
class Year:
    """One year of a timeline; `year` is None for entries whose date is not known."""

    year: int | None
    collaborations: Sequence


def by_year(collaborations: Iterable) -> list[Year]:
    """Entries by year, in the order given, which is the timeline's."""
    return [Year(year, list(group)) for year, group in groupby(collaborations, key=lambda entry: entry.year)]


def neighbours(collaboration) -> tuple:
    """The shown entries before and after this one in time, as (earlier, later); None at either end."""
    shown = objects("CollaborationPage").shown()
    return shown.earlier_than(collaboration).first(), shown.later_than(collaboration).first()
