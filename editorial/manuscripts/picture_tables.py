"""Tables that lay out pictures: what stands in a column with a picture belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editorial.manuscripts.credit_lines import is_credit, split_credit
from editorial.manuscripts.pieces import Frame, Item, Line, Picture


@dataclass
class Cell:
    """A cell of such a table. `start` counts columns from 0; `width` is how many it spans."""

    items: list[Item]
    start: int
    width: int = 1
    above: list[Item] = field(default_factory=list)
    below: list[Item] = field(default_factory=list)
    is_claimed: bool = False

    @property
    def has_picture(self) -> bool:
        return any(isinstance(item, Picture) for item in self.items)

    @property
    def is_text(self) -> bool:
        """Whether nothing but lines stands in it."""
        return bool(self.items) and all(isinstance(item, Line) for item in self.items)

    def shares_column(self, other: "Cell") -> bool:
        """Whether one stands above or under the other."""
        return self.start < other.start + other.width and other.start < self.start + self.width


def row_of(cells: Sequence[tuple[list[Item], int]]) -> list[Cell]:
    """A row from what its cells hold and how many columns each spans."""
    row: list[Cell] = []
    for items, width in cells:
        row.append(Cell(items, row[-1].start + row[-1].width if row else 0, max(1, width)))
    return row


def in_reading_order(rows: Sequence[list[Cell]], number: int) -> list[Item]:
    """Everything in the table, each picture with the lines of its column. `number` tells its frames from others."""
    everything = [cell for row in rows for cell in row]
    if not any(isinstance(item, Line) for cell in everything for item in cell.items):
        return [item for cell in everything for item in cell.items]
    pair(rows)
    done: list[Item] = []
    for count, cell in enumerate(everything, start=1):
        if cell.is_claimed:
            continue
        items = [*cell.above, *cell.items, *cell.below]
        done += framed(items, (number, count)) if cell.has_picture else items
    return done


def framed(items: Sequence[Item], frame: Frame) -> list[Item]:
    """The items as standing together in this frame; those of a frame within keep their own."""
    return [replace(item, frame=frame) if takes_frame(item) else item for item in items]  # type: ignore[call-arg]


def renumbered(items: Sequence[Item], start: int) -> list[Item]:
    """The items of a file within a file, their frames counted on from `start`."""
    return [
        replace(item, frame=(item.frame[0] + start, item.frame[1]))
        if isinstance(item, Line | Picture) and any(item.frame)
        else item
        for item in items
    ]


def takes_frame(item: Item) -> bool:
    """Whether the item is a line or picture of no frame yet."""
    return isinstance(item, Line | Picture) and not any(item.frame)


def pair(rows: Sequence[list[Cell]]) -> None:
    """Give cells of text to the one picture they stand under, or beside, or, where the whole table is so, above."""
    has_pictures = [any(cell.has_picture for cell in row) for row in rows]
    is_upside_down = all(here == bool(at % 2) for at, here in enumerate(has_pictures)) and not len(rows) % 2
    couples = list(zip(rows[::2], rows[1::2], strict=False))
    is_paired = all(len(owners(cell, row)) == 1 for texts, row in couples for cell in texts)
    # The first row may be words of their own, and the lines between two rows those of the upper one.
    kinds = {has_credit(cell) for texts, _row in couples for cell in texts if cell.items}
    if is_upside_down and is_paired and len(kinds) == 1:
        for texts, row in couples:
            claim(texts, row, is_above=True)
        return
    for at, row in enumerate(rows):
        if has_pictures[at]:
            if at + 1 < len(rows) and not has_pictures[at + 1]:
                claim(rows[at + 1], row)
            pair_beside(row)


def has_credit(cell: Cell) -> bool:
    """Whether a cell says whose a picture is."""
    texts = [item.text for item in cell.items if isinstance(item, Line)]
    return any(is_credit(text) or split_credit(text) for text in texts)


def owners(cell: Cell, row: Sequence[Cell]) -> list[Cell]:
    """The cells with pictures in a row that share a column with this one."""
    return [other for other in row if other.has_picture and other.shares_column(cell)]


def claim(texts: Sequence[Cell], row: Sequence[Cell], *, is_above: bool = False) -> None:
    """Give the cells of a row of text to the pictures in the row next to it."""
    for cell in texts:
        found = owners(cell, row)
        if cell.is_text and len(found) == 1:
            cell.is_claimed = True
            (found[0].above if is_above else found[0].below).extend(cell.items)


def pair_beside(row: Sequence[Cell]) -> None:
    """Give the cells of text in a row to the picture before them; or after, where the row begins with text.

    A text between two pictures that have one between them is nobody's.
    """
    filled = [cell for cell in row if cell.items]
    pictures = sum(cell.has_picture for cell in filled)
    if pictures > 1 and len(filled) != 2 * pictures:
        return
    step = -1 if filled[0].has_picture else 1
    for at, cell in enumerate(filled):
        beside = filled[at + step] if 0 <= at + step < len(filled) else None
        if cell.is_text and beside is not None and beside.has_picture:
            cell.is_claimed = True
            (beside.below if step < 0 else beside.above).extend(cell.items)
