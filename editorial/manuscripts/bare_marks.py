"""Marks of notes and comments that lost their links: 'late.[a]' or 'late.[1]', and '[a] Is that so?' at the end.

Google Docs writes them so in plain text, and some programs strip the links of what is copied. What editors told each
other must not be printed, and what looks like a mark and leads nowhere is named.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import takewhile

from editorial.manuscripts.notes import Note, Place, guessed, left_out, look
from editorial.manuscripts.pieces import Found, Item, Line, Role, Span, Spans, plain, trimmed

SIGN = r"\[(?P<sign>\d{1,3}|[a-z]{1,2})\]"
# A letter in brackets may also be part of a word: it marks a comment only where it hangs on words that ended.
MARK = re.compile(rf"(?<=\S)\s?{SIGN}(?!\w)")
BEGINNING = re.compile(rf"^\s*{SIGN}\s*")
RULE = re.compile(r"^[_\-–—*\s]{3,}$")
FIRST = ("1", "a")
# More paragraphs than this under one mark are no note, but the story.
LONGEST_NOTE = 4


@dataclass
class Ending:
    """The notes and comments at the end of a manuscript: their words by their signs, and where each stands."""

    texts: dict[str, list[Spans]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def text(self, sign: str) -> str:
        """The words under a mark."""
        return " ".join(plain(spans) for spans in self.texts[sign]).strip()


def take_bare_marks(found: Found) -> None:
    """Hang footnotes where their marks stand, take comments out, and say so. Changes `found`."""
    items = found.items
    starts = (at for at, item in enumerate(items) if is_beginning(item) and any_mark(items[:at], sign_of(item)))
    ends = next(((at, ending) for at in starts if (ending := ending_from(items[at:]))), None)
    at, ending = ends or (len(items), Ending())
    notes: list[Note] = []
    if at and at < len(items) and isinstance(above := items[at - 1], Line) and RULE.match(above.text):
        notes.append(left_out("typed_rule", above.place, above.text))
        at -= 1
    found.items = [with_notes(item, ending, notes) if isinstance(item, Line) else item for item in items[:at]]
    met = {note.values.get("sign") for note in notes}
    for sign in (sign for sign in ending.texts if sign not in met):
        notes.append(said_of(sign, ending, ending.places[sign], is_met=False))
    counted = counted_marks(found.items, ending.texts.keys())
    # That a mark was raised needs no line of its own where the mark has one.
    found.notes = [note for note in found.notes if note.code != "raised" or last_sign(note.text) not in counted]
    found.notes += [replace(note, values=without_sign(note)) for note in notes]
    found.notes += unexplained(found.items, counted)


def last_sign(text: str) -> str:
    """The sign that words end with; empty for none."""
    return next((found["sign"] for found in MARK.finditer(text) if found.end() == len(text)), "")


def sign_of(item: Item) -> str:
    """The sign a line begins with, without its brackets; empty for none."""
    found = BEGINNING.match(item.text) if isinstance(item, Line) and item.role == Role.PROSE else None
    return found["sign"] if found else ""


def is_beginning(item: Item) -> bool:
    """Whether the first note or comment of all may stand here."""
    return sign_of(item) in FIRST


def any_mark(items: Sequence[Item], sign: str) -> bool:
    """Whether the sign hangs on words somewhere in the items."""
    return any(found["sign"] == sign for item in items if isinstance(item, Line) for found in MARK.finditer(item.text))


def ending_from(items: Sequence[Item]) -> Ending | None:
    """The notes and comments that fill these items, counted one by one; None where something else stands there."""
    ending, expected, sign = Ending(), set(FIRST), ""
    for item in items:
        if not isinstance(item, Line) or item.role != Role.PROSE:
            return None
        begins = sign_of(item)
        if begins and begins not in expected:
            return None
        if begins:
            sign = begins
            expected = expected - {sign} | {after(sign)}
            ending.places[sign] = item.place
            ending.texts[sign] = [without_sign_at_start(item.spans)]
        elif len(ending.texts[sign]) == LONGEST_NOTE:
            return None
        else:
            ending.texts[sign].append(item.spans)
    return ending


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


def with_notes(line: Line, ending: Ending, notes: list[Note]) -> Line:
    """The line with a note in place of each mark that has one; comments are taken out and added to `notes`."""
    text = "".join(span.text for span in line.spans)
    spans: list[Span] = []
    done = 0
    for found in MARK.finditer(text):
        sign = found["sign"]
        if sign not in ending.texts:
            continue
        spans += cut(line.spans, done, found.start())
        done = found.end()
        notes.append(said_of(sign, ending, line.place))
        if sign.isdecimal():
            spans.append(Span("", note=ending.text(sign)))
    return replace(line, spans=trimmed([*spans, *cut(line.spans, done, len(text) + 1)])) if done else line


def said_of(sign: str, ending: Ending, place: Place, *, is_met: bool = True) -> Note:
    """What the report says of a note or comment."""
    if not sign.isdecimal():
        return left_out("comment", place, ending.text(sign), author="", sign=sign)
    if is_met:
        return guessed("footnote_of_bare_mark", place, ending.text(sign), sign=sign)
    return left_out("footnote_without_mark", place, ending.text(sign), sign=sign)


def without_sign(note: Note) -> dict[str, str]:
    """The note's values but the sign, which told notes apart."""
    return {name: value for name, value in note.values.items() if name != "sign"}


def counted_marks(items: Sequence[Item], known: Set[str]) -> set[str]:
    """The signs in the text and those already known, as far as they can be counted from the first one: brackets out of
    the count mean something else."""
    lines = [item for item in items if isinstance(item, Line)]
    met = known | {found["sign"] for line in lines for found in MARK.finditer(line.text)}
    return {sign for first in FIRST for sign in takewhile(lambda sign: sign in met, count_from(first))}


def unexplained(items: Sequence[Item], counted: Set[str]) -> Iterator[Note]:
    """A note for each line with marks that lead nowhere."""
    for line in items:
        text = line.text if isinstance(line, Line) else ""
        marks = [found[0].strip() for found in MARK.finditer(text) if found["sign"] in counted]
        if marks:
            yield look("bare_mark", line.place, " ".join(marks))


def count_from(sign: str) -> Iterator[str]:
    """The sign and all that follow it."""
    while True:
        yield sign
        sign = after(sign)
