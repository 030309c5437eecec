"""The address of a section: readable, the page's own, and kept when its heading changes."""

import pytest

from editorial.blocks.anchors import readable_anchor
from editorial.models import FeaturePage
from tests.factories import catalogue
from tests.factories.bodies import prose, section, stream
from tests.support.html import Document

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Thirteen before it", "thirteen-before-it"),
        ("The apprentice’s brief", "the-apprentices-brief"),
        ("Café Übermut", "cafe-ubermut"),
        ("走れ", "zoure"),
        ("!?", "section-0f8fad5b"),
        ("", "section-0f8fad5b"),
        ("Contents", "the-contents"),
        ("Term limits", "the-term-limits"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_headings_become_anchors(heading, anchor):
    assert readable_anchor(heading, ID) == anchor


def anchors_of(page) -> list[str]:
    return [item["value"]["anchor"] for item in page.body.raw_data]


@pytest.mark.django_db
def test_an_anchor_survives_the_heading():
    page = catalogue.feature(body=stream(section("An empty chair", prose())))
    page = FeaturePage.objects.get(pk=page.pk)
    page.body[0].value["heading"] = "A full house"
    page.save()
    page = FeaturePage.objects.get(pk=page.pk)
    assert page.body[0].value["heading"] == "A full house"
    assert anchors_of(page) == ["an-empty-chair"]


@pytest.mark.django_db
def test_the_next_editor_finds_the_anchor_in_the_draft():
    page = catalogue.feature(body=stream(section("First", prose())))
    page.body = stream(*page.body.raw_data, section("Second", prose()))
    draft = page.save_revision().as_object()
    assert anchors_of(draft) == ["first", "second"]


@pytest.mark.django_db
def test_sections_of_one_name_get_numbers_and_the_first_keeps_its():
    page = catalogue.feature(
        body=stream(section("Again", prose()), section("Again", prose()), section("Again", anchor="again"))
    )
    assert anchors_of(page) == ["again", "again-2", "again-3"]


@pytest.mark.django_db
def test_no_heading_makes_an_id_that_the_page_uses_itself(client):
    headings = ("Main", "Contents", "Notes", "Next up", "Related", "Nav", "Consent", "Sources")
    page = catalogue.feature(body=stream(*(section(heading, prose()) for heading in headings)), sources="A letter")
    catalogue.feature("Another")
    document = Document(client.get(page.url))
    assert document.duplicate_ids() == []
    assert len(document.select(".toc a")) == len(headings)


@pytest.mark.django_db
def test_a_section_without_a_readable_heading_is_reached_by_its_id(client):
    page = catalogue.feature(body=stream(section("First", prose()), section("???", prose())))
    document = Document(client.get(page.url))
    targets = [link["href"] for link in document.select(".toc a")]
    assert targets[1].startswith("#section-")
    assert document.select_one(f"section[id='{targets[1][1:]}']") is not None
