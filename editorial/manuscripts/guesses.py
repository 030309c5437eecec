"""What a line is when the manuscript does not say: headings in bold, list items with a typed bullet."""

import re
from collections.abc import Sequence

from editorial.manuscripts.notes import Note, guessed
from editorial.manuscripts.pieces import Item, Line, Role, without_beginning

LONGEST_HEADING = 90
NO_HEADING = (".", ",", ";", ":", "…", "”", '"', "»")
BULLET = re.compile(r"^\s*[•▪◦●‣·∙]\s*")
# Deeper than every heading that says it is one.
GUESSED_LEVEL = 9


def guess_roles(items: Sequence[Item]) -> tuple[list[Item], list[Note]]:
    """The items with headings and list items guessed, and what was guessed."""
    done: list[Item] = []
    notes: list[Note] = []
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        if isinstance(item, Line) and item.role == Role.PROSE:
            if has_heading_looks(item, following):
                item = item.as_role(Role.HEADING, level=GUESSED_LEVEL, is_sure=False)
                notes.append(guessed("heading_in_bold", item.place, item.text))
            elif bullet := BULLET.match("".join(span.text for span in item.spans)):
                spans = without_beginning(item.spans, bullet.end())
                item = Line(Role.ITEM, spans, item.place, is_sure=False)
                notes.append(guessed("typed_bullet", item.place, item.text))
        done.append(item)
    return done, notes


def has_heading_looks(line: Line, following: Item | None) -> bool:
    """Whether a paragraph looks like a heading: short, all bold, no stop at the end, and text under it."""
    text = line.text
    if not text or len(text) > LONGEST_HEADING or text.endswith(NO_HEADING) or "\n" in text:
        return False
    words = [span for span in line.spans if span.text.strip()]
    is_bold = line.is_bold or all(span.bold for span in words)
    has_text_below = isinstance(following, Line) and following.role in (Role.PROSE, Role.ITEM, Role.QUOTE)
    return is_bold and has_text_below and not any(span.href or span.note for span in line.spans)
