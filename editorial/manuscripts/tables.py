"""Tables: facts with a label where they fit, else a list with a row in each item."""

from collections.abc import Sequence
from dataclasses import replace

from editorial.manuscripts.notes import Note, guessed, look, recognised
from editorial.manuscripts.pieces import Block, Facts, Item, Line, Prose, Role, Span, Spans, Table, notes_of, plain

LONGEST_LABEL = 60
LONGEST_VALUE = 200
LONGEST_NAME = 80
MOST_ROWS = 20
BETWEEN = Span(" · ")


def block_of(table: Table, heading: str) -> tuple[list[Block], list[Note]]:
    """The blocks for a table. `heading` names a box of facts that has no name of its own."""
    rows = [row for row in table.rows if any(plain(cell) or notes_of(cell) for cell in row)]
    if not rows:
        return [], []
    if rows[0] is not table.rows[0]:
        # Markdown has to write a first row, even where there is nothing to name.
        table = replace(table, has_header=False)
    if fits_facts(rows):
        return facts(table, rows, heading)
    return as_list(table, rows)


def has_bold_first_row(rows: Sequence[tuple[Spans, ...]]) -> bool:
    """Whether the first row is set apart from the second by being bold."""
    first, second = ([span for cell in row for span in cell if span.text.strip()] for row in (*rows, (), ())[:2])
    return len(rows) > 1 and bool(first) and all(span.bold for span in first) and not all(span.bold for span in second)


def named_by_lines(items: Sequence[Item]) -> tuple[list[Item], list[Note]]:
    """The items, where a short bold line over facts without a name has become their name, and what was guessed."""
    done: list[Item] = []
    notes: list[Note] = []
    for item in items:
        above = done[-1] if done else None
        if isinstance(item, Table) and is_nameless(item) and isinstance(above, Line) and is_name(above):
            item = replace(item, caption=above.spans)
            notes.append(guessed("table_named_by_line", above.place, above.text))
            done.pop()
        done.append(item)
    return done, notes


def is_nameless(table: Table) -> bool:
    """Whether the table will be a box of facts that neither a caption nor its first row names."""
    rows = [row for row in table.rows if any(plain(cell) for cell in row)]
    return (
        bool(rows)
        and not plain(table.caption)
        and fits_facts(rows)
        and not (table.has_header and rows[0] is table.rows[0])
    )


def is_name(line: Line) -> bool:
    """Whether a line may be the name of what stands under it: short, bold, no sentence."""
    words = [span for span in line.spans if span.text.strip()]
    is_plain = line.role == Role.PROSE and not any(span.href or span.note for span in line.spans)
    is_short = 0 < len(line.text) <= LONGEST_NAME and not line.text.endswith((".", ",", ";", "…"))
    return is_plain and is_short and all(span.bold for span in words)


def fits_facts(rows: list[tuple[Spans, ...]]) -> bool:
    """Whether the rows are labels with values, short enough, in plain words."""
    if len(rows) > MOST_ROWS or any(len(row) != 2 for row in rows):
        return False
    return all(
        0 < len(plain(label)) <= LONGEST_LABEL
        and 0 < len(plain(value)) <= LONGEST_VALUE
        and not any(span.note or span.href for span in (*label, *value))
        for label, value in rows
    )


def facts(table: Table, rows: list[tuple[Spans, ...]], heading: str) -> tuple[list[Block], list[Note]]:
    """A box of facts, named by its caption, by its first row, or by the section it stands in."""
    name = plain(table.caption)
    notes = [look("note_without_place", table.place, note) for note in notes_of(table.caption)]
    if table.has_header and len(rows) > 1 and not name:
        name, rows = ", ".join(plain(cell) for cell in rows[0]), rows[1:]
    if name:
        notes.append(recognised("table_as_facts", table.place, name))
    else:
        notes.append(guessed("table_named_by_section", table.place, heading))
    blocks: list[Block] = []
    if len(name) > LONGEST_NAME:
        blocks.append(Prose((Line(Role.PROSE, (Span(name, bold=True),), table.place),)))
        name = name[: LONGEST_NAME - 1] + "…"
    pairs = tuple((plain(label), plain(value)) for label, value in rows)
    return [*blocks, Facts(name or heading[:LONGEST_NAME], pairs, table.place)], notes


def as_list(table: Table, rows: list[tuple[Spans, ...]]) -> tuple[list[Block], list[Note]]:
    """A list with an item for each row, under the names of the columns."""
    lines = []
    if plain(table.caption):
        lines.append(Line(Role.PROSE, table.caption, table.place))
    if table.has_header and len(rows) > 1:
        header = tuple(replace(span, bold=True) if span.text else span for span in joined(rows[0]))
        lines.append(Line(Role.PROSE, header, table.place))
        rows = rows[1:]
    lines += [Line(Role.ITEM, joined(row), table.place) for row in rows]
    return [Prose(tuple(lines))], [look("table_as_list", table.place, plain(lines[0].spans))]


def joined(row: tuple[Spans, ...]) -> Spans:
    """The cells of a row one after the other."""
    spans: list[Span] = []
    for cell in row:
        if plain(cell) or notes_of(cell):
            spans += [BETWEEN, *cell] if spans else cell
    return tuple(spans)
