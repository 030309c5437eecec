"""Marks of notes and comments that lost their links: 'late.[a]' or 'late.[1]', and '[a] Is that so?' further down.

Google Docs writes them so in plain text, and some programs strip the links of what is copied. What editors told each
other must not be printed, and what looks like a mark and leads nowhere is named. Where the notes are, and which words
belong to them, is for `bare_notes` to say.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from editorial.manuscripts.bare_notes import FIRST, MARK, RULE, Ending, after, cut, ending_of, marked_signs, spans_in
from editorial.manuscripts.notes import Note, Place, guessed, left_out, look
from editorial.manuscripts.pieces import Found, Item, Line, Role, Span, Spans, trimmed, with_words


def take_bare_marks(found: Found) -> None:
    """Hang footnotes where their marks stand, take comments out, and say so. Changes `found`."""
    ending = ending_of(found.items)
    notes: list[Note] = []
    kept: list[Item] = []
    for at, item in enumerate(found.items):
        if at in ending.taken:
            continue
        if at + 1 in ending.taken and isinstance(item, Line) and RULE.match(item.text):
            notes.append(left_out("typed_rule", item.place, item.text))
            continue
        if at - 1 in ending.taken and isinstance(item, Line) and item.role == Role.PROSE:
            found.notes.append(look("words_after_notes", item.place, item.text))
        kept.append(with_notes(item, ending, notes))
    found.items = kept
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


def with_notes(item: Item, ending: Ending, notes: list[Note]) -> Item:
    """The item with a note in place of each mark that has one; comments are taken out and added to `notes`."""

    def hung(spans: Spans) -> Spans:
        return with_notes_hung(spans, ending, item.place, notes)

    return with_words(item, hung)


def with_notes_hung(words: Spans, ending: Ending, place: Place, notes: list[Note]) -> Spans:
    """The spans with a note in place of each mark; as they were where there is none."""
    text = "".join(span.text for span in words)
    spans: list[Span] = []
    done = 0
    for found in MARK.finditer(text):
        sign = found["sign"]
        if sign not in ending.texts:
            continue
        spans += cut(words, done, found.start())
        done = found.end()
        notes.append(said_of(sign, ending, place))
        if sign.isdecimal():
            spans.append(Span("", note=ending.text(sign)))
    return trimmed([*spans, *cut(words, done, len(text) + 1)]) if done else words


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
    met = known | {sign for item in items for sign in marked_signs(item)}
    return {sign for first in FIRST for sign in takewhile(lambda sign: sign in met, count_from(first))}


def unexplained(items: Sequence[Item], counted: Set[str]) -> Iterator[Note]:
    """A note for each line or table with marks that lead nowhere."""
    for item in items:
        texts = ["".join(span.text for span in spans) for spans in spans_in(item)]
        found = [mark for text in texts for mark in MARK.finditer(text) if mark["sign"] in counted]
        if found:
            yield look("bare_mark", item.place, " ".join(mark[0].strip() for mark in found))


def count_from(sign: str) -> Iterator[str]:
    """The sign and all that follow it."""
    while True:
        yield sign
        sign = after(sign)
