"""Whether words of a text are a name: how they are written, and what stands beside them."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple, Self

from editorial.mentions.common_words import AFTER_A_NOUN, OPENERS
from editorial.mentions.folding import Word, is_capitalised, starts_sentence
from editorial.mentions.names import TERM, Name, has_one_spelling, is_ordinary, reads_like_prose

HYPHENS = frozenset("-‐‑")
FIGURE = re.compile(r"\d")
# What a name closes that it has opened: 'Gel-Kayano 14 ‘Rose Dust’'.
QUOTES = {"‘": "’", "“": "”", '"': '"', "'": "'"}


class Fit(IntEnum):
    """How well words fit a name."""

    NO = 0
    PERHAPS = 1
    SURE = 2


class Entry(NamedTuple):
    """A name in the list.

    `cased` is its only spelling, or empty; `written` its own; `capitals` says of each word whether it has a capital
    that a text must have too. `is_guess`: the words are likely, and may be others.
    """

    name: Name
    cased: str
    written: str
    capitals: tuple[bool, ...]
    is_ordinary: bool
    is_prose: bool
    is_loose: bool
    is_guess: bool = False

    def spelled(self, cased: str, *, is_guess: bool) -> Self:
        """The name in another spelling. `cased` matters where capitals do."""
        if not is_guess and (not self.cased or cased == self.cased):
            return self
        return self._replace(cased=cased, is_guess=is_guess)


def entry_of(name: Name, words: Sequence[Word]) -> Entry:
    """The name with what is asked of texts that write it.

    Terms are words, written small or large; so are names with figures, which nothing else is called. All others need
    the capitals they have: 'puma' is an animal.
    """
    cased = [word.cased for word in words]
    kind = name.target.kind
    written = " ".join(cased)
    is_free = kind == TERM or FIGURE.search(written) is not None
    return Entry(
        name=name,
        cased=written if has_one_spelling(kind, cased) else "",
        written=written,
        capitals=() if is_free else tuple(word[0].isupper() for word in cased),
        is_ordinary=is_ordinary(kind, cased),
        is_prose=reads_like_prose(kind, cased),
        is_loose=words[-1].run > 0,
    )


def fit(entry: Entry, text: str, words: Sequence[Word], at: int, count: int, cased: str) -> Fit:
    """How well words[at : at + count] fit the name; `cased` is how they are written, without plural and possessive."""
    first = words[at]
    if first.run != words[at + count - 1].run and not entry.is_loose:
        return Fit.NO
    if entry.cased:
        if entry.cased != cased or (entry.is_prose and starts_sentence(text, first.start)):
            return Fit.NO
        is_other = entry.name.target.kind == TERM and leads_on(text, words, at + count)
        return Fit.PERHAPS if entry.is_guess or is_other else Fit.SURE
    if entry.name.target.kind == TERM:
        return Fit.SURE if not entry.is_ordinary or count > 1 or is_noun(text, words, at) else Fit.PERHAPS
    if not has_capitals(entry.capitals, words[at : at + count]):
        return Fit.NO
    return Fit.PERHAPS if entry.is_ordinary and is_doubtful(entry, text, words, at, count, cased) else Fit.SURE


def has_capitals(wanted: Sequence[bool], words: Sequence[Word]) -> bool:
    """Whether the words have the capitals wanted. Of names written in fewer words, the first counts."""
    return all(
        word.cased[0].isupper() or not capital
        for word, capital in zip(words, wanted if len(wanted) == len(words) else wanted[:1], strict=False)
    )


def is_doubtful(entry: Entry, text: str, words: Sequence[Word], at: int, count: int, cased: str) -> bool:
    """Whether a name of ordinary words may be none: written unlike it, opening a sentence, or part of a longer name."""
    if cased != entry.written or not any(entry.capitals):
        return True
    if sum(entry.capitals) > 1:
        return False
    return starts_sentence(text, words[at].start) or (
        count == 1 and (leads_on(text, words, at + 1) or follows_name(text, words, at))
    )


def leads_on(text: str, words: Sequence[Word], after: int) -> bool:
    """Whether the word after a name may belong to it: a figure or a capital, with a space between."""
    if after >= len(words) or words[after - 1].cased.endswith("'s"):
        return False
    return is_next(text, words, after) and (is_capitalised(words[after]) or words[after].cased[0].isdigit())


def follows_name(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word before has a capital, as in 'Captain Marvel'."""
    if at == 0 or not is_next(text, words, at):
        return False
    before = words[at - 1]
    return is_capitalised(before) and before.folded not in OPENERS and not before.cased.endswith("'s")


def is_next(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether only a space stands before the word."""
    return text[words[at - 1].end : words[at].start] in {" ", "\u00a0"}


def is_noun(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether an ordinary word is used as the noun that it is as a term: 'the upper is', 'of mesh'; not 'upper lip'."""
    if is_capitalised(words[at]) and not starts_sentence(text, words[at].start):
        return False
    after = at + 1
    return after >= len(words) or not is_next(text, words, after) or words[after].folded in AFTER_A_NOUN


def is_part_of_longer(text: str, words: Sequence[Word], at: int, count: int) -> bool:
    """Whether a hyphen joins the words to a capital or a figure: 'Gel-Lyte' is another name than 'Gel'."""
    end = words[at + count - 1].end
    if text[end : end + 1] in HYPHENS and end + 1 < len(text) and begins_name(text[end + 1]):
        return True
    if text[end : end + 1] == "." and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit():
        return True
    start = words[at].start
    before = words[at - 1] if at else None
    return before is not None and text[before.end : start] in HYPHENS and begins_name(text[before.start])


def begins_name(letter: str) -> bool:
    """Whether names begin so."""
    return letter.isupper() or letter.isdigit()


def name_end(text: str, start: int, end: int, name: Name) -> int:
    """Where the name ends with the marks that are its own: the last dot of 'A.P.C.', the quotation mark it opened."""
    if name.text.endswith(".") and text[end : end + 1] == ".":
        return end + 1
    for opening, closing in QUOTES.items():
        place = text.rfind(f" {opening}", start, end)
        if place >= 0 and text[end : end + 1] == closing and closing not in text[place + 2 : end]:
            return end + 1
    return end
