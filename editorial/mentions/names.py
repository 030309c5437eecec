"""What the catalogue calls things: the names under which a text may mean an entry."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editorial.mentions.common_words import OPENERS, ORDINARY_WORDS
from editorial.mentions.folding import folded
from editorial.style_codes import style_key

BRAND, SILHOUETTE, PRODUCT, COLLABORATION = "brand", "silhouette", "product", "collaboration"
PERSON, PARTNER, TERM = "person", "partner", "term"

# Where two entries share a name, the first of these has it.
KINDS = (BRAND, SILHOUETTE, PRODUCT, COLLABORATION, PERSON, PARTNER, TERM)

# Names of so few letters and figures are words of some language: they count only as they are written.
SHORT = 3
# A shorter style code is a number like any other.
SHORTEST_CODE = 5
# Endings that make words of words: who has such a name shares it with the language.
MADE_OF_WORDS = re.compile(r"[A-Z]?[a-z]{3,}(?:ed|ing|ly|ness|ment|tion|sion|able|ible|ful|less|ous|ity|ive|ers?)")
PARTS = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Target:
    """An entry of the catalogue. `key` is unique among the entries of all kinds; `is_live` says readers may see it."""

    kind: str
    id: int
    title: str
    is_live: bool = True

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing an entry's name. `rank` is 0 for its own name, more for others: the lower has the name."""

    text: str
    target: Target
    rank: int = 0


def names_of(
    target: Target, *, brand: str = "", silhouette: str = "", style_code: str = "", aliases: Iterable[str] = ()
) -> Iterator[Name]:
    """Every name of an entry: its own, with its brand in front, its style code in all spellings, its other names.

    A product's own title is a colour that many share, so it counts only after its silhouette. A number alone names
    nothing: '990' counts as 'New Balance 990', also where it is an other name.
    """
    full = " ".join(part for part in (brand, silhouette, target.title) if part)
    if target.kind == PRODUCT:
        if silhouette:
            yield Name(f"{silhouette} {target.title}", target)
    elif not is_number(target.title):
        yield Name(target.title, target)
    if full != target.title:
        yield Name(full, target)
    for code in code_spellings(style_code):
        yield Name(code, target)
    for alias in aliases:
        if not is_number(alias):
            yield Name(alias, target, rank=1)
        if brand:
            yield Name(f"{brand} {alias}", target, rank=1)


def code_spellings(style_code: str) -> list[str]:
    """A style code as its parts and as one word; nothing for one too short to tell from a number."""
    if len(style_key(style_code)) < SHORTEST_CODE:
        return []
    return list(dict.fromkeys([" ".join(PARTS.findall(style_code)), style_key(style_code)]))


def is_number(name: str) -> bool:
    """Whether a name has no letters."""
    return not any(letter.isalpha() for letter in name)


def all_in(words: list[str], known: frozenset[str]) -> bool:
    """Whether all of a name's words are among the known ones."""
    return all(folded(word) in known for word in words)


def has_one_spelling(kind: str, words: list[str]) -> bool:
    """Whether the name counts only as it is written: short ones, and the headlines of collaborations."""
    return sum(map(len, words)) <= SHORT or kind == COLLABORATION


def is_ordinary(kind: str, words: list[str]) -> bool:
    """Whether the name is made of words that everybody uses: 'Concepts', 'Upper', 'New Balance', 'Unaffected'."""
    if kind != TERM and len(words) == 1 and MADE_OF_WORDS.fullmatch(words[0]):
        return True
    return all_in(words, ORDINARY_WORDS)


def reads_like_prose(kind: str, words: list[str]) -> bool:
    """Whether the name at the beginning of a sentence may be a sentence like any other: 'Two neutrals', 'On'."""
    has_one_capital = words[0] == words[0].capitalize() and all(word == word.lower() for word in words[1:])
    return has_one_capital and (all_in(words, OPENERS) or (kind == COLLABORATION and len(words) > 1))
