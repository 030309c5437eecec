"""Tables of HTML: which cell belongs to which row, and which row to which table."""


def nearest_table(node):
    """The table a row belongs to."""
    return next(node.iterancestors("table"), None)


def holder_of(cell):
    """The row a cell or the table a caption belongs to; None for a cell that stands in no row of its own."""
    above = next(cell.iterancestors("tr", "td", "th", "table"), None)
    return above if above is not None and above.tag == ("table" if cell.tag == "caption" else "tr") else None


def cells_in(node):
    """The cells in an element of a table that is neither cell nor caption itself."""
    return () if node.tag in ("td", "th", "caption", "table") else node.iter("td", "th")


def spanned(cell) -> int:
    """How many columns a cell spans."""
    said = cell.get("colspan") or ""
    return int(said) if said.isdecimal() and len(said) < 4 else 1


def has_one_cell(node) -> bool:
    """Whether the table is only a frame around something."""
    return sum(1 for _cell in node.iter("td", "th")) <= 1
