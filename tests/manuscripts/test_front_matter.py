"""Names and values before the text of a Markdown file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.manuscripts.front_matter import from_front_matter, quoted, unquoted
from tests.manuscripts.words import read_whole


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("The silver machine", "The silver machine"),
        ('The shoe they called "Dunk"', '"The shoe they called \\"Dunk\\""'),
        ("'90s runners'", "\"'90s runners'\""),
        ("It's late", "It's late"),
        ("Kayano: a life", '"Kayano: a life"'),
        ("1985", '"1985"'),
        ("No", '"No"'),
        ("Nº 5, since 1993", "Nº 5, since 1993"),
    ],
)
def test_values_are_quoted_where_they_would_not_mean_themselves(value, written):
    assert quoted(value) == written


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20))
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_read(value):
    value = " ".join(value.split())
    lines, rest = from_front_matter(f"title: {quoted(value)}")
    assert ([line.text for line in lines], rest) == ([value] if value else [], "" if value else 'title: ""')


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('The shoe they called "Dunk"', 'The shoe they called "Dunk"'),
        ("'It''s late'", "It's late"),
        ('"Air" and "Zoom"', '"Air" and "Zoom"'),
        ("'90s runners", "'90s runners"),
        ('"A \\d"', "A \\d"),
    ],
)
def test_only_quotation_marks_around_the_whole_are_taken_off(written, value):
    assert unquoted(written) == value


@pytest.mark.parametrize(
    "front",
    [
        "author:\n  - Ada Writer\n  - 'Ben O''Neil'",
        "authors:\n- Ada Writer\n- Ben O'Neil",
        'author: [Ada Writer, "Ben O\'Neil"]',
    ],
)
def test_lists_of_authors(front):
    reading = read_whole(f"---\n{front}\ntags:\n  - shoes\n  - silver\n---\n\nWords here.\n".encode(), "a.md")
    assert reading.draft.byline == "Ada Writer, Ben O'Neil"
    assert [note.text for note in reading.notes if note.code == "front_matter"] == ["tags:\n- shoes\n- silver"]
