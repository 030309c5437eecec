"""The report knows where each thing went: into which block, and which picture."""

import base64

import pytest

from editorial.actions.import_manuscript import import_manuscript
from editorial.manuscripts.notes import Place
from editorial.manuscripts.reading import Source
from editorial.manuscripts.whereabouts import the_one
from editorial.models import EditorialImage
from tests.manuscripts import word_files as make

pytestmark = pytest.mark.django_db


def notes_of(manuscript, code: str) -> list[dict]:
    """The notes of a kind, as kept."""
    return [note for note in manuscript.report["notes"] if note["code"] == code]


def test_every_thing_of_the_story_is_found_in_its_draft():
    manuscript = import_manuscript(Source(make.full_story(), "story.docx"))
    blocks = {
        block.id: block.block_type for section in manuscript.page.body for block in [section, *section.value["content"]]
    }
    found = {
        code: [blocks.get(note["block"]) for note in notes_of(manuscript, code)]
        for code in ("heading", "quote", "picture", "credit", "caption", "link_dropped", "table_as_facts", "text_box")
    }
    assert found == {
        "heading": ["section", "section"], "quote": ["pull_quote"], "picture": ["image", "image"],
        "credit": ["image", "image"], "caption": ["image"], "link_dropped": ["prose"],
        "table_as_facts": ["fact_box"], "text_box": ["prose"],
    }  # fmt: skip
    pictures = list(EditorialImage.objects.order_by("-pk").values_list("pk", flat=True)[:2])[::-1]
    assert [note["image"] for note in notes_of(manuscript, "credit")] == pictures
    assert not any(note["block"] or note["image"] for note in notes_of(manuscript, "header"))


def test_places_that_may_be_one_of_two_lead_nowhere():
    known = {("picture", 1): [(Place("picture", 1, "A shoe"), 5), (Place("picture", 1, "A lace"), 6)]}
    assert the_one(known, Place("picture", 1, "A lace")) == 6
    assert the_one(known, Place("picture", 1)) is None
    assert the_one(known, Place("picture", 2, "A lace")) is None


def test_a_credit_is_missed_only_where_there_is_none():
    credited, bare = make.picture_bytes(colour="coral"), make.picture_bytes(colour="khaki")

    def page(picture: bytes, under: str = "") -> Source:
        address = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
        return Source(f"<h1>T</h1><p>Words.</p><img alt='A shoe' src='{address}'>{under}".encode(), "a.html")

    assert not notes_of(import_manuscript(page(credited, "<p>© Jane Lens</p>")), "credit_missing")
    assert not notes_of(import_manuscript(page(credited)), "credit_missing")
    assert notes_of(import_manuscript(page(bare)), "credit_missing")[0]["image"]
