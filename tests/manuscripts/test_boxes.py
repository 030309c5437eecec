"""Frames, text boxes and lists of Word files, and words that stand in drawings."""

import copy
import io

from docx import Document

from editorial.manuscripts import rich_text
from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.pieces import Aside, Prose, plain
from editorial.manuscripts.reading import Reading
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent/></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)
WORD_ART = '<w:r><w:pict><v:shape type="#136"><v:textpath on="t" string="{}"/></v:shape></w:pict></w:r>'


def read(document) -> Reading:
    """The reading of a document. No word of it is ever lost."""
    content = make.saved(document)
    reading = read_whole(content, "")
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)
    return reading


def story():
    """A story with a title and a paragraph."""
    document = Document()
    document.add_paragraph("A title", style="Title")
    document.add_paragraph("The first paragraph.")
    return document


def frame(document, *texts: str) -> None:
    """A frame with a picture, as LibreOffice makes it: the first text stands in the picture's own paragraph."""
    picture = document.add_paragraph()
    picture.add_run().add_picture(io.BytesIO(make.picture_bytes()))
    picture.add_run(texts[0])
    box = document.add_paragraph()
    box._p.append(make.element(BOX))
    content = next(node for node in box._p.iter() if node.tag.endswith("}txbxContent"))
    content.append(copy.deepcopy(picture._p))
    picture._p.getparent().remove(picture._p)
    for text in texts[1:]:
        content.append(make.element(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))


def asides(reading: Reading) -> list[str]:
    """The words of every aside."""
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    return [" ".join(map(plain, block.paragraphs)) for block in blocks if isinstance(block, Aside)]


def test_a_frame_around_a_picture_and_its_caption():
    document = story()
    frame(document, "In silver. © Studio Framed")
    frame(document, "In black.", "Photo: Jane Doe", "© ASICS")
    document.add_paragraph("© Nobody’s line, for the last picture has its own.")
    pictures = (reading := read(document)).draft.pictures()
    assert [(plain(picture.caption), picture.credit) for picture in pictures] == [
        ("In silver.", "© Studio Framed"),
        ("In black.", "Photo: Jane Doe · © ASICS"),
    ]
    assert not asides(reading)
    assert {note.confidence for note in reading.notes if note.code == "caption"} == {Confidence.GUESSED}


def test_a_box_of_several_texts_stays_an_aside_and_its_picture_keeps_its_credit():
    document = story()
    frame(document, "One thing.", "Another thing.", "© Studio Framed")
    reading = read(document)
    assert asides(reading) == ["One thing. Another thing."]
    assert [picture.credit for picture in reading.draft.pictures()] == ["© Studio Framed"]


def test_a_caption_in_a_box_of_its_own():
    document = story()
    make.add_picture(document, make.picture_bytes())
    box = document.paragraphs[-1]
    box._p.append(make.element(BOX))
    content = next(node for node in box._p.iter() if node.tag.endswith("}txbxContent"))
    content.append(make.element('<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>In silver</w:t></w:r></w:p>'))
    reading = read(document)
    assert [plain(picture.caption) for picture in reading.draft.pictures()] == ["In silver"]
    assert not asides(reading)


def test_the_words_of_word_art():
    document = story()
    document.add_paragraph("Beside it.")._p.append(make.element(WORD_ART.format("GREAT NEWS")))
    document.sections[0].header.paragraphs[0]._p.append(make.element(WORD_ART.format("DRAFT")))
    reading = read(document)
    assert asides(reading) == ["GREAT NEWS"]
    assert [note.text for note in reading.notes if note.code == "header"] == ["DRAFT"]
    assert words_of_file(make.saved(document))["GREAT"] == 1


def test_lists_nest_by_their_style_too():
    document = story()
    for text, style in [("one", ""), ("two", " 2"), ("three", " 3"), ("four", "")]:
        document.add_paragraph(text, style=f"List Bullet{style}")
    document.add_paragraph("five", style="List Number 2")
    html = "".join(
        rich_text.story(block.lines)
        for section in read(document).draft.sections
        for block in section.blocks
        if isinstance(block, Prose)
    )
    deep = "<ul><li>two<ul><li>three</li></ul></li></ul>"
    assert html.endswith(f"<ul><li>one{deep}</li><li>four<ol><li>five</li></ol></li></ul>")
