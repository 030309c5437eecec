"""Brands with a letter wrong: 'Addidas', 'Saloman'."""

from collections.abc import Iterable

from editorial.mentions.common_words import ORDINARY_WORDS
from editorial.mentions.public_names import public_names

# Letters from which on a name may differ by one, and by two, and still be meant.
LETTERS_FOR_ONE, LETTERS_FOR_TWO = 4, 6
# Of shorter brands only a letter written twice is a slip: 'Nikee', where 'Nile' is a river.
BRAND_FOR_ONE = 5
# Words and people's names that are a letter away from a brand of shoes.
NEIGHBOURS = """
basic basics book books brook brooke broke clark clarke crooks hooka merrill merrily pandora pasta patty place places
rebook salmon salmons salomone solomon solomons swing timber umbra vanes vents
"""


class Brands:
    """Brands by what is left of them without one letter: two that are one slip apart share that."""

    def __init__(self, brands: dict[str, str], known: Iterable[str]) -> None:
        """`brands` are the catalogue's by their folded form; `known` the folded words that are something else."""
        self.known = frozenset(known) | frozenset(NEIGHBOURS.split())
        self.by_rest: dict[str, set[str]] = {}
        self.brands = {key: name for key, name in brands.items() if key not in ORDINARY_WORDS and key.isalpha()}
        for key in self.brands:
            for rest in rests(key):
                self.by_rest.setdefault(rest, set()).add(key)

    def meant(self, key: str, words: int) -> str:
        """The brand that a folded name of so many words is one letter away from, or an empty string."""
        if len(key) < BRAND_FOR_ONE or key in self.known or key in ORDINARY_WORDS or key in public_names():
            return ""
        near = {brand for rest in rests(key) for brand in self.by_rest.get(rest, ())}
        for brand in sorted(near):
            if len(self.brands[brand].split()) == words and is_slip_of(key, brand):
                return self.brands[brand]
        return ""


def rests(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_slip_of(written: str, brand: str) -> bool:
    """Whether a word is the brand but for one slip of the pen, and not several of it: 'Nikes'."""
    if written == f"{brand}s" or distance(written, brand) != 1:
        return False
    return len(brand) >= BRAND_FOR_ONE or is_doubled(written, brand)


def is_doubled(written: str, brand: str) -> bool:
    """Whether the word is the brand with one letter written twice."""
    return any(written == brand[: at + 1] + brand[at:] for at in range(len(brand)))


def is_near(one: str, other: str) -> bool:
    """Whether two words are the same but for a slip of the pen, or two in longer ones."""
    if one == other:
        return True
    shortest, longest = sorted([len(one), len(other)])
    if shortest < LETTERS_FOR_ONE:
        return False
    return distance(one, other) <= (2 if longest >= LETTERS_FOR_TWO else 1)


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour to make one the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, start=1):
        last, before, row = before, row, [down]
        for across, opposite in enumerate(other, start=1):
            cost = min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != opposite))
            if down > 1 and across > 1 and letter == other[across - 2] and one[down - 2] == opposite:
                cost = min(cost, last[across - 2] + 1)
            row.append(cost)
    return row[-1]
