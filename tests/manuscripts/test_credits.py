"""Whose credit a line is. A wrong one would let a picture be published that nobody has cleared."""

import base64
import io

import pytest
from docx import Document

from editorial.manuscripts.credit_lines import is_credit, is_likely_credit, rights_holder, split_credit
from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.pieces import plain
from editorial.manuscripts.reading import Reading
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

PICTURE = make.picture_bytes()


def story(*lines: str | list[list[str]]):
    """A document of paragraphs, '#' for a picture, '=' before a caption, and tables of the same."""
    document = Document()
    document.add_paragraph("A story", style="Title")
    document.add_paragraph("It begins with a paragraph of plain prose.")
    for line in lines:
        if isinstance(line, list):
            table = document.add_table(len(line), len(line[0]))
            for row, texts in zip(table.rows, line, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    fill(cell.paragraphs[0], text)
        else:
            fill(document.add_paragraph(style="Caption" if line[0] == "=" else None), line.lstrip("="))
    return make.saved(document)


def fill(paragraph, text: str) -> None:
    """A text, or a picture with the words after the '#' as its description."""
    if not text.startswith("#"):
        paragraph.add_run(text)
        return
    shape = paragraph.add_run().add_picture(io.BytesIO(PICTURE))
    shape._inline.docPr.set("descr", text[1:])


def read(*lines) -> Reading:
    """The reading of such a story. No word of it is ever lost."""
    content = story(*lines)
    reading = read_whole(content, "")
    assert not words_of_file(content) - (words_of_draft(reading.draft) + words_of_report(reading.notes))
    return reading


def given(reading: Reading) -> list[tuple[str, str, str]]:
    """Of each picture its credit, its caption, and how sure the report is of the credit."""
    sure = {
        (note.place.number, note.text): note.confidence.value
        for note in reading.notes
        if note.code in ("credit", "credit_shared")
    }
    return [
        (picture.credit, plain(picture.caption), sure.get((picture.place.number, picture.credit), ""))
        for picture in reading.draft.pictures()
    ]


SURE, GUESSED, NONE = Confidence.RECOGNISED.value, Confidence.GUESSED.value, ("", "", "")


def test_a_second_line_of_credit_is_the_same_pictures_and_names_the_holder():
    reading = read("#", "Photo: Jane Doe", "© ASICS Corporation", "#", "More prose follows the second picture.")
    both = "Photo: Jane Doe · © ASICS Corporation"
    assert given(reading) == [(both, "", GUESSED), NONE]
    assert rights_holder(both) == "ASICS Corporation"
    assert given(read("#", "Photo: Jane Doe", "© ASICS Corporation", "Prose.")) == [(both, "", SURE)]


def test_columns_of_a_table_of_pictures():
    table = [["#left", "#right"], ["© Left Studio", "© Right Studio"]]
    left, right = ("© Left Studio", "", SURE), ("© Right Studio", "", SURE)
    assert given(read(table, "#", "Prose after them.")) == [left, right, NONE]
    assert given(read([["#left", "#right"], ["© Left Studio", ""]], "#", "Prose.")) == [left, NONE, NONE]
    assert given(read([["#left", "#right"], ["", "© Right Studio"]], "#")) == [NONE, right, NONE]


def test_rows_of_a_table_of_pictures():
    beside = [["#one", "© One"], ["#two", "A caption. Photo: Two"], ["#three", "Some prose beside a picture."]]
    assert given(read(beside)) == [("© One", "", SURE), ("Photo: Two", "A caption.", SURE), NONE]
    over = [["© One", "© Two"], ["#one", "#two"], ["© Three", "© Four"], ["#three", "#four"]]
    assert given(read(over)) == [(f"© {name}", "", GUESSED) for name in ("One", "Two", "Three", "Four")]
    assert given(read([["Some words."], ["#one"], ["© One"], ["#two"]])) == [("© One", "", SURE), NONE]
    between = [["#one", "© One or two", "#two"]]
    assert given(read(between)) == [NONE, NONE]


def test_what_stands_under_a_table_of_several_is_nobodys():
    reading = read([["#left", "#right"], ["© Left Studio", ""]], "© Somebody", "#", "Prose.")
    assert given(reading) == [("© Left Studio", "", SURE), NONE, NONE]
    assert "© Somebody" in [note.text for note in reading.notes if note.code == "credit_without_picture"]


def test_a_credit_above_is_guessed_and_never_taken_from_under_another_picture():
    assert given(read("© Above", "#", "Prose.")) == [("© Above", "", GUESSED)]
    assert given(read("© One", "#", "© Two", "#", "Prose.")) == [NONE, NONE]
    assert given(read("#", "© One", "#", "© Two")) == [("© One", "", SURE), ("© Two", "", SURE)]
    assert given(read("#", "A caption in plain words.", "© One or two", "#", "Prose.")) == [NONE, NONE]
    assert given(read("#", "© One", "Prose.", "© Two", "#"))[1] == ("© Two", "", GUESSED)
    assert given(read([["#one"]], "© Below", "#", "Prose.")) == [("© Below", "", SURE), NONE]


def test_captions_above_every_picture():
    reading = read("=One in silver. Photo: A", "#", "=Two in black", "#", "Prose.")
    assert given(reading) == [("", "One in silver. Photo: A", ""), ("", "Two in black", "")]
    assert {note.confidence for note in reading.notes if note.code == "caption"} == {Confidence.GUESSED}
    assert given(read("=One", "#", "=Two", "#", "=Three")) == [("", "Two", ""), ("", "Three", "")]


def test_credits_that_contradict_each_other_under_several_pictures():
    reading = read("#", "#", "© Left Studio", "© Right Studio", "#", "Prose.")
    assert given(reading) == [NONE, NONE, NONE]
    assert len([note for note in reading.notes if note.code == "credit_without_picture"]) == 2
    assert given(read("#", "#", "Photo: Jane Doe", "© ASICS")) == [("Photo: Jane Doe · © ASICS", "", GUESSED)] * 2


@pytest.mark.parametrize("line", ["Photo: J. Doe", "Photo: Jane Doe. Styling: Max Roe", "© Nike, Inc. and others"])
def test_stops_within_a_credit(line):
    assert given(read("#", line, "Prose."))[0][0] == line


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe/Getty Images",
        "Jane van der Berg via AFP",
        "Photography Jane Doe",
        "Credit Jane Doe",
        "Photo Jane Doe, courtesy of Nike",
    ],
)
def test_credits_by_the_names_in_them_are_guessed(line):
    assert not is_credit(line)
    assert given(read("#", line, "Prose.")) == [(line, "", GUESSED)]
    assert not read("Prose.", line).draft.pictures()


def test_a_credit_that_may_be_a_sentence_is_guessed():
    line = "© Sony Music wrote the song, and this is a normal sentence about copyright."
    assert given(read("#", line, "Prose.")) == [(line, "", GUESSED)]


@pytest.mark.parametrize("line", ["Photography Today", "Nike archive", "Jane Doe/ASICS", "Photography changed Kobe"])
def test_lines_that_only_look_so(line):
    assert not is_likely_credit(line)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A photo of a street. Jane Doe/Getty Images", "A photo of a street.", "Jane Doe/Getty Images"),
        ("A street in Kobe (Jane Doe/AP)", "A street in Kobe", "Jane Doe/AP"),
        ("An octopus, drawn by hand; Photo: Hana Kimura", "An octopus, drawn by hand", "Photo: Hana Kimura"),
        ("In silver\nPhoto: Jane Doe", "In silver", "Photo: Jane Doe"),
        ("The shoe in silver, © ASICS", "The shoe in silver", "© ASICS"),
    ],
)
def test_captions_that_end_in_any_credit(line, caption, credit):
    found = split_credit(line)
    assert (line[: found.caption_length], found.credit) == (caption, credit)
    assert given(read("#", line))[0][:2] == (credit, caption)


def test_prose_that_ends_like_one_is_no_caption():
    assert split_credit("They met in Kobe, courtesy of the mayor.") is None


@pytest.mark.parametrize(
    ("credit", "holder"),
    [
        ("© A · © B", ""), ("Photo © Jane Doe", "Jane Doe"), ("© ASICS 2024. Photo: Jane Doe", "ASICS"),
        ("Fotos: Max, © adidas AG", "adidas AG"), ("© Jane Doe / Getty Images", "Jane Doe / Getty Images"),
        ("© adidas AG. All rights reserved.", "adidas AG"), ("Photo: Jane Doe", ""),
    ],
)  # fmt: skip
def test_holders(credit, holder):
    assert rights_holder(credit) == holder


def test_tables_and_figures_of_web_pages():
    image = f'<img src="data:image/png;base64,{base64.b64encode(PICTURE).decode()}">'
    page = (
        f"<h1>T</h1><p>Words.</p><table><tr><td>{image}</td><td>{image}</td></tr><tr><td>© Left</td><td>© Right</td>"
        f"</tr></table>{image}<figure><figcaption>In silver. © Three</figcaption>{image}</figure>"
        f"<figure>{image}<figcaption>In black.</figcaption></figure><p>© Four</p><p>Words.</p>"
    )
    pictures = read_whole(page.encode(), "a.html").draft.pictures()
    assert [picture.credit for picture in pictures] == ["© Left", "© Right", "", "© Three", "© Four"]
    assert [plain(picture.caption) for picture in pictures] == ["", "", "", "In silver.", "In black."]


def test_frames_of_a_file_within_are_not_those_around_it():
    table = [["#", "#"], ["© Left", ""]]
    document = Document(io.BytesIO(story(table)))
    make.add_chunk(document, story(table), "inner.docx", "application/octet-stream")
    pictures = read_whole(make.saved(document), "").draft.pictures()
    assert [picture.credit for picture in pictures] == ["© Left", "", "© Left", ""]
    assert len({picture.frame for picture in pictures}) == 4


def test_the_report_names_the_picture():
    notes = read("#a shoe", "© One", "Prose.", "#a lace", "=A lace.").notes
    places = {note.code: note.place for note in notes if note.code in ("credit", "caption")}
    assert [(places[code].part, places[code].near) for code in ("credit", "caption")] == [
        ("picture", "a shoe"),
        ("picture", "a lace"),
    ]
