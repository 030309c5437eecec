"""Word files of very many pieces, each of which may stand with all the others in one paragraph."""

from time import process_time

from docx import Document

from editorial.manuscripts.report import words
from tests.manuscripts import word_files as make
from tests.manuscripts.test_word_oddities import run
from tests.manuscripts.words import read_whole

MANY = 8_000
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
OPENED = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'


def seconds(body: str) -> float:
    """What it takes to read a file with this body, in seconds of the processor: no neighbour counts."""
    xml = make.with_names(f"<w:document><w:body>{body}</w:body></w:document>").encode()
    content = make.rebuilt(make.saved(Document()), {"word/document.xml": xml})
    began = process_time()
    reading = read_whole(content, "")
    spent = process_time() - began
    assert "".join(words(reading.draft)).count("ab²²") == MANY
    return spent


def test_pieces_take_no_longer_in_one_paragraph_than_in_many():
    pieces = f"{run('ab')}{RAISED * 2}"
    apart = seconds(f"<w:p>{pieces}</w:p>" * MANY)
    assert seconds(f"<w:p>{pieces * MANY}</w:p>") < 2 * apart + 0.5


def test_a_field_that_nobody_closes_is_named():
    document = make.Document()
    document.element.body.insert(0, make.element(f"<w:p>{OPENED}{run('Its words.')}</w:p>"))
    notes = read_whole(make.saved(document), "").notes
    assert [note.text for note in notes if note.code == "fields"] == ["PAGE"]


def test_numbers_that_nobody_means_are_passed_over():
    """Nobody counts to a number of five thousand figures; Python refuses to read one."""
    huge = "9" * 5000
    levels = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{huge}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{huge}"/></w:pPr>'
    )
    result = f'<w:ffData><w:ddList><w:result w:val="{huge}"/></w:ddList></w:ffData>'
    chosen = (
        f'<w:r><w:fldChar w:fldCharType="begin">{result}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = make.Document()
    document.element.body.insert(0, make.element(f"<w:p>{levels}{run('Its words.')}{chosen}</w:p>"))
    assert "Its words." in " ".join(words(read_whole(make.saved(document), "").draft))
