"""Title, standfirst and byline: what stands before the story begins."""

import re
from dataclasses import replace
from itertools import dropwhile, takewhile

from editorial.manuscripts.notes import Note, guessed, left_out, look, recognised
from editorial.manuscripts.pieces import Draft, Found, Item, Line, Role, notes_of

LONGEST_TITLE = 255
LIKELY_TITLE = 120
LONGEST_STANDFIRST = 400
_NAME = r"[^\W\d_a-z][\w'’.-]+"
_NAMES = rf"{_NAME}(?:(?:\s+(?:and|und|et|y|e|&|de|di|da|van|von|der|den|ter|la|le)|,)*\s+{_NAME}){{0,7}}"
BYLINE = re.compile(
    r"^(?i:(?:words|text|story|written|reported|texte|texto|testo|tekst)"
    r"(?:\s+and\s+(?:photos|photographs|pictures))?\s*(?:\s(?:by|de|di|von|par)\b|[:–—])|by|von|par|por)\s*:?\s+"
    rf"(?P<name>{_NAMES})$"
)
# A byline stands among the first lines.
OPENING_LINES = 5


def take_opening(found: Found, draft: Draft, name: str) -> None:
    """Move title, standfirst and byline out of the items into the draft. `name` is the file's, without ending."""
    take_title(found, draft, name)
    drop_title_again(found, draft)
    take_byline(found, draft)
    take_standfirst(found, draft)


def lines_of(items: list[Item]) -> list[Line]:
    """The lines among the items."""
    return [item for item in items if isinstance(item, Line)]


def take_title(found: Found, draft: Draft, name: str) -> None:
    """By its style; else the one heading of the highest level at the top; else a short first line; else what the file
    says of itself; else its name."""
    lines = lines_of(found.items)
    marked = next((line for line in lines if line.role == Role.TITLE), None)
    first = lines[0] if lines else None
    if marked:
        use_title(found, draft, marked, recognised)
    elif first and first.role == Role.HEADING and is_only_top(first, lines):
        use_title(found, draft, first, recognised if first.is_sure else guessed)
    elif first and first.role == Role.HEADING and not first.is_sure:
        use_title(found, draft, first, guessed)
    elif found.title:
        draft.title = " ".join(found.title.split())[:LONGEST_TITLE]
        found.notes.append(guessed("title_of_file", text=found.title))
        found.title = ""
    elif first and first.role == Role.PROSE and len(lines) > 1 and is_title_like(first.text):
        use_title(found, draft, first, guessed)
    else:
        draft.title = name[:LONGEST_TITLE]
        found.notes.append(look("title_missing", text=name))
    if found.title and found.title != draft.title:
        found.notes.append(left_out("other_title", text=found.title))


def drop_title_again(found: Found, draft: Draft) -> None:
    """A heading at the top that says the title once more, as under a front matter; sections would stand below it."""
    top = lines_of(found.items)[:OPENING_LINES]
    again = next((line for line in top if line.role == Role.HEADING), None)
    if again is None or same_words(again.text) != same_words(draft.title):
        return
    found.items[:] = [item for item in found.items if item is not again]
    found.notes += [left_out("title_again", again.place, again.text), *without_place(again)]


def same_words(text: str) -> str:
    """The text, to be compared: letters of either case, any white space, with or without a stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def is_only_top(first: Line, lines: list[Line]) -> bool:
    """Whether no other heading is as high as the first."""
    return not any(line.level <= first.level for line in lines if line.role == Role.HEADING and line is not first)


def is_title_like(text: str) -> bool:
    """Whether a first line could be a title: short, and no sentence."""
    return len(text) <= LIKELY_TITLE and not text.endswith((".", "!", ",", ";", ":"))


def use_title(found: Found, draft: Draft, line: Line, say) -> None:
    """Take the line as the title. What has no place in a title is named."""
    draft.title = line.text[:LONGEST_TITLE]
    found.items[:] = [item for item in found.items if item is not line]
    found.notes.append(say("title", line.place, line.text))
    if len(line.text) > LONGEST_TITLE:
        found.notes.append(look("title_too_long", line.place, line.text))
    found.notes += without_place(line)


def without_place(line: Line) -> list[Note]:
    """Notes and links of a line that becomes plain text."""
    notes = [look("note_without_place", line.place, note) for note in notes_of(line.spans)]
    links = [span for span in line.spans if span.href]
    return notes + [look("link_without_place", line.place, link.text, address=link.href) for link in links]


def take_byline(found: Found, draft: Draft) -> None:
    """A line that says who wrote the story, before its first heading; else what the file says of itself."""
    for line in lines_of(found.items)[:OPENING_LINES]:
        if line.role == Role.HEADING:
            break
        says = BYLINE.match(line.text)
        if line.role == Role.BYLINE or (line.role in (Role.PROSE, Role.STANDFIRST) and says):
            draft.byline = (says["name"] if says else line.text).strip()
            found.items[:] = [item for item in found.items if item is not line]
            found.notes += [recognised("byline", line.place, line.text), *without_place(line)]
            break
    if found.author and not draft.byline:
        draft.byline = found.author
        found.notes.append(guessed("byline_of_file", text=found.author))
    elif found.author and found.author != draft.byline:
        found.notes.append(left_out("property", text=found.author, name="author"))


def take_standfirst(found: Found, draft: Draft) -> None:
    """By its style; else a first paragraph that is bold or italic throughout."""
    lines = lines_of(found.items)
    if draft.standfirst:
        return
    # Something else may stand above it, such as the header of a page.
    top = takewhile(lambda line: line.role != Role.HEADING, lines[:OPENING_LINES])
    below = dropwhile(lambda line: line.role != Role.STANDFIRST, top)
    marked = list(takewhile(lambda line: line.role == Role.STANDFIRST, below))
    first = lines[0] if lines else None
    if marked:
        use_standfirst(found, draft, marked, recognised)
    elif first and len(lines) > 1 and first.role == Role.PROSE and stands_out(first):
        use_standfirst(found, draft, [first], guessed)
    if not draft.standfirst:
        found.notes.append(look("standfirst_missing"))


def stands_out(line: Line) -> bool:
    """Whether all words of the line are bold, or all in italics."""
    words = [span for span in line.spans if span.text.strip()]
    return bool(words) and (all(span.bold for span in words) or all(span.italic for span in words))


def use_standfirst(found: Found, draft: Draft, lines: list[Line], say) -> None:
    """Take the lines as the standfirst; one that is too long stays in the story."""
    text = " ".join(line.text for line in lines)
    if len(text) > LONGEST_STANDFIRST:
        found.notes.append(look("standfirst_too_long", lines[0].place, text))
        return
    draft.standfirst = text
    found.items[:] = [item for item in found.items if not any(item is line for line in lines)]
    found.notes.append(say("standfirst", lines[0].place, text))
    for line in lines:
        found.notes += without_place(line)


def as_plain_prose(line: Line) -> Line:
    """A line whose role found no use, as a paragraph."""
    return replace(line, role=Role.PROSE) if line.role not in (Role.HEADING, Role.ITEM, Role.QUOTE) else line
