"""Paragraphs that their writer parted by line breaks: two in a row, or one on either side of a picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editorial.manuscripts.pieces import Item, Line, Role, Span, plain, trimmed

# What is counted, or quoted, is one thing whatever breaks are in it.
PARTED = (Role.PROSE, Role.CAPTION, Role.CREDIT)
BREAK = "\n"

# What hangs in a paragraph, by the number of spans before it.
Floats = Mapping[int, Sequence[Item]]


@dataclass
class Part:
    """Words, with what hangs before the first and what after it. `opened_by` is the break it begins with, if any."""

    opened_by: Span | None = None
    spans: list[Span] = field(default_factory=list)
    above: list[Item] = field(default_factory=list)
    below: list[Item] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Whether anything is written in it, or a note hangs in it."""
        return any(span.note or span.text.strip() for span in self.spans)

    def goes_on_with(self, row: "Part") -> None:
        """Take in a row that has words."""
        if self.has_words:
            self.spans += [*([row.opened_by] if row.opened_by else []), *row.spans]
            self.below += row.above
        else:
            self.spans = row.spans
            self.above += row.above
        self.below += row.below


def items_of(line: Line, spans: Sequence[Span], floats: Floats) -> list[Item]:
    """A paragraph and what hangs in it, in order; as several paragraphs where its breaks part it.

    `spans` are those of the line before they were trimmed.
    """
    if line.role not in PARTED:
        everything = [item for items in floats.values() for item in items]
        has_words_first = bool(floats) and bool(plain(spans[: min(floats)]))
        return [line, *everything] if has_words_first else [*everything, line]
    parts = list(parts_of(spans, floats))
    items: list[Item] = []
    for number, part in enumerate(parts):
        place = replace(line.place, near=plain(part.spans)[:60]) if number else line.place
        own = [replace(line, spans=trimmed(part.spans), place=place)] if part.has_words else []
        items += [*part.above, *own, *part.below]
    return items


def parts_of(spans: Sequence[Span], floats: Floats) -> Iterator[Part]:
    """The paragraphs in a paragraph. A row without words ends one."""
    whole = Part()
    for row in rows_of(spans, floats):
        if row.has_words:
            whole.goes_on_with(row)
            continue
        if whole.has_words:
            yield whole
            whole = Part()
        whole.above += row.above
    if whole.has_words or whole.above:
        yield whole


def rows_of(spans: Sequence[Span], floats: Floats) -> Iterator[Part]:
    """What stands between line breaks."""
    row = Part()
    for at in range(len(spans) + 1):
        (row.below if row.has_words else row.above).extend(floats.get(at, ()))
        for number, text in enumerate(spans[at].text.split(BREAK) if at < len(spans) else ()):
            if number:
                yield row
                row = Part(replace(spans[at], text=BREAK))
            row.spans.append(replace(spans[at], text=text))
    yield row
