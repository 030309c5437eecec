"""What a manuscript is made of, whatever it came as.

Readers give `Found`: items in reading order. `arranging` makes a `Draft` of them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from editorial.manuscripts.notes import Note, Place


class Role(StrEnum):
    """What a line is for."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    PROSE = "prose"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True)
class Span:
    """Words that look and lead the same way; or, with `note`, a footnote hung after the words before it."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    note: str = ""


# Spaces that hold words together are no such spaces.
SPACES = re.compile(" {2,}")
Spans = tuple[Span, ...]
# A frame of the manuscript (box, figure, table of pictures) and a cell of it: what shares a cell belongs together.
Frame = tuple[int, int]
OPEN: Frame = (0, 0)


@dataclass(frozen=True)
class Line:
    """A paragraph, heading or list item.

    `level` counts headings from 1 and depths of lists from 0. `is_sure` is False where the role was guessed.
    `number` and `label` are what counted an item in the manuscript, as a number and as it was printed, where that is
    known.
    `style` is the manuscript's own name for the look of the line. `opens`: a quotation of its own begins here;
    `may_open`: perhaps, since the manuscript has no way to say so. `frame` says where it stands apart with pictures.
    """

    role: Role
    spans: Spans
    place: Place
    level: int = 0
    is_ordered: bool = False
    number: int | None = None
    label: str = ""
    is_sure: bool = True
    is_bold: bool = False
    style: str = ""
    opens: bool = False
    may_open: bool = False
    frame: Frame = OPEN

    @property
    def text(self) -> str:
        """The words alone, without notes."""
        return plain(self.spans)

    def as_role(self, role: Role, *, level: int = 0, is_sure: bool = True) -> "Line":
        """The same words for another purpose."""
        return replace(self, role=role, level=level, is_sure=is_sure)


@dataclass(frozen=True)
class Picture:
    """A picture in its place. `content` is empty for one that can't be used: it is no picture, or only linked; then
    `address` is where it can be found."""

    content: bytes
    name: str
    place: Place
    alt: str = ""
    title: str = ""
    caption: Spans = ()
    credit: str = ""
    credit_link: str = ""
    accent: str = ""
    address: str = ""
    frame: Frame = OPEN


@dataclass(frozen=True)
class Table:
    """Rows of cells. `has_header`: the first row names the columns."""

    rows: tuple[tuple[Spans, ...], ...]
    place: Place
    has_header: bool = False
    caption: Spans = ()


@dataclass(frozen=True)
class Aside:
    """Words that stand beside the text: a text box."""

    paragraphs: tuple[Spans, ...]
    place: Place


Item = Line | Picture | Table | Aside


@dataclass
class Found:
    """What a reader found: items in reading order, what it has to say about them, and what the file says of itself."""

    items: list[Item] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    title: str = ""
    author: str = ""


@dataclass(frozen=True)
class Prose:
    """Paragraphs, lists and small headings that stand together."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Quote:
    """A quotation short enough to be set large."""

    text: str
    place: Place
    attribution: str = ""


@dataclass(frozen=True)
class Facts:
    """A table of two columns: label and value."""

    title: str
    rows: tuple[tuple[str, str], ...]
    place: Place = field(default_factory=Place)


Block = Prose | Quote | Facts | Picture | Aside


@dataclass
class Section:
    """A heading and what stands under it. The heading is empty for words before the first one."""

    heading: str
    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)


@dataclass
class Draft:
    """A story as the magazine keeps it."""

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    sections: list[Section] = field(default_factory=list)

    def pictures(self) -> list[Picture]:
        """Every picture, in reading order."""
        return [block for section in self.sections for block in section.blocks if isinstance(block, Picture)]


def plain(spans: Sequence[Span]) -> str:
    """The words of the spans on one line, without their notes."""
    return " ".join("".join(span.text for span in spans).split())


def notes_of(spans: Sequence[Span]) -> list[str]:
    """The footnotes hung in the spans."""
    return [span.note for span in spans if span.note]


def trimmed(spans: Sequence[Span]) -> Spans:
    """The spans without white space at either end and without empty ones."""
    kept = [span for span in spans if span.text or span.note]
    while kept and not kept[0].note and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].note and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[0].note:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and not kept[-1].note:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def with_words(item: Item, change: Callable[[Spans], Spans]) -> Item:
    """The item with all its words changed: of a line, of each cell, of each paragraph beside the text, of a caption."""
    if isinstance(item, Line):
        return replace(item, spans=change(item.spans))
    if isinstance(item, Table):
        rows = tuple(tuple(change(cell) for cell in row) for row in item.rows)
        return replace(item, rows=rows, caption=change(item.caption))
    if isinstance(item, Aside):
        return replace(item, paragraphs=tuple(change(spans) for spans in item.paragraphs))
    return replace(item, caption=change(item.caption))


def single_spaced(spans: Spans) -> Spans:
    """The spans with one space wherever several stand: what was left out between two of them leaves both behind."""
    kept: list[Span] = []
    for span in spans:
        text = SPACES.sub(" ", span.text)
        if kept and not kept[-1].note and kept[-1].text.endswith((" ", "\n")):
            text = text.removeprefix(" ")
        if text or span.note:
            kept.append(replace(span, text=text))
    return tuple(kept)


def without_beginning(spans: Sequence[Span], count: int) -> Spans:
    """The spans without their first `count` characters."""
    kept: list[Span] = []
    for span in spans:
        cut = min(count, len(span.text))
        count -= cut
        kept.append(replace(span, text=span.text[cut:]))
    return trimmed(kept)


def without_end(spans: Sequence[Span], length: int) -> Spans:
    """The first `length` characters of the spans; notes stay."""
    kept: list[Span] = []
    for span in spans:
        kept.append(replace(span, text=span.text[:length]))
        length -= min(length, len(span.text))
    return trimmed(kept)
