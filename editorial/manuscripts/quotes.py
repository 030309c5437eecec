"""Quotations: short ones are set large, long ones stay in the text."""

import re
from collections.abc import Sequence

from editorial.manuscripts.html_looks import ATTRIBUTION
from editorial.manuscripts.notes import Note, look, recognised
from editorial.manuscripts.pieces import Block, Line, Prose, Quote, Role

LONGEST_QUOTE = 240
LONGEST_ATTRIBUTION = 140
DASH = re.compile(r"^\s*[—–―-]\s*(?P<who>\S.*)$", re.DOTALL)
AFTER_DASH = re.compile(r"^(?P<words>.+?[.!?…”\"»’])\s*[—–―]\s*(?P<who>[^—–―]{3,140})$", re.DOTALL)
MARKS = '“”„‟«»"‹›'


def block_of(lines: Sequence[Line]) -> tuple[Block, list[Note]]:
    """The block for lines that stand together as one quotation."""
    words, who = list(lines), ""
    if len(lines) > 1 and lines[-1].style == ATTRIBUTION and len(lines[-1].text) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], lines[-1].text.lstrip("—–―- ")
    last = None if who else DASH.match(lines[-1].text)
    if last and len(lines) > 1 and len(last["who"]) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], last["who"]
    text = " ".join(line.text for line in words)
    if not who and (inside := AFTER_DASH.match(text)):
        text, who = inside["words"].strip(), inside["who"].strip()
    text = without_marks(text)
    place = lines[0].place
    carries_more = any(span.note or span.href for line in lines for span in line.spans)
    if len(text) > LONGEST_QUOTE or carries_more:
        kept = tuple(line.as_role(Role.PROSE) for line in lines)
        return Prose(kept), [look("quote_kept_as_text", place, text)]
    return Quote(text, place, who), [recognised("quote", place, text)]


def without_marks(text: str) -> str:
    """Without quotation marks around the whole: the house sets them."""
    inner = text.strip()
    if len(inner) > 2 and inner[0] in MARKS and inner[-1] in MARKS and not any(mark in inner[1:-1] for mark in MARKS):
        return inner[1:-1].strip()
    return inner
