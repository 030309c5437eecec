"""In how many ways the words of one name are written: 'Gel-Kayano', 'Gelkayano'; 'Größmann', 'Groessmann'; '2002 R'."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from editorial.mentions.folding import Word, words_of
from editorial.mentions.names import SILHOUETTE, Name

HYPHENS = frozenset("-‐‑")
# As letters are written where a keyboard has none of these.
TRANSCRIBED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"}
)
FIGURES_AND_LETTERS = re.compile(r"([0-9]+)([A-Za-z]{1,2})")


class Spelling(NamedTuple):
    """The words of a name, folded, and as they are cased in one line. A guess counts only with these capitals."""

    words: list[str]
    cased: str
    is_guess: bool = False


def spellings(name: Name, words: Sequence[Word]) -> list[Spelling]:
    """Every way to write the name, its own first. `words` are those of its text."""
    cased = [word.cased for word in words]
    own = [word.folded for word in words]
    found = [Spelling(own, " ".join(cased))]
    is_silhouette = name.target.kind == SILHOUETTE
    composed = name.text if name.text.isascii() else unicodedata.normalize("NFC", name.text)
    transcribed = composed if composed.isascii() else composed.translate(TRANSCRIBED)
    # As somebody types it who has no 'ü'.
    if transcribed != composed:
        found.append(spelling_of([word.cased for word in words_of(transcribed)]))
    if not HYPHENS.isdisjoint(name.text):
        found.append(spelling_of(joined(name.text, words, with_figures=is_silhouette)))
    if is_silhouette:
        apart = taken_apart(cased)
        # Without a name before it, '2002 R' is a guess.
        found.append(spelling_of(apart, is_guess=len(words) == 1))
    return [found[0], *(spelling for spelling in found[1:] if spelling.words != own)]


def spelling_of(cased: Sequence[str], *, is_guess: bool = False) -> Spelling:
    """The spelling of these words."""
    return Spelling([word.casefold() for word in cased], " ".join(cased), is_guess)


def joined(text: str, words: Sequence[Word], *, with_figures: bool) -> list[str]:
    """The words, those with a hyphen between them written as one: 'GelKayano 14', and 'XT6' with figures."""
    found: list[str] = []
    for index, word in enumerate(words):
        is_hyphened = index > 0 and text[words[index - 1].end : word.start] in HYPHENS
        if is_hyphened and (word.cased.isalpha() or (with_figures and found[-1].isalpha())):
            found[-1] += word.cased
        else:
            found.append(word.cased)
    return found


def taken_apart(cased: Sequence[str]) -> list[str]:
    """The words, figures and the letters after them apart, as in '2002 R'."""
    parts = (FIGURES_AND_LETTERS.fullmatch(word) for word in cased)
    return [piece for word, part in zip(cased, parts, strict=True) for piece in (part.groups() if part else (word,))]
