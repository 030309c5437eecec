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
