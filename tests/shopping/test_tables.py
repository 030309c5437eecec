"""Tables as spreadsheets save them, and cells that none of them runs."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.shopping.tables import BrokenTable, Fault, guarded, read_table, text_of, unguarded

KNOWN = ("shop", "price", "note")
REQUIRED = ("shop", "price")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44", "-3", "@SUM(A1)", "\t=1", "'=1", " =1", "＝1", "\r", "''+1", '=HYPERLINK("x")']
)
def test_nothing_that_looks_like_a_formula_leaves_unguarded(cell):
    assert guarded(cell).startswith("'")
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "150.000", "2 days", "'t Hof", "https://shop.example/?a=-1", "'"])
def test_plain_cells_stay_as_they_are(cell):
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@given(st.text(alphabet="'=+-@ \t\ra1＝", max_size=8))
@settings(max_examples=50)
def test_guarding_is_reversible(cell):
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_as_programs_save_them(encoding, delimiter, end):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    writer.writerows([["Shop", "price", "note"], ["kō", "1,5", "a;b\n2"], ["", "", ""], ["b", "2", ""]])
    lines, folds = read_table(text_of(file.getvalue().encode(encoding)), KNOWN, REQUIRED)
    assert folds == []
    assert [line.number for line in lines] == [2, 5]
    assert lines[0].cells == {"shop": "kō", "price": "1,5", "note": "a;b\n2"}


def test_excels_own_line_is_no_header():
    lines, _folds = read_table("sep=;\r\nshop;price\r\na;1\r\n", KNOWN, REQUIRED)
    assert [(line.number, line.cells["price"]) for line in lines] == [(3, "1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, Fault.EMPTY, "")),
        ("shop,price,colour\na,1,2", (1, Fault.UNKNOWN, "colour")),
        ("shop,note\na,b", (1, Fault.MISSING, "price")),
        ("shop,price,price\na,1,1", (1, Fault.TWICE, "price")),
        ('shop,price\na,1\nb,"2\nc,3\n', (3, Fault.QUOTES, "")),
        ('shop,price\na,"1"x\n', (2, Fault.QUOTES, "")),
    ],
)
def test_a_table_that_cannot_be_read_says_where(text, expected):
    with pytest.raises(BrokenTable) as broken:
        read_table(text, KNOWN, REQUIRED)
    fold = broken.value.folds[0]
    assert (fold.line, fold.fault, fold.column) == expected


def test_every_row_that_does_not_fit_is_named():
    lines, folds = read_table("shop,price\na,1\nb\nc,3,4\nd,4,\ne," + "9" * 10_001, KNOWN, REQUIRED)
    assert [(fold.line, fold.fault) for fold in folds] == [(3, Fault.CELLS), (4, Fault.CELLS), (6, Fault.LONG)]
    assert [line.number for line in lines] == [2, 5]


@pytest.mark.parametrize("data", ["shop\nZürich".encode("latin-1"), b"shop\n\0"])
def test_bytes_that_are_no_text_are_refused_with_their_line(data):
    with pytest.raises(BrokenTable) as broken:
        text_of(data)
    assert [(fold.line, fold.fault) for fold in broken.value.folds] == [(2, Fault.ENCODING)]
