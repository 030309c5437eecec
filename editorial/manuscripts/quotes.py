"""Quotations: short ones are set large, long ones stay in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editorial.manuscripts.html_looks import ATTRIBUTION
from editorial.manuscripts.notes import Note, guessed, look, recognised
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
CLOSERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"'}
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", "’")
_NAME = r"[^\W\d_a-z][\w'’.-]*"
SPEAKER = re.compile(
    rf"^{_NAME}(?:\s(?:(?:de|di|da|van|von|der|den|ter|la|le)\s)*{_NAME}){{1,3}}(?:,\s[^.!?]{{3,80}})?$"
)
NESTED = {"“": "‘", "„": "‘", "‟": "‘", "«": "‘", "‹": "‘", "”": "’", "»": "’", "›": "’"}


def apart(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of quotations that stand together, quotation by quotation: each ends where the manuscript ends it, or
    with who said it. Where it does not say (Word knows paragraphs only), words of two people are never run together."""
    waiting: list[Line] = []
    parts = [part for line in lines for part in at_attribution(line)]
    is_passage = is_one_passage(parts)
    for at, line in enumerate(parts):
        if waiting and (line.opens or (line.may_open and not is_passage and not goes_on(waiting, line))):
            yield waiting
            waiting = []
        waiting.append(line)
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following is not None and ends_here(waiting, following):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def is_one_passage(lines: Sequence[Line]) -> bool:
    """Whether paragraphs in a style of quotations are a passage to be read, not to be set large: long together, and
    without any sign that one ends and another begins."""
    is_signed = any(is_attribution(line.text) or line.text.startswith(tuple(MARKS)) for line in lines)
    return not is_signed and sum(len(line.text) for line in lines) > LONGEST_QUOTE


def goes_on(lines: Sequence[Line], following: Line) -> bool:
    """Whether the next paragraph belongs to the same quotation: it says who spoke, or goes on with a sentence, or with
    words whose quotation mark was not closed."""
    text = " ".join(line.text for line in lines)
    is_open = has_open_mark(text)
    is_unfinished = text.endswith((",", ";", ":", "–", "—", "-")) or following.text[:1].islower()
    return is_open or is_unfinished or is_attribution(following.text) or is_speaker(lines, following)


def is_speaker(lines: Sequence[Line], last: Line) -> bool:
    """Whether a line reads like the name of who said what stands above it: 'Kenji Sato, designer'."""
    return bool(lines) and lines[-1].text.endswith(SENTENCE_ENDS) and bool(SPEAKER.match(last.text))


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
    if len(lines) > 1 and (last.style == ATTRIBUTION or is_attribution(last.text) or is_speaker(lines[:-1], last)):
        return following.style != ATTRIBUTION and not is_attribution(lines[0].text)
    return bool(AFTER_DASH.match(last.text)) and following.text.startswith(tuple(MARKS))


def block_of(lines: Sequence[Line]) -> tuple[Block, list[Note]]:
    """The block for lines that stand together as one quotation."""
    words, who = list(lines), ""
    place, notes = lines[0].place, []
    if len(lines) > 1 and lines[-1].style == ATTRIBUTION and len(lines[-1].text) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], lines[-1].text.lstrip("—–―- ")
    last = None if who else DASH.match(lines[-1].text)
    if last and len(lines) > 1 and len(last["who"]) <= LONGEST_ATTRIBUTION:
        words, who = words[:-1], last["who"]
    elif not who and is_speaker(lines[:-1], lines[-1]):
        words, who = words[:-1], lines[-1].text
        notes.append(guessed("quote_speaker", lines[-1].place, who))
    text = " ".join(texts_of(words))
    if not who and (inside := AFTER_DASH.match(words[-1].text)):
        text = " ".join([*texts_of(words[:-1]), inside["words"].strip()])
        who = inside["who"].strip()
    text = without_marks(text)
    carries_more = any(span.note or span.href for line in lines for span in line.spans)
    if len(text) > LONGEST_QUOTE or carries_more:
        kept = tuple(line.as_role(Role.PROSE) for line in lines)
        return Prose(kept), [look("quote_kept_as_text", place, text)]
    said = guessed("quote_of_paragraphs", place, text) if len(words) > 1 else recognised("quote", place, text)
    return Quote(text, place, who), [said, *notes]


def has_open_mark(text: str) -> bool:
    """Whether words begin with a quotation mark that is not closed, in the way of any country."""
    opener, closers = text[:1], CLOSERS.get(text[:1], "")
    if not closers:
        return False
    if opener in closers:
        return bool(text.count(opener) % 2)
    return max(text.rfind(mark) for mark in closers) < text.rfind(opener)


def texts_of(lines: Sequence[Line]) -> list[str]:
    """The words of paragraphs of one quotation, without the marks that open each paragraph of it anew."""
    texts: list[str] = []
    for line in lines:
        is_anew = line.text[:1] in CLOSERS and has_open_mark(" ".join(texts))
        texts.append(line.text[1:] if is_anew else line.text)
    return texts


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
