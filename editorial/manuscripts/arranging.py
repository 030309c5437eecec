"""Items in reading order become a draft: opening, sections, blocks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from editorial.manuscripts import quotes, tables
from editorial.manuscripts.bare_marks import take_bare_marks
from editorial.manuscripts.captions import caption_pictures
from editorial.manuscripts.credit_lines import is_credit, is_of_agency
from editorial.manuscripts.guesses import guess_roles
from editorial.manuscripts.list_numbers import counted_otherwise
from editorial.manuscripts.notes import Note, look, recognised
from editorial.manuscripts.opening import as_plain_prose, take_opening, without_place
from editorial.manuscripts.pieces import (
    Aside,
    Block,
    Draft,
    Found,
    Item,
    Line,
    Picture,
    Prose,
    Role,
    Section,
    Table,
    notes_of,
    single_spaced,
    with_words,
)

LONGEST_HEADING = 120


def arrange(found: Found, name: str) -> tuple[Draft, list[Note]]:
    """The draft of what a reader found, and every note on it. `name` is the file's, for want of a title.

    Changes `found`: what is used for the opening leaves its items.
    """
    take_bare_marks(found)
    found.items = [with_words(item, single_spaced) for item in found.items]
    found.items, notes = caption_pictures(found.items)
    found.notes += notes
    found.items, notes = tables.named_by_lines(found.items)
    found.notes += notes
    found.items, notes = guess_roles(found.items)
    found.notes += notes
    draft = Draft()
    take_opening(found, draft, name)
    notes = found.notes
    notes += words_of_lost_pictures(found.items)
    found.items = [item for item in found.items if not isinstance(item, Picture) or item.content]
    draft.sections = list(sections(found.items, draft.title, notes))
    return draft, notes


def words_of_lost_pictures(items: Iterable[Item]) -> Iterator[Note]:
    """The descriptions of pictures that can't be used."""
    for item in items:
        if isinstance(item, Picture) and not item.content and item.alt:
            yield look("description_of_lost_picture", item.place, item.alt)


def section_level(items: Sequence[Item]) -> int:
    """The highest level of heading, which starts sections; 0 where there is none."""
    return min((item.level for item in items if isinstance(item, Line) and item.role == Role.HEADING), default=0)


def sections(items: Sequence[Item], title: str, notes: list[Note]) -> Iterator[Section]:
    """The sections with their blocks; adds to `notes` what there is to say about them."""
    level = section_level(items)
    parts: list[tuple[Line | None, list[Item]]] = [(None, [])]
    for item in items:
        if isinstance(item, Line) and item.role == Role.HEADING and item.level == level:
            parts.append((item, []))
        else:
            parts[-1][1].append(item)
    for heading, content in parts:
        if heading is not None or content:
            yield section(heading, content, title, notes)


def section(heading: Line | None, content: list[Item], title: str, notes: list[Note]) -> Section:
    """One section. A heading that is too long is shortened and stands whole under itself."""
    if heading is None:
        notes.append(look("section_without_heading", content[0].place))
        made = Section("")
    else:
        made = Section(heading.text, place=heading.place)
        if heading.is_sure:
            notes.append(recognised("heading", heading.place, heading.text))
        if len(heading.text) > LONGEST_HEADING:
            made.heading = heading.text[: LONGEST_HEADING - 1].rstrip() + "…"
            notes.append(look("heading_too_long", heading.place, heading.text))
            content = [heading, *content]
        else:
            notes += without_place(heading)
    made.blocks = list(blocks(content, made.heading or title, notes))
    return made


def kind_of(item: Item) -> str:
    """Items of one kind that stand together make one block; pictures, tables and asides stand alone."""
    if not isinstance(item, Line):
        return f"alone {id(item)}"
    return "quote" if item.role == Role.QUOTE else "prose"


def blocks(content: Sequence[Item], heading: str, notes: list[Note]) -> Iterator[Block]:
    """The blocks of a section, neighbours of prose in one."""
    waiting: list[Line] = []
    for block in separate_blocks(content, heading, notes):
        if isinstance(block, Prose):
            waiting += block.lines
            continue
        if waiting:
            notes += counted_otherwise(waiting)
            yield Prose(tuple(waiting))
            waiting = []
        yield block
    if waiting:
        notes += counted_otherwise(waiting)
        yield Prose(tuple(waiting))


def separate_blocks(content: Sequence[Item], heading: str, notes: list[Note]) -> Iterator[Block]:
    """A block for each run of items of one kind. `heading` names what has no name, until one stands nearer."""
    for kind, group in groupby(content, kind_of):
        members = list(group)
        if kind == "quote":
            for lines in quotes.apart([member for member in members if isinstance(member, Line)]):
                block, said = quotes.block_of(lines)
                notes += said
                yield block
        elif kind == "prose":
            lines = [prose_line(member, notes) for member in members if isinstance(member, Line)]
            heading = next((line.text for line in reversed(lines) if line.role == Role.HEADING), heading)
            yield Prose(tuple(lines))
        else:
            yield from lone_block(members[0], heading, notes)


def prose_line(line: Line, notes: list[Note]) -> Line:
    """A line for running text. Captions and credits that no picture took stay where they are, and are named."""
    if line.role in (Role.CAPTION, Role.CREDIT):
        notes.append(look("caption_without_picture", line.place, line.text))
    elif line.role == Role.PROSE and (is_credit(line.text) or is_of_agency(line.text)):
        notes.append(look("credit_without_picture", line.place, line.text))
    elif line.role == Role.HEADING:
        if line.is_sure:
            notes.append(recognised("small_heading", line.place, line.text))
        for note in notes_of(line.spans):
            notes.append(look("note_in_heading", line.place, note))
    elif line.role in (Role.TITLE, Role.STANDFIRST, Role.BYLINE):
        notes.append(look("role_out_of_place", line.place, line.text))
    return as_plain_prose(line)


def lone_block(item: Item, heading: str, notes: list[Note]) -> Iterator[Block]:
    """The blocks for a picture, table or text box."""
    if isinstance(item, Picture):
        notes += notes_on(item)
        yield item
    elif isinstance(item, Table):
        made, said = tables.block_of(item, heading)
        notes += said
        yield from made
    elif isinstance(item, Aside):
        carried = [note for spans in item.paragraphs for note in notes_of(spans)]
        notes += [look("note_without_place", item.place, note) for note in carried]
        words = tuple(tuple(span for span in spans if not span.note) for spans in item.paragraphs)
        text = " ".join(" ".join(span.text for spans in words for span in spans).split())
        if text:
            notes.append(look("text_box", item.place, text))
            yield Aside(words, item.place)


def notes_on(picture: Picture) -> Iterator[Note]:
    """What an editor has to know about a picture: that it came, and what it lacks. Whether a credit is missing is
    known only where the library is."""
    yield recognised("picture", picture.place, picture.alt or picture.name)
    if not picture.alt:
        yield look("alt_missing", picture.place, picture.name)
