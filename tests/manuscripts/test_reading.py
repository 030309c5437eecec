"""What readers make of Word, Markdown, HTML and plain text."""

import base64
import re
from pathlib import Path

import pytest

from editorial.actions import import_manuscript, import_manuscript_pictures
from editorial.manuscripts import rich_text, wording
from editorial.manuscripts.credit_lines import is_credit, rights_holder, split_credit
from editorial.manuscripts.links import safe_href
from editorial.manuscripts.pieces import Aside, Draft, Facts, Picture, Prose, Quote, plain
from editorial.manuscripts.reading import Reading
from editorial.manuscripts.styles import role_of
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole


def blocks(draft: Draft, kind: type) -> list:
    """The blocks of a kind, through the whole draft."""
    return [block for section in draft.sections for block in section.blocks if isinstance(block, kind)]


def html_of(draft: Draft) -> str:
    """All running text as it is stored."""
    return "".join(rich_text.story(block.lines) for block in blocks(draft, Prose))


def codes(reading: Reading) -> set[str]:
    """What the report speaks of."""
    return {note.code for note in reading.notes}


@pytest.fixture(scope="module")
def word() -> Reading:
    """The story with one of everything."""
    return read_whole(make.full_story())


def test_word_gives_opening_and_sections(word):
    assert word.draft.title == "The silver machine"
    assert word.draft.standfirst.startswith("How a running shoe")
    assert word.draft.byline == "Ada Writer"
    assert [section.heading for section in word.draft.sections] == ["", "An empty chair", "The end of it"]


def test_word_gives_emphasis_links_notes_and_lists(word):
    html = html_of(word.draft)
    assert '<b>Kobe</b> and nobody <i>noticed</i><a linktype="footnote" note="Counted in the archive.">*</a>' in html
    assert '<a href="https://example.org/archive?a=1&amp;b=2">an archive</a>' in html
    assert "<ul><li>one thing</li><li>another thing</li></ul><ol><li>first step</li></ol>" in html
    assert "<h3>A smaller matter</h3>" in html
    assert "stood quite empty for a year" in html


def test_word_gives_quotes_tables_and_boxes(word):
    assert [quote.text for quote in blocks(word.draft, Quote)] == ["It seemed to have been drawn in a hurry."]
    assert blocks(word.draft, Facts)[0].rows == (("1993", "The first"), ("2008", "The fourteenth"))
    assert plain(blocks(word.draft, Aside)[0].paragraphs[0]) == "Words standing in a box."


def test_word_gives_pictures_in_place_with_alt_caption_and_credit(word):
    first, second = blocks(word.draft, Picture)
    assert (first.alt, plain(first.caption)) == ("A silver shoe on a white table", "The fourteenth, in silver.")
    assert first.credit == "Photograph by Jane Lens"
    assert second.credit == "© 2024 Silver House"
    assert word.draft.sections[1].blocks.index(first) < word.draft.sections[1].blocks.index(
        blocks(word.draft, Facts)[0]
    )


def test_links_that_lead_nowhere_safe_are_words(word):
    assert "javascript" not in html_of(word.draft)
    dropped = next(note for note in word.notes if note.code == "link_dropped")
    assert (dropped.text, dropped.values["address"]) == ("a trap", "javascript:alert(1)")
    assert dropped.place.part == "paragraph"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "#part",
        "file:///etc/passwd",
    ],
)
def test_unsafe_addresses(address):
    assert safe_href(address) == ""


@pytest.mark.parametrize(
    "line",
    [
        "© Holder", "© 2024 Holder GmbH", "Photo: Jane Lens", "Photos: Jane Lens", "Photograph by Jane Lens",
        "Photography: Jane Lens / Agency", "Courtesy of ASICS", "Image credit: Jane Lens", "Photo credit: Jane Lens",
        "(Photo: Jane Lens)", "Photo courtesy of ASICS", "Foto: Jana Linse", "Illustration by Jane Pen",
        "Credit: Jane Lens",
    ],
)  # fmt: skip
def test_lines_that_are_credits(line):
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    ["Photographs were rare then.", "The photo: nobody had seen it. It was blue.", "Images of a city",
     "Creditors came.", "Photography changed the shoe, and the shoe changed photography."],
)  # fmt: skip
def test_lines_that_are_none(line):
    assert not is_credit(line)


def test_captions_that_end_in_a_credit_are_taken_apart():
    text = "The fourteenth, in silver. Photo: Jane Lens"
    found = split_credit(text)
    assert (text[: found.caption_length], found.credit) == ("The fourteenth, in silver.", "Photo: Jane Lens")
    assert rights_holder("© 2024 Silver House") == "Silver House"
    assert rights_holder("Courtesy of ASICS") == "ASICS"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("heading 2", ("heading", 2)), ("Überschrift 1", ("heading", 1)), ("Titre 3", ("heading", 3)),
        ("見出し 1", ("heading", 1)), ("Titel", ("title", 0)), ("Sous-titre", ("standfirst", 0)),
        ("Intense Quote", ("quote", 0)), ("Zitat", ("quote", 0)), ("Beschriftung", ("caption", 0)),
        ("Légende", ("caption", 0)), ("Bildnachweis", ("credit", 0)),
    ],
)  # fmt: skip
def test_styles_by_any_name(name, role):
    assert role_of(name) == role


MARKDOWN = """---
title: The Kayano returns
author: Jane Doe
tags: a, b
---

*A standfirst in italics.*

Opening with a [link](https://example.org/a), a [trap](javascript:alert(1)) and **bold**.[^1]

<script>alert("gone")</script>

<div onclick="evil()">Raw words <b>kept</b></div>

## First part

- one
  - deeper

> A short quotation.
> — Somebody

![A shoe](PICTURE)

Photo: Jane Smith

| Year | Shoe | Price |
| --- | --- | --- |
| 1993 | First | 100 |

![Elsewhere](https://example.org/x.jpg)

[^1]: The note.
[^2]: Never hung.
"""


def test_markdown():
    address = "data:image/png;base64," + base64.b64encode(make.picture_bytes()).decode()
    reading = read_whole(MARKDOWN.replace("PICTURE", address).encode(), "story.md")
    html = html_of(reading.draft)
    assert (reading.draft.title, reading.draft.byline) == ("The Kayano returns", "Jane Doe")
    assert reading.draft.standfirst == "A standfirst in italics."
    assert '<b>bold</b>.<a linktype="footnote" note="The note.">*</a>' in html
    assert "<p>Raw words <b>kept</b></p>" in html
    assert "<ul><li>one<ul><li>deeper</li></ul></li></ul>" in html
    assert "<li>1993 · First · 100</li>" in html
    assert blocks(reading.draft, Quote)[0].attribution == "Somebody"
    assert [(picture.alt, picture.credit) for picture in blocks(reading.draft, Picture)] == [
        ("A shoe", "Photo: Jane Smith")
    ]
    assert not {"script", "onclick", "javascript"} & set(html.replace("<", " ").replace("=", " ").split())
    texts = " ".join(note.text for note in reading.notes)
    assert all(words in texts for words in ('alert("gone")', "Never hung.", "tags: a, b", "https://example.org/x.jpg"))


GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1>A title</h1>
<p><span style="font-weight:700">Strong</span> and <span style="font-style:italic">slanted</span> words,
a <a href="https://example.org/">link</a><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p>
<h2>Part</h2><p hidden>Nobody saw this.</p><p>Last words.</p>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A note at the foot.</p></div></b>"""


def test_a_front_matter_with_values_of_several_lines():
    front = "---\ntitle: >\n  The silver\n  machine\nstandfirst: |-\n  How it came.\n---\n\nWords here.\n"
    draft = read_whole(front.encode(), "a.md").draft
    assert (draft.title, draft.standfirst) == ("The silver machine", "How it came.")


def test_rich_text_from_a_paste():
    reading = read_whole(GOOGLE.encode(), "", "html")
    html = html_of(reading.draft)
    assert reading.draft.title == "A title"
    assert "<b>Strong</b> and <i>slanted</i> words" in html
    assert '<a linktype="footnote" note="A note at the foot.">*</a>.' in html
    assert html.count("foot") == 2  # the kind of link, and the note
    assert "Nobody saw this." in " ".join(note.text for note in reading.notes)


def test_a_figure_with_a_credit_of_its_own():
    address = "data:image/png;base64," + base64.b64encode(make.picture_bytes()).decode()
    html = (
        f'<h1>T</h1><figure><img src="{address}" alt="A shoe"><figcaption>In silver '
        '<span class="credit">Jane Lens</span></figcaption></figure><p>Words.</p>'
    )
    picture = blocks(read_whole(html.encode(), "x.html").draft, Picture)[0]
    assert (plain(picture.caption), picture.credit) == ("In silver", "Jane Lens")


def test_plain_text_keeps_its_paragraphs():
    reading = read_whole(
        b"A first line\n\nA second\nparagraph that is long enough to be wrapped somewhere.\n\nA third.", "a.txt"
    )
    assert reading.draft.title == "A first line"
    assert (
        html_of(reading.draft)
        == "<p>A second paragraph that is long enough to be wrapped somewhere.</p><p>A third.</p>"
    )


def test_headings_that_are_only_bold_are_guessed():
    reading = read_whole(b"<p><b>The title</b></p><p>One.</p><p><b>A part</b></p><p>Two.</p>", "a.html")
    assert reading.draft.title == "The title"
    assert [section.heading for section in reading.draft.sections] == ["", "A part"]
    assert "heading_in_bold" in codes(reading)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Writer", "Ada Writer"),
        ("Words: Ada Writer", "Ada Writer"),
        ("Text von Ada van der Berg", "Ada van der Berg"),
        ("By Ada Writer and Ben O’Neil", "Ada Writer and Ben O’Neil"),
        ("Words here", ""),
        ("By the time it rained", ""),
        ("Von Kobe nach Paris", ""),
    ],
)
def test_bylines(line, name):
    reading = read_whole(f"<h1>T</h1><p>{line}</p><p>More of it.</p>".encode(), "a.html")
    assert reading.draft.byline == name


def test_a_table_of_contents_is_named_once_and_its_links_with_it():
    document = make.Document()
    document.add_paragraph("A title", style="Title")
    for number, line in enumerate(["First part 2", "Second part 5"]):
        begins = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        begins += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        link = f'<w:hyperlink w:anchor="_Toc{number}"><w:r><w:t>{line}</w:t></w:r></w:hyperlink>'
        paragraph = document.add_paragraph()
        for piece in make.element(f"<w:p>{begins if number == 0 else ''}{link}</w:p>"):
            paragraph._p.append(piece)
    document.add_paragraph()._p.append(make.element('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    document.add_paragraph("Words of the story.")
    reading = read_whole(make.saved(document))
    assert "link_dropped" not in codes(reading)
    assert [note.text for note in reading.notes if note.code == "contents"] == ["First part 2 Second part 5"]
    assert html_of(reading.draft) == "<p>Words of the story.</p>"


def test_signs_by_number_and_signs_of_other_fonts():
    document = make.Document()
    paragraph = document.add_paragraph("Before")
    paragraph._p.append(make.element('<w:r><w:sym w:font="Arial" w:char="2192"/></w:r>'))
    paragraph._p.append(make.element('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'))
    reading = read_whole(make.saved(document), "")
    assert html_of(reading.draft) == "<p>Before→</p>"
    note = next(note for note in reading.notes if note.code == "symbol")
    assert wording.sentence(note).startswith("A sign from the font Wingdings (F021)")


def test_every_note_has_its_sentence():
    """Codes are given in many places; a missing sentence would break the report's page."""
    sources = "\n".join(path.read_text() for path in Path(wording.__file__).parent.rglob("*.py"))
    sources += Path(import_manuscript_pictures.__file__).read_text() + Path(import_manuscript.__file__).read_text()
    given = set(re.findall(r"\b(?:look|left_out|guessed|recognised|say)\(\s*\"(\w+)\"", sources))
    problems = set(re.findall(r"problem=\"(\w+)\"", sources))
    assert len(given) > 50
    assert (given | problems | {"header", "footer", "caption"}) <= wording.SENTENCES.keys()
