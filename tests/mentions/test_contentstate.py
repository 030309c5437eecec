"""Writing links into the rich text editor's own form of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.mentions.contentstate import characters, entity_for, paragraphs_of, units
from editorial.mentions.names import BRAND, TERM


def state(text, ranges=(), entities=None):
    block = {
        "key": "abc",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": list(ranges),
    }
    return {"blocks": [block], "entityMap": entities or {}}


def test_places_are_those_of_the_text_and_not_of_the_editor():
    entities = {"0": {"type": "LINK", "data": {"id": 7}}, "1": {"type": "TERM", "data": {"id": "3"}}}
    ranges = [{"key": 0, "offset": 6, "length": 5}, {"key": 1, "offset": 15, "length": 3}]
    (paragraph,) = paragraphs_of(state("😀 by ASICS 😀 Gel", ranges, entities))
    assert paragraph.taken == ((5, 10), (13, 16))
    assert paragraph.linked == (("page", 7), ("term", 3))
    assert paragraph.is_free(0, 5)
    assert not paragraph.is_free(9, 11)


def test_addresses_elsewhere_and_notes_take_their_place_and_lead_to_no_entry():
    entities = {
        "4": {"type": "LINK", "data": {"url": "https://example.org"}},
        "5": {"type": "FOOTNOTE", "data": {"id": 1}},
    }
    ranges = [{"key": 4, "offset": 0, "length": 2}, {"key": 5, "offset": 3, "length": 1}]
    (paragraph,) = paragraphs_of(state("by ASICS", ranges, entities))
    assert paragraph.taken == ((0, 2), (3, 4))
    assert paragraph.linked == ()


def test_entities_are_those_of_the_editors_own_buttons():
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": 7, "url": "/asics/"}}
    assert entity_for(BRAND, 7, "ASICS", "/asics/") == link
    assert entity_for(TERM, 3, "Gel") == {"type": "TERM", "mutability": "MUTABLE", "data": {"id": 3, "title": "Gel"}}


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        "x",
        {},
        {"blocks": 1},
        {"blocks": [None, {"text": 1}, {"key": "a"}]},
        {"blocks": [{"key": 1, "text": "x"}]},
    ],
)
def test_what_the_editor_never_writes_holds_no_paragraphs(broken):
    assert paragraphs_of(broken) == []


def test_broken_ranges_and_entities_are_passed_over():
    ranges = [
        None,
        {"offset": "1", "length": 2},
        {"key": 9, "offset": 0, "length": 2},
        {"key": 1, "offset": 3, "length": 900},
    ]
    entities = {"1": {"type": "LINK", "data": None}}
    (paragraph,) = paragraphs_of(state("by ASICS", ranges, entities))
    assert paragraph.taken == ((0, 2), (3, 8))
    assert paragraph.linked == ()


@settings(max_examples=50)
@given(st.text(max_size=20), st.integers(0, 20))
def test_places_are_the_same_after_there_and_back(text, at):
    at = min(at, len(text))
    assert characters(text, units(text, at)) == at
