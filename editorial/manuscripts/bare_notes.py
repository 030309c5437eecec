"""Notes and comments whose links were lost: which lines they are, and which words belong to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from editorial.manuscripts.notes import Place
from editorial.manuscripts.pieces import Aside, Item, Line, Role, Span, Spans, Table, plain, trimmed

SIGN = r"\[(?P<sign>\d{1,3}|[a-z]{1,2})\]"
# A letter in brackets may also be part of a word: it marks a comment only where it hangs on words that ended.
MARK = re.compile(rf"(?<=\S)\s?{SIGN}(?!\w)")
BEGINNING = re.compile(rf"^\s*{SIGN}\s*")
RULE = re.compile(r"^[_\-–—*\s]{3,}$")
FIRST = ("1", "a")
# What Google Docs writes under a comment: what became of it, and who liked it.
DONE = re.compile(r"^(?:_[^_].*_|\d+ total reactions?|.+ reacted with .+ at \d{4}-\d\d-\d\d.*)$")
# Numbers with more than this after them that is no note are the numbers of something else.
LONGEST_REST = 4

Start = tuple[int, str]


@dataclass
class Ending:
    """The notes and comments of a manuscript: their words by their signs, where each stands, and the numbers of the
    items that they fill."""

    texts: dict[str, list[Spans]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def text(self, sign: str) -> str:
        """The words under a mark."""
        return " ".join(plain(spans) for spans in self.texts[sign]).strip()


def ending_of(items: Sequence[Item]) -> Ending:
    """The notes and comments among the items. Comments are found whatever follows them; numbers only where they are
    counted one by one and little else follows."""
    starts = list(starts_in(items))
    ending = notes_from(items, starts)
    numbers = [at for at, sign in starts if sign.isdecimal()]
    rest = [at for at in range(min(numbers, default=len(items)), len(items)) if at not in ending.taken]
    is_miscounted = any(sign_of(items[at]).isdecimal() for at in rest)
    if is_miscounted or len(rest) > LONGEST_REST:
        return notes_from(items, [start for start in starts if not start[1].isdecimal()])
    return ending


def starts_in(items: Sequence[Item]) -> Iterator[Start]:
    """The items that begin with a sign: the first ones, if they are met in words above; then each that follows in the
    count, and every further letter that is met above."""
    expected, met, is_begun = set(FIRST), set[str](), False
    for at, item in enumerate(items):
        sign = sign_of(item)
        is_met = sign in met
        is_comment = is_met and is_begun and not sign.isdecimal()
        if (sign in expected and (is_met or sign not in FIRST)) or is_comment:
            yield at, sign
            expected = expected - {sign} | {after(sign)}
            is_begun = is_begun or not sign.isdecimal()
        met |= marked_signs(item)


def notes_from(items: Sequence[Item], starts: Sequence[Start]) -> Ending:
    """The words of notes that start in these places. A second paragraph is one's own only between two notes: after the
    last one, it is the story's."""
    ending = Ending()
    for (at, sign), (end, _sign) in pairwise([*starts, (len(items), "")]):
        between = range(at + 1, end)
        own = [] if sign.isdecimal() else list(takewhile(lambda number: is_done(items[number]), between))
        rest = between[len(own) :]
        if len(rest) == 1 and end < len(items) and goes_on(items[rest[0]]):
            own.append(rest[0])
        lines = [item for number in (at, *own) if isinstance(item := items[number], Line)]
        ending.taken |= {at, *own}
        ending.places.setdefault(sign, lines[0].place)
        words = [without_sign_at_start(lines[0].spans), *(line.spans for line in lines[1:])]
        ending.texts.setdefault(sign, []).extend(words)
    return ending


def is_done(item: Item) -> bool:
    """Whether a line is a remark of Google Docs on the comment above it."""
    return isinstance(item, Line) and item.role == Role.PROSE and bool(DONE.match(item.text))


def goes_on(item: Item) -> bool:
    """Whether a line may be the second paragraph of a note: one that others hang on is the story's."""
    return isinstance(item, Line) and item.role == Role.PROSE and not marked_signs(item) and not RULE.match(item.text)


def sign_of(item: Item) -> str:
    """The sign a line begins with, without its brackets; empty for none."""
    found = BEGINNING.match(item.text) if isinstance(item, Line) and item.role == Role.PROSE else None
    return found["sign"] if found else ""


def spans_in(item: Item) -> list[Spans]:
    """The words of an item: those of a line, of each cell, of each paragraph beside the text, of a caption."""
    if isinstance(item, Line):
        return [item.spans]
    if isinstance(item, Table):
        return [*(cell for row in item.rows for cell in row), item.caption]
    return list(item.paragraphs) if isinstance(item, Aside) else [item.caption]


def marked_signs(item: Item) -> set[str]:
    """The signs that hang on words of the item."""
    texts = ("".join(span.text for span in spans) for spans in spans_in(item))
    return {found["sign"] for text in texts for found in MARK.finditer(text)}


def after(sign: str) -> str:
    """The next sign: 2 after 1, b after a, aa after z, ba after az."""
    if sign.isdecimal():
        return str(int(sign) + 1)
    if not sign.endswith("z"):
        return sign[:-1] + chr(ord(sign[-1]) + 1)
    return "aa" if sign == "z" else after(sign[:-1]) + "a"


def without_sign_at_start(spans: Spans) -> Spans:
    """The words of a note without the sign they begin with."""
    found = BEGINNING.match("".join(span.text for span in spans))
    return trimmed(list(cut(spans, found.end() if found else 0, sum(len(span.text) for span in spans))))


def cut(spans: Spans, start: int, end: int) -> Iterator[Span]:
    """The spans between two letters of their text, white space and notes included."""
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text or (span.note and start <= at < end):
            yield replace(span, text=text)
        at += len(span.text)
