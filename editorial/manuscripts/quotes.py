"""Quotations: short ones are set large, long ones stay in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editorial.manuscripts.html_looks import ATTRIBUTION
from editorial.manuscripts.notes import Note, look, recognised
from editorial.manuscripts.pieces import (
    Block,
    Line,
    Prose,
    Quote,
    Role,
    notes_of,
    without_beginning,
    without_end,
)

LONGEST_QUOTE = 240
LONGEST_ATTRIBUTION = 140
DASH = re.compile(r"^\s*[—–―-]+\s*(?P<who>\S.*)$", re.DOTALL)
AFTER_DASH = re.compile(r"^(?P<words>.+?[.!?…”\"»’])\s*[—–―]\s*(?P<who>[^—–―]{3,140})$", re.DOTALL)
MARKS = '“”„‟«»"‹›'
NESTED = {"“": "‘", "„": "‘", "‟": "‘", "«": "‘", "‹": "‘", "”": "’", "»": "’", "›": "’"}


def apart(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of quotations that stand together, quotation by quotation: each ends where the manuscript ends it, or
    with who said it."""
    waiting: list[Line] = []
    parts = [part for line in lines for part in at_attribution(line)]
    for at, line in enumerate(parts):
        if waiting and line.opens:
            yield waiting
            waiting = []
        waiting.append(line)
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following is not None and ends_here(waiting, following):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def at_attribution(line: Line) -> list[Line]:
    """The line; or its words and who said them, where a dash begins its last line."""
    text = "".join(span.text for span in line.spans)
    before, broken, last = text.rpartition("\n")
    if not broken or not before.strip() or not is_attribution(last) or notes_of(line.spans):
        return [line]
    who = without_beginning(line.spans, len(before) + 1)
    return [replace(line, spans=without_end(line.spans, len(before))), replace(line, spans=who, opens=False)]


def is_attribution(text: str) -> bool:
    """Whether a line says, after a dash, whose words stand above it."""
    found = DASH.match(text)
    return bool(found) and len(found["who"]) <= LONGEST_ATTRIBUTION


def ends_here(lines: Sequence[Line], following: Line) -> bool:
    """Whether a quotation ends with its last line so far. Where every line begins with a dash, people talk."""
    last = lines[-1]
    if len(lines) > 1 and (last.style == ATTRIBUTION or is_attribution(last.text)):
        return following.style != ATTRIBUTION and not is_attribution(lines[0].text)
    return bool(AFTER_DASH.match(last.text)) and following.text.startswith(tuple(MARKS))


def block_of(lines: Sequence[Line]) -> tuple[Block, list[Note]]:
    """The block for lines that stand together as one quotation."""
    words, who = list(lines), ""
    if len(lines) > 1 and lines[-1].style == ATTRIBUTION and len(lines[-1].text) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], lines[-1].text.lstrip("—–―- ")
    last = None if who else DASH.match(lines[-1].text)
    if last and len(lines) > 1 and len(last["who"]) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], last["who"]
    text = " ".join(line.text for line in words)
    if not who and (inside := AFTER_DASH.match(words[-1].text)):
        text = " ".join([*(line.text for line in words[:-1]), inside["words"].strip()])
        who = inside["who"].strip()
    text = without_marks(text)
    place = lines[0].place
    carries_more = any(span.note or span.href for line in lines for span in line.spans)
    if len(text) > LONGEST_QUOTE or carries_more:
        kept = tuple(line.as_role(Role.PROSE) for line in lines)
        return Prose(kept), [look("quote_kept_as_text", place, text)]
    return Quote(text, place, who), [recognised("quote", place, text)]


def without_marks(text: str) -> str:
    """Without quotation marks around the whole, which the house sets; marks that would meet them become single."""
    inner = text.strip()
    if len(inner) > 2 and inner[0] in MARKS and inner[-1] in MARKS:
        return inner[1:-1].strip()
    if sum(character in MARKS for character in inner) == 1:
        inner = inner.strip(MARKS).strip()
    return with_single_marks(inner) if inner[:1] in (*MARKS,) or inner[-1:] in (*MARKS,) else inner


def with_single_marks(text: str) -> str:
    """Double quotation marks as single ones: quoted inside of a quotation."""
    straight = 0
    kept = []
    for character in text:
        if character == '"':
            straight += 1
            character = "‘" if straight % 2 else "’"
        kept.append(NESTED.get(character, character))
    return "".join(kept)
