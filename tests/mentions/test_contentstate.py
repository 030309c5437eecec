"""Writing links into the rich text editor's own form of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.mentions import Gazetteer, Target
from editorial.mentions.contentstate import characters, entity_for, paragraphs_of, units, with_links
from editorial.mentions.names import BRAND, TERM, names_of

ASICS = Target(BRAND, 7, "ASICS")
KNOWN = Gazetteer(names_of(ASICS))


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


def linked(content):
    (span,) = KNOWN.find(content["blocks"][0]["text"])
    return with_links(content, [("abc", span, entity_for(BRAND, 7, "ASICS", "/asics/"))])


def test_a_span_becomes_a_link_at_the_places_the_editor_counts():
    content = linked(state("😀 by ASICS 😀"))
    assert content["blocks"][0]["entityRanges"] == [{"key": 0, "offset": 6, "length": 5}]
    assert content["entityMap"] == {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": 7, "url": "/asics/"}}}
    (paragraph,) = paragraphs_of(content)
    assert paragraph.linked == (("page", 7, 5, 10),)


def test_what_is_linked_stays_as_it_is():
    entities = {"4": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org"}}}
    before = state("by ASICS", [{"key": 4, "offset": 0, "length": 5}], entities)
    assert linked(before) == before


def test_the_given_state_is_not_changed_and_entities_keep_their_numbers():
    entities = {"4": {"type": "TERM", "mutability": "MUTABLE", "data": {"id": 2, "title": "Gel"}}}
    before = state("Gel by ASICS", [{"key": 4, "offset": 0, "length": 3}], entities)
    after = linked(before)
    assert list(before["entityMap"]) == ["4"]
    assert [place["key"] for place in after["blocks"][0]["entityRanges"]] == [4, 5]
    assert paragraphs_of(after)[0].linked == (("term", 2, 0, 3), ("page", 7, 7, 12))


def test_a_term_is_tied_as_its_button_does_it():
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
