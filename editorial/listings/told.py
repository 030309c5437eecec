"""The stories that name an entry of the catalogue: a few as cards, all others in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from editorial.listings.paging import numbered_pages

# Beyond that, a reader is better served by the search.
IN_WORDS = 36


@dataclass(frozen=True)
class Told:
    """`cards` in a list's order, then the `others`; `count` is how many there are in all, `left` how many unnamed."""

    cards: Sequence
    others: Sequence
    count: int

    @property
    def left(self) -> int:
        """Stories that are on neither list."""
        return self.count - len(self.cards) - len(self.others)

    def without(self, story) -> "Told":
        """The same without one story, which the page shows elsewhere; the first of the others takes its place."""
        rest = [one for one in (*self.cards, *self.others) if one is not story]
        most = len(self.cards)
        is_here = len(rest) < len(self.cards) + len(self.others)
        return Told(rest[:most], rest[most:], self.count - is_here)


def told(stories, cards: int) -> Told:
    """The first `cards` of a queryset of stories, the next ones, and how many there are; one query."""
    page = numbered_pages(stories, None, cards + IN_WORDS)
    found = list(page.object_list)
    return Told(found[:cards], found[cards:], page.paginator.count)
