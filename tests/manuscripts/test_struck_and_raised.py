"""Words struck through, raised, lowered, or joined: what a plain reading would turn into other words."""

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from editorial.manuscripts import rich_text
from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.pieces import Prose
from editorial.manuscripts.raised import Height, at_height
from editorial.manuscripts.reading import Reading
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report


def html_of(reading: Reading) -> str:
    """All running text as it is stored."""
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    return "".join(rich_text.story(block.lines) for block in blocks if isinstance(block, Prose))


def texts(reading: Reading, code: str) -> list[str]:
    """What the report quotes under a code."""
    return [note.text.strip() for note in reading.notes if note.code == code]


@pytest.fixture
def document():
    """A story with a title."""
    made = Document()
    made.add_paragraph("A title", style="Title")
    return made


def test_struck_words_of_word_are_named_and_not_printed(document):
    paragraph = document.add_paragraph("It was ")
    for words in ("never ", "ever"):
        paragraph.add_run(words).font.strike = True
    paragraph.add_run(" good. ")
    paragraph.add_run("Twice over.").font.double_strike = True
    style = document.styles.add_style("Cut", WD_STYLE_TYPE.PARAGRAPH)
    style.font.strike = True
    cut = document.add_paragraph("All of it, ", style="Cut")
    cut.add_run("but for this.").font.strike = False
    make.hang_note(document.add_paragraph("Noted."), "footnote", 2)
    document.paragraphs[-1].runs[0].font.strike = True
    document.paragraphs[-1]._p.r_lst[-1].get_or_add_rPr().append(make.element('<w:strike w:val="1"/>'))
    make.add_notes(document, "footnote", ["The note goes with it."])
    content = make.saved(document)
    reading = read_whole(content, "")
    assert html_of(reading) == "<p>It was good. </p><p>but for this.</p>".replace(". <", ".<")
    assert texts(reading, "struck") == ["never ever", "Twice over.", "All of it,", "Noted. The note goes with it."]
    assert {note.confidence for note in reading.notes if note.code == "struck"} == {Confidence.LEFT_OUT}
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)


@pytest.mark.parametrize(
    "struck",
    [
        "<del>never</del>",
        "<s><b>never</b></s>",
        "<strike>never</strike>",
        '<span style="text-decoration:line-through">never</span>',
        '<span style="text-decoration-line: underline line-through"><i>never</i></span>',
    ],
)
def test_struck_words_of_html(struck):
    reading = read_whole(f"<h1>T</h1><p>It was {struck} good.</p>".encode(), "a.html")
    assert html_of(reading) == "<p>It was good.</p>"
    assert texts(reading, "struck") == ["never"]


def test_struck_paragraphs_links_and_notes_of_html():
    page = (
        "<h1>T</h1><p>Kept.</p><del><p>One</p><p>two <a href='https://example.org/'>three</a></p></del>"
        "<p>Noted<a href='#n' id='r'>1</a>.</p><p id='n'><a href='#r'>1</a> It is <s>not</s> x<sup>2</sup>.</p>"
    )
    reading = read_whole(page.encode(), "a.html")
    assert html_of(reading) == '<p>Kept.</p><p>Noted<a linktype="footnote" note="It is x².">*</a>.</p>'
    assert texts(reading, "struck") == ["One", "two three", "not"]


def test_struck_words_of_markdown():
    reading = read_whole(b"# T\n\nIt was ~~never~~ good.\n\nAnd on.", "a.md")
    assert html_of(reading) == "<p>It was good.</p><p>And on.</p>"
    assert texts(reading, "struck") == ["never"]


def test_raised_and_lowered_letters_of_word(document):
    paragraph = document.add_paragraph("10")
    for text, height in [("2", "superscript"), (" of CO", ""), ("2", "subscript"), (" on the 1", ""),
                         ("st", "superscript"), (", a word", ""), ("aloft", "superscript")]:  # fmt: skip
        run = paragraph.add_run(text)
        if height:
            setattr(run.font, height, True)
    style = document.styles.add_style("Power", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    paragraph.add_run(" and x")
    paragraph.add_run("-3", style="Power")
    reading = read_whole(make.saved(document), "")
    assert html_of(reading) == "<p>10² of CO₂ on the 1st, a wordaloft and x⁻³</p>"
    assert texts(reading, "raised") == ["10² of CO₂ on the 1st, a wordaloft"]


@pytest.mark.parametrize(
    ("page", "stored"),
    [
        ("E = mc<sup>2</sup>", "E = mc²"),
        ("H<sub>2</sub>O", "H₂O"),
        ('10<span style="font-size:0.6em;vertical-align:super">2</span>', "10²"),
        ("Gel<sup>TM</sup> and the 14<sup>th</sup>", "Gel™ and the 14th"),
        ("La 1<sup>a</sup> vez", "La 1ª vez"),
    ],
)
def test_raised_and_lowered_letters_of_html(page, stored):
    reading = read_whole(f"<h1>T</h1><p>Before.</p><p>{page}</p>".encode(), "a.html")
    assert html_of(reading) == f"<p>Before.</p><p>{stored}</p>"
    assert not texts(reading, "raised")


def test_letters_that_cannot_be_raised_are_for_somebody_to_look_at():
    reading = read_whole(b"<h1>T</h1><p>Before.</p><p>f<sup>max</sup></p>", "a.html")
    assert html_of(reading) == "<p>Before.</p><p>fmax</p>"
    assert texts(reading, "raised") == ["fmax"]
    assert at_height("[1]", Height.RAISED, "word") == ("[1]", False)
    assert at_height("®", Height.RAISED, "Gel") == ("®", True)


def test_paragraphs_whose_break_was_deleted_are_one(document):
    first = document.add_paragraph("The first half, ")
    first._p.get_or_add_pPr().append(make.element('<w:rPr><w:del w:id="7" w:author="Eve"/></w:rPr>'))
    first._p.addnext(make.element('<w:bookmarkStart w:id="1" w:name="x"/>'))
    document.add_paragraph("the second half.", style="Heading 2")
    last = document.add_paragraph("An end that nothing follows.")
    last._p.get_or_add_pPr().append(make.element('<w:rPr><w:del w:id="8" w:author="Eve"/></w:rPr>'))
    content = make.saved(document)
    reading = read_whole(content, "")
    assert [section.heading for section in reading.draft.sections] == ["The first half, the second half."]
    assert html_of(reading) == "<p>An end that nothing follows.</p>"
    assert texts(reading, "tracked_joining") == ["The first half, the second half."]
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)
