"""Tables that leave for a spreadsheet and come back: cells no program runs, files as Excel and others save them."""

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

# What spreadsheets take for the beginning of a formula, also in the wide forms of Japanese keyboards.
FORMULA = re.compile(r"'*[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20]|'*[\t\r\n]")
DELIMITERS = ",;\t"
# Excel writes this line for itself.
HINT = re.compile(r"sep=.\r?\n", re.IGNORECASE)
LONGEST_CELL = 10_000


class Fault(StrEnum):
    """What is wrong with a file or a line as a table."""

    ENCODING = "encoding"
    EMPTY = "empty"
    QUOTES = "quotes"
    CELLS = "cells"
    LONG = "long"
    UNKNOWN = "unknown"
    MISSING = "missing"
    TWICE = "twice"


@dataclass(frozen=True)
class Fold:
    """Where a table breaks: the line as an editor counts them, the column's name or '', and what is wrong."""

    line: int
    fault: Fault
    column: str = ""


@dataclass(frozen=True)
class Line:
    """One row: the line it begins on, and its cells by column."""

    number: int
    cells: dict[str, str]


class BrokenTable(Exception):
    """The file cannot be read as a table at all; `folds` say where and why."""

    def __init__(self, folds: list[Fold]):
        super().__init__(", ".join(f"line {fold.line}: {fold.fault}" for fold in folds))
        self.folds = folds


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it: an apostrophe stands before whatever looks like a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; one that was never guarded is left alone."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def text_of(data: bytes) -> str:
    """The file's text. UTF-8 with or without a mark, and the UTF-16 of spreadsheets' 'Unicode text'.

    Raises BrokenTable with the line that is neither.
    """
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenTable([Fold(data.count(b"\n", 0, error.start) + 1, Fault.ENCODING)]) from error
    if "\0" in text:
        raise BrokenTable([Fold(text.count("\n", 0, text.index("\0")) + 1, Fault.ENCODING)])
    return text


def read_table(text: str, known: Collection[str], required: Collection[str]) -> tuple[list[Line], list[Fold]]:
    """The rows of the text, and the rows that do not fit its header. Empty lines are left out.

    The delimiter is whichever of comma, semicolon and tab finds most of the `known` columns. Raises BrokenTable for a
    header with an unknown column, one named twice or one of the `required` missing, and for quotes that never end.
    """
    hint = HINT.match(text)
    first = 2 if hint else 1
    body = text[hint.end() :] if hint else text
    delimiter = delimiter_of(body, known)
    rows = numbered(body, delimiter, first)
    try:
        number, header = next(rows, (first, []))
        names = [name.strip().lower() for name in header]
        folds = folds_of_header(names, number, known, required)
        if folds:
            raise BrokenTable(folds)
        return fit(rows, names)
    except csv.Error as error:
        at = first - 1 + getattr(error, "line", len(body.splitlines()))
        raise BrokenTable([Fold(max(at, first), Fault.QUOTES)]) from error


def numbered(text: str, delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines they begin on. Raises csv.Error, which then knows its `line`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = first
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # An open quote is noticed at the end of the file; the line that opened it is worth more.
            error.line = begins - first + 1  # type: ignore[attr-defined]
            raise
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = first + reader.line_num


def delimiter_of(text: str, known: Collection[str]) -> str:
    """What the header's names are divided by."""
    header = text.lstrip("\r\n").split("\n", 1)[0]

    def found(delimiter: str) -> int:
        return sum(name.strip(' "\r').lower() in known for name in header.split(delimiter))

    return max(DELIMITERS, key=found)


def folds_of_header(names: list[str], line: int, known: Collection[str], required: Collection[str]) -> list[Fold]:
    """What is wrong with the header."""
    if not names:
        return [Fold(line, Fault.EMPTY)]
    folds = [Fold(line, Fault.UNKNOWN, name) for name in names if name not in known]
    folds += [Fold(line, Fault.TWICE, name) for name in known if names.count(name) > 1]
    return folds + [Fold(line, Fault.MISSING, name) for name in required if name not in names]


def fit(rows: Iterator[tuple[int, list[str]]], names: list[str]) -> tuple[list[Line], list[Fold]]:
    """Rows as cells by column, and those with more or fewer cells than the header, or one out of all proportion."""
    lines, folds = [], []
    for number, row in rows:
        surplus = any(cell.strip() for cell in row[len(names) :])
        if len(row) < len(names) or surplus:
            folds.append(Fold(number, Fault.CELLS))
            continue
        cells = {name: unguarded(cell) for name, cell in zip(names, row, strict=False)}
        long = [name for name, cell in cells.items() if len(cell) > LONGEST_CELL]
        if long:
            folds.append(Fold(number, Fault.LONG, long[0]))
        else:
            lines.append(Line(number, cells))
    return lines, folds
