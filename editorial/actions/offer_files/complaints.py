"""What is wrong with a table of offers, in words, with its line and column."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from editorial.shopping.tables import LONGEST_CELL, Fault, Fold

FAULTS = {
    Fault.ENCODING: _("This is not UTF-8. Save the table as 'CSV UTF-8'."),
    Fault.EMPTY: _("There is nothing in the file."),
    Fault.QUOTES: _("A quotation mark opens here and is never closed properly."),
    Fault.CELLS: _("The line has more or fewer cells than the first line of the table."),
    Fault.LONG: _("The cell has more than %d characters.") % LONGEST_CELL,
    Fault.UNKNOWN: _("There is no such column."),
    Fault.MISSING: _("This column is missing."),
    Fault.TWICE: _("This column is there twice."),
}


@dataclass(frozen=True, order=True)
class Complaint:
    """One thing that is wrong. `line` counts as an editor of text does; `column` is '' for the line as a whole."""

    line: int
    column: str
    message: str


class Wrong(Exception):
    """A cell cannot be used; says why."""

    def __init__(self, column: str, message: str):
        super().__init__(message)
        self.column, self.message = column, message


def complaint_of(fold: Fold) -> Complaint:
    """The fault of a table in words."""
    return Complaint(fold.line, fold.column, str(FAULTS[fold.fault]))
