"""Where the links of a Word file lead: the place in a page is half of an address."""

import pytest

from editorial.manuscripts.report import hrefs
from tests.manuscripts import word_files as make
from tests.manuscripts.test_word_oddities import document_with, field, run
from tests.manuscripts.words import read_whole

THERE = "https://en.wikipedia.org/wiki/Asics"


@pytest.mark.parametrize(
    ("instruction", "href"),
    [
        # As LibreOffice writes it.
        (f'HYPERLINK "{THERE}" \\l "History"', f"{THERE}#History"),
        (f'HYPERLINK \\l "History" "{THERE}"', f"{THERE}#History"),
        (f'HYPERLINK \\o "An archive" \\n "{THERE}"', THERE),
        (f'HYPERLINK {THERE} \\t "_blank" \\l "The early years"', f"{THERE}#The%20early%20years"),
        (f'HYPERLINK "{THERE}#Founding" \\l "Founding"', f"{THERE}#Founding"),
        ('HYPERLINK \\l "History"', ""),
        (f'INCLUDETEXT "{THERE}"', ""),
    ],
)
def test_of_a_field(instruction, href):
    reading = read_whole(document_with(f"<w:p>{field(instruction.replace('"', '&quot;'), 'this')}</w:p>"))
    assert hrefs(reading.draft) == ({href} if href else set())


def test_of_a_link_with_its_place_apart():
    """As Word writes it."""
    document = make.Document()
    paragraph = document.add_paragraph("Read ")
    make.add_link(paragraph, "this", THERE)
    paragraph._p[-1].set(make.qn("w:anchor"), "History")
    assert hrefs(read_whole(make.saved(document)).draft) == {f"{THERE}#History"}


def test_of_a_link_within_the_file_and_its_words_are_named():
    document = document_with(f'<w:p><w:hyperlink w:anchor="below">{run("see there")}</w:hyperlink></w:p>')
    notes = [note for note in read_whole(document).notes if note.code == "link_dropped"]
    assert [(note.text, note.values["address"]) for note in notes] == [("see there", "#below")]


def picture_in(paragraph: str, click: str = "") -> bytes:
    """A file with a picture in this paragraph, written with {} for its run; `click` is a link of the drawing's own."""
    document = make.Document()
    document.add_paragraph("Words above.")
    make.add_picture(document, make.picture_bytes(), "A shoe")
    drawn = document.paragraphs[-1]
    link = document.part.relate_to(THERE, make.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    if click:
        drawn._p.find(f".//{make.qn('wp:docPr')}").append(make.element(click.format(link)))
    picture = drawn.runs[0]._r
    held = make.element(paragraph.format(link))
    drawn._p.addnext(held)
    drawn._p.getparent().remove(drawn._p)
    next(held.iter(make.qn("w:here"))).getparent().replace(next(held.iter(make.qn("w:here"))), picture)
    return make.saved(document)


@pytest.mark.parametrize(
    ("paragraph", "click"),
    [
        ("<w:p><w:here/></w:p>", '<a:hlinkClick r:id="{}" tooltip="To the archive"/>'),
        ('<w:p><w:hyperlink r:id="{}" w:tooltip="To the archive"><w:here/></w:hyperlink></w:p>', ""),
        (f"<w:p>{field(f'HYPERLINK &quot;{THERE}&quot; \\o &quot;To the archive&quot;', '@')}</w:p>", ""),
    ],
)
def test_of_a_picture_is_named(paragraph, click):
    paragraph = paragraph.replace(run("@"), "<w:here/>")
    reading = read_whole(picture_in(paragraph, click))
    notes = [note for note in reading.notes if note.code == "picture_link"]
    assert [(note.text, note.place.part, note.place.near) for note in notes] == [(THERE, "picture", "A shoe")]
    assert [note.text for note in reading.notes if note.code == "pointer_words"] == ["To the archive"]
    assert [picture.alt for picture in reading.draft.pictures()] == ["A shoe"]


def test_of_a_shape_in_the_older_markup_is_named():
    shape = f'<w:p><w:r><w:pict><v:shape href="{THERE}" alt="An arrow"/></w:pict></w:r>{run("Here")}</w:p>'
    notes = read_whole(document_with(shape)).notes
    assert [note.text for note in notes if note.code == "picture_link"] == [THERE]
