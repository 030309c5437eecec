"""Stories as Markdown: everything in them, with credits, and readable again."""

from pathlib import Path

import pytest
from django.urls import reverse

from editorial.actions.export_feature import markdown_of
from editorial.actions.import_manuscript import import_manuscript
from editorial.actions.import_manuscript_own import our_picture
from editorial.addresses import absolute_url
from editorial.manuscripts.reading import Source
from editorial.models import FeaturePage
from tests.desk.conftest import editor
from tests.factories.catalogue import brand, feature, person, picture, product, silhouette, term
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole

__all__ = ["editor"]

pytestmark = pytest.mark.django_db


FILM = "https://www.youtube.com/watch?v=x"


def use(image, alt: str) -> dict:
    """A use of a picture as stored."""
    return {"image": image.pk, "alt_text": alt, "decorative": False}


def body(*content: tuple) -> list:
    """A body of one section."""
    blocks = [{"type": kind, "value": value} for kind, value in content]
    return [{"type": "section", "value": {"heading": "An empty chair", "anchor": "", "content": blocks}}]


def test_every_block_is_written():
    shoe, other = picture(credit="© Silver House"), picture(credit="Photograph: Ines Okafor")
    line = silhouette(parent=brand())
    pair = product(parent=line)
    word = term("Gel")
    page = feature(
        by=person("Ada Writer"),
        body=body(
            (
                "prose",
                f'<p>A <b>bold </b>word, <a linktype="term" id="{word.pk}">Gel</a>, '
                f'<a linktype="page" id="{line.pk}">the line</a>.<a linktype="footnote" note="Counted.">*</a></p>'
                "<h3>Small</h3><ul><li>one<ul><li>deep</li></ul></li></ul><p>2 * 3 [sic] # no</p>",
            ),
            ("pull_quote", {"text": "In a hurry.", "attribution": "Somebody"}),
            ("fact_box", {"title": "In numbers", "text": "", "rows": [{"label": "First", "value": "19|93"}]}),
            ("note", {"text": "<p>An aside.</p>"}),
            ("image", {"picture": use(shoe, "A shoe"), "layout": "text", "caption": "<p>Silver.</p>"}),
            ("gallery", {"pictures": [use(other, f"No {number}") for number in range(3)], "caption": ""}),
            ("product_card", {"product": pair.pk}),
            ("product_rail", {"title": "Shoes", "products": [pair.pk], "silhouette": None}),
            ("embed", {"url": FILM, "title": "A film", "poster": {"image": None}, "caption": ""}),
        ),
        sources="A book\nAnother",
    )
    text = markdown_of(page)
    for words in (
        "title: The fourteenth man",
        "author: Ada Writer",
        "## An empty chair",
        "A **bold** word, [Gel](<http",
        "/glossary/#term-gel>), [the line](<http",
        ".[^1]",
        "[^1]: Counted.",
        "### Small",
        "- one\n    - deep",
        "2 \\* 3 \\[sic\\] # no",
        "> In a hurry.\n>\n> — Somebody",
        "| First | 19\\|93 |",
        "> [!NOTE]\n> An aside.",
        "![A shoe](<http",
        "*Silver.*\n\n© Silver House",
        "[A film](<https://www.youtube.com/watch?v=x>)",
        "- A book",
    ):
        assert words in text
    assert text.count("Photograph: Ines Okafor") == 3
    assert text.count(f"[{pair.title}](<") == 2


def test_what_goes_out_comes_in_again():
    draft = import_manuscript(Source(make.full_story(), "story.docx")).page
    again = read_whole(markdown_of(FeaturePage.objects.get(pk=draft.pk)).encode(), "story.md").draft
    assert (again.title, again.standfirst) == (draft.title, draft.standfirst)
    headings = [section.value["heading"] for section in draft.body]
    assert [section.heading for section in again.sections] == headings


def test_a_fact_box_and_our_own_pictures_come_back_as_they_were():
    shoe = picture(credit="© Silver House")
    rows = [{"label": "First", "value": "Trainer, 1993"}, {"label": "Method", "value": "Kaizen"}]
    page = feature(
        body=body(
            ("prose", "<p>Words.</p>"),
            ("fact_box", {"title": "The run", "text": "", "rows": rows}),
            ("image", {"picture": use(shoe, "A shoe"), "layout": "text", "caption": "<p>Silver.</p>"}),
        )
    )
    manuscript = import_manuscript(Source(markdown_of(page).encode(), "story.md"))
    _prose, facts, image = (block.value for block in manuscript.page.body[-1].value["content"])
    assert (facts["title"], [(row["label"], row["value"]) for row in facts["rows"]]) == (
        "The run",
        [("First", "Trainer, 1993"), ("Method", "Kaizen")],
    )
    assert (image["picture"].pk, image["picture"].contextual_alt_text) == (shoe.pk, "A shoe")
    assert "Silver." in str(image["caption"])
    shoe.get_rendition("format-jpeg|width-1080")
    again = import_manuscript(Source(markdown_of(page).encode(), "story.md")).page
    assert again.body[-1].value["content"][-1].value["picture"].pk == shoe.pk
    shoe.renditions.all().delete()
    assert our_picture(f"/media/images/{Path(shoe.file.name).stem}.format-jpeg.width-1080.jpg")
    codes = {note["code"] for note in manuscript.report["notes"]}
    assert not codes & {"picture_not_fetched", "credit_missing", "credit_differs", "picture_of_other_type"}
    assert "table_named_by_line" in codes


def test_links_without_a_host_are_written_whole():
    prose = '<p><a href="/features/x/">One</a>, <a href="#end">two</a>, <a href="mailto:a@b.example">three</a>.</p>'
    page = feature(body=body(("prose", prose)))
    for address in (absolute_url("/features/x/"), absolute_url(f"{page.get_url()}#end"), "mailto:a@b.example"):
        assert f"](<{address}>)" in markdown_of(page)


def test_a_fact_box_keeps_its_name_and_rows_and_its_text_follows():
    rows = [{"label": "First", "value": "1993"}, {"label": "Second", "value": "1994"}]
    box = {"title": "In numbers", "text": "<p>Counted <b>twice</b>.</p>", "rows": rows}
    page = feature(body=body(("prose", "<p>Words.</p>"), ("fact_box", box)))
    again = import_manuscript(Source(markdown_of(page).encode(), "story.md")).page.body[-1].value["content"]
    assert [block.block_type for block in again] == ["prose", "fact_box", "prose"]
    assert again[1].value["title"] == "In numbers"
    assert again[2].value.source == "<p>Counted <b>twice</b>.</p>"


def test_links_to_our_pages_and_terms_are_links_to_them_again():
    line, word = silhouette(parent=brand()), term("Gel")
    prose = (
        f'<p>The <a linktype="page" id="{line.pk}">line</a> has <a linktype="term" id="{word.pk}">gel</a>; '
        f'<a href="{line.full_url}#a-place">a place in it</a>, '
        f'<a href="{line.full_url}?q=1">a query</a>, <a href="{absolute_url("/nowhere/")}">nothing</a>, '
        '<a href="https://example.org/">somebody else</a>.</p>'
    )
    words = (
        f'<p><a linktype="page" id="{line.pk}">It</a> has <a href="{absolute_url("/glossary/#term-gel")}">gel</a>.</p>'
    )
    page = feature(body=body(("prose", prose), ("note", {"text": words})))
    manuscript = import_manuscript(Source(markdown_of(page).encode(), "story.md"))
    again, aside = (block.value for block in manuscript.page.body[-1].value["content"])
    assert again.source == prose
    # An aside has no button for terms, and an editor could not take one off again.
    assert aside["text"].source == words
    told = [note["text"] for note in manuscript.report["notes"] if note["code"] == "own_link"]
    assert told == [absolute_url(line.get_url()), absolute_url("/glossary/#term-gel")]


def test_quotations_and_asides_are_told_apart_when_they_come_back():
    quote, other = ({"text": text, "attribution": ""} for text in ("It was late.", "I looked at it."))
    aside = {"text": "<p>An <b>aside</b>.</p><p>Of two paragraphs.</p>"}
    page = feature(body=body(("pull_quote", quote), ("pull_quote", other), ("note", aside), ("prose", "<p>End.</p>")))
    again = import_manuscript(Source(markdown_of(page).encode(), "story.md")).page
    blocks = again.body[-1].value["content"]
    assert [block.block_type for block in blocks] == ["pull_quote", "pull_quote", "note", "prose"]
    assert [block.value["text"] for block in blocks[:2]] == ["It was late.", "I looked at it."]
    assert blocks[2].value["text"].source == aside["text"]


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/none.jpg",
        "https://example.org/media/images/x.jpg",
        "/etc/passwd",
        "/media/../x",
        "\0",
        "/images/wrong/1/width-10/x.jpg",
        "http://[x",
        "/about/",
    ],
)
def test_no_other_address_is_ours(address):
    assert our_picture(address) == b""


def test_the_button_hands_out_the_newest_version(editor):
    page = feature(title="A story")
    page.standfirst = "Only in the draft."
    page.save_revision()
    answer = editor.get(reverse("desk_export", args=[page.pk]))
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a-story.md"'
    assert "Only in the draft." in answer.content.decode()
