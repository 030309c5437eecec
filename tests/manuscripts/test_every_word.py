"""Nothing is dropped silently: the words of a file are those of the draft and those the report names."""

import re
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from editorial.manuscripts import stored
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, strings, words_of_draft, words_of_file, words_of_report

FILES = Path(__file__).parent / "files"


def assert_every_word(content: bytes) -> None:
    """The file's words are the draft's and the report's: none lost, none made up, none named twice."""
    reading = read_whole(content, name="")
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)


def test_of_a_file_made_by_python_docx():
    content = make.full_story()
    assert sum(words_of_file(content).values()) > 100
    assert_every_word(content)


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.docx")))
def test_of_files_made_by_libreoffice(name):
    content = (FILES / name).read_bytes()
    assert sum(words_of_file(content).values()) > 70
    assert_every_word(content)


def test_of_parts_nobody_points_at():
    """A part that is in the package and in no list: its words are named all the same."""
    stray = make.with_names("<w:hdr><w:p><w:r><w:t>stray words nobody asked for</w:t></w:r></w:p></w:hdr>")
    content = make.rebuilt(make.full_story(), {"word/stray.xml": stray.encode()})
    assert words_of_file(content)["stray"] == 1
    assert_every_word(content)


def test_of_elements_nobody_has_heard_of():
    document = Document()
    document.add_paragraph("Before it.")
    document.element.body.insert(
        1, make.element("<w:future><w:p><w:r><w:new><w:t>of tomorrow</w:t></w:new></w:r></w:p></w:future>")
    )
    document.paragraphs[0]._p.append(make.element("<w:smart><w:r><w:t> and within it</w:t></w:r></w:smart>"))
    content = make.saved(document)
    assert words_of_file(content)["tomorrow"] == 1
    assert_every_word(content)


def test_of_frames_of_one_cell():
    """A table of one cell frames a text; what else it frames (tables, boxes, a note alone) is kept beside it."""
    document = Document()
    document.add_paragraph("Before it.")
    framed = document.add_table(1, 1).cell(0, 0)
    framed.text = "words in the frame "
    inner = framed.add_table(2, 2)
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"inner{number}"
    make.add_text_box(framed.paragraphs[0], "words in a box ")
    make.hang_note(document.add_table(1, 1).cell(0, 0).paragraphs[0], "footnote", 2)
    document.add_heading("A title", 1)
    make.add_notes(document, "footnote", ["a note without a word"])
    content = make.saved(document)
    assert words_of_file(content)["inner3"] == 1
    assert_every_word(content)


MAIL = b"""MIME-Version: 1.0
Content-Type: multipart/related; boundary="cut"

--cut
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<html><body><p>taken from a page =C3=A9crite ailleurs</p></body></html>
--cut--
"""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.html", b"<h2>A heading</h2><p>taken <b>from</b> a page</p><script>no()</script>", "a page"),
        ("page.mht", MAIL, "page \u00e9crite"),
        ("lines.txt", b"taken from plain lines", "plain lines"),
        ("inner.docx", make.full_story(), "The office stood quite empty for a year."),
    ],
)
def test_of_files_that_a_file_takes_text_from(name, content, words):
    """Programs that put files together leave them as they are; Word shows them as one."""
    document = Document()
    document.add_paragraph("A story of several files", style="Title")
    document.add_paragraph("Before it there was this.")
    make.add_chunk(document, content, name, "application/octet-stream")
    document.add_paragraph("After it came that.")
    reading = read_whole(make.saved(document), name="")
    found = words_of_draft(reading.draft) + words_of_report(reading.notes)
    bare = Document()
    for line in ("A story of several files", "Before it there was this.", "After it came that."):
        bare.add_paragraph(line)
    inner = words_of_file(content) if name.endswith("docx") else Counter(re.findall(r"\w+", TOLD[name]))
    assert found == words_of_file(make.saved(bare)) + inner
    prose = " ".join(" ".join(strings(stored.body(reading.draft, dict.fromkeys(range(9), 1)))).split())
    assert prose.index("there was this") < prose.index(words) < prose.index("came that")


# What a person reads in them, scripts left out by name.
TOLD = {
    "page.html": "A heading taken from a page no",
    "page.mht": "taken from a page \u00e9crite ailleurs",
    "lines.txt": "taken from plain lines",
}


def test_a_file_within_that_nobody_can_read_is_named():
    document = Document()
    document.add_paragraph("Before it there was this.")
    make.add_chunk(document, b"{\\rtf1 lost words}", "rich.rtf", "application/rtf")
    make.add_chunk(document, b"PK\x03\x04 damaged", "inner.docx", "application/octet-stream")
    notes = [note for note in read_whole(make.saved(document)).notes if note.code == "embedded_object"]
    assert [note.text for note in notes] == ["rich.rtf", "inner.docx"]


# Between words: two runs of a word that end in two places are two words there.
PLAIN = st.text("abcdefg hijklm", min_size=1, max_size=20).map(lambda text: f" {text} ")
STYLES = ["Normal", "Heading 1", "Heading 2", "Quote", "Caption", "List Bullet", "List Number", "Title", "Subtitle"]
KINDS = [
    "run",
    "bold",
    "italic",
    "hidden",
    "ins",
    "del",
    "struck",
    "raised",
    "note",
    "box",
    "link",
    "lost_link",
    "breaks",
    "star",
]
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(STYLES), st.lists(st.tuples(st.sampled_from(KINDS), PLAIN), max_size=4)), max_size=8
)


@given(PARAGRAPHS, st.lists(st.lists(PLAIN, min_size=1, max_size=3), max_size=3))
@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_of_any_file(paragraphs, rows):
    document = Document()
    document.add_paragraph("words that stand first")
    notes: list[str] = []
    for style, pieces in paragraphs:
        paragraph = document.add_paragraph(style=style)
        for kind, text in pieces:
            write(paragraph, kind, text, notes)
    if rows:
        table = document.add_table(rows=len(rows), cols=3)
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
    make.add_notes(document, "footnote", [*notes, "a note nobody hangs"])
    assert_every_word(make.saved(document))


def write(paragraph, kind: str, text: str, notes: list[str]) -> None:
    """One piece of a paragraph."""
    if kind in ("ins", "del"):
        make.track(paragraph, kind, text)
    elif kind == "note":
        notes.append(text)
        make.hang_note(paragraph, "footnote", len(notes) + 1)
    elif kind == "star":
        notes.append(f"a {text}")
        reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{len(notes) + 1}"/>'
        paragraph._p.append(make.element(f"<w:r>{reference}<w:t>a</w:t></w:r>"))
    elif kind == "breaks":
        paragraph.add_run(text).add_break()
        paragraph.add_run().add_break()
    elif kind == "box":
        make.add_text_box(paragraph, text)
    elif kind == "link":
        make.add_link(paragraph, text, "https://example.org/")
    elif kind == "lost_link":
        make.add_link(paragraph, text, "javascript:alert(1)")
    else:
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.hidden = kind == "bold", kind == "italic", kind == "hidden"
        run.font.strike, run.font.superscript = kind == "struck", kind == "raised"
