"""Tables of a Word file."""

from editorial.manuscripts.notes import Place, guessed, left_out
from editorial.manuscripts.picture_tables import in_reading_order, row_of
from editorial.manuscripts.pieces import Aside, Item, Line, Picture, Span, Spans, Table, plain
from editorial.manuscripts.word.names import attribute, child, is_on, local

Row = tuple[Spans, ...]


def held(node, name: str):
    """Rows of a table or cells of a row, also inside frames and tracked changes; not those of tables within."""
    for found in node:
        if local(found) == name:
            yield found
        elif local(found) not in ("tbl", "p", "tblPr", "trPr"):
            yield from held(found, name)


class Tables:
    """Reads tables. Mixed into `Story`."""

    table_count = frame_count = 0

    def table(self, node, part: str) -> list[Item]:
        """A table of facts; or, where it only lays out pictures or frames a text, what stands in it."""
        rows: list[list[list[Item]]] = []
        widths: list[list[int]] = []
        first_is_header = False
        for number, row in enumerate(held(node, "tr")):
            if number == 0:
                first_is_header = (
                    bool(is_on(child(row, "trPr"), "tblHeader")) if child(row, "trPr") is not None else False
                )
            rows.append([self.blocks(cell, part) for cell in held(row, "tc")])
            widths.append([width_of(cell) for cell in held(row, "tc")])
        self.say_table_description(node)
        everything = [item for row in rows for cell in row for item in cell]
        if any(isinstance(item, Picture) for item in everything):
            self.say(guessed("table_of_pictures", Place("table", self.table_count + 1)))
            self.frame_count += 1
            laid_out = [row_of(list(zip(row, spans, strict=True))) for row, spans in zip(rows, widths, strict=True)]
            return in_reading_order(laid_out, self.frame_count)
        self.table_count += 1
        cells = tuple(tuple(words_of(cell) for cell in row) for row in rows)
        near = plain(next((cell for row in cells for cell in row if plain(cell)), ()))[:60]
        place = Place("table", self.table_count, near)
        if sum(len(row) for row in cells) == 1:
            return framed(everything, place)
        return [Table(cells, place, first_is_header or is_all_bold(cells))]

    def say_table_description(self, node) -> None:
        """Name what a table says to those who cannot see it."""
        properties = child(node, "tblPr")
        said = [attribute(child(properties, key), "val").strip() for key in ("tblCaption", "tblDescription")]
        text = " · ".join(filter(None, said))
        if text:
            self.say(left_out("description_of_shape", Place("table", self.table_count + 1), text))


def width_of(cell) -> int:
    """How many columns a cell spans."""
    said = attribute(child(child(cell, "tcPr"), "gridSpan"), "val")
    return int(said) if said.isdecimal() and len(said) < 4 else 1


def framed(items: list[Item], place: Place) -> list[Item]:
    """What stands in a table of one cell: its lines as an aside; tables and boxes follow it."""
    paragraphs = tuple(item.spans for item in items if isinstance(item, Line))
    rest = [item for item in items if not isinstance(item, Line)]
    return [Aside(paragraphs, place), *rest] if paragraphs else rest


def words_of(items: list[Item]) -> Spans:
    """What stands in a cell as words, paragraphs on lines of their own."""
    spans: list[Span] = []
    for item in items:
        if isinstance(item, Line):
            pieces: list[Spans] = [item.spans]
        elif isinstance(item, Aside):
            pieces = list(item.paragraphs)
        else:
            pieces = [cell for row in getattr(item, "rows", ()) for cell in row]
        for piece in pieces:
            spans += [Span("\n"), *piece] if spans else piece
    return tuple(spans)


def is_all_bold(rows: tuple[Row, ...]) -> bool:
    """Whether the first row is set apart from the second by being bold."""
    if len(rows) < 2:
        return False
    first, second = ([span for cell in row for span in cell if span.text.strip()] for row in rows[:2])
    return bool(first) and all(span.bold for span in first) and not all(span.bold for span in second)
