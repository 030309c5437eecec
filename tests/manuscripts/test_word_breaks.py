"""Line breaks in a Word file: two in a row end a paragraph, one is a line of it."""

import pytest

from editorial.manuscripts.pieces import Line, Picture, plain
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

PICTURE = make.picture_bytes()


def story(text: str, style: str = "Normal") -> bytes:
    """A file with one paragraph: / is a line break, # a picture, *…* is bold, ^ a note."""
    document = make.Document()
    document.add_paragraph("Top", style="Title")
    document.add_heading("Part", 1)
    paragraph = document.add_paragraph(style=style)
    is_bold = False
    for sign in text:
        if sign == "*":
            is_bold = not is_bold
        elif sign == "^":
            make.hang_note(paragraph, "footnote", 2)
        elif sign == "#":
            paragraph.add_run().add_picture(make.io.BytesIO(PICTURE))
        else:
            run = paragraph.add_run("" if sign == "/" else sign)
            run.bold = is_bold
            if sign == "/":
                run.add_break()
    document.add_paragraph("After it.")
    make.add_notes(document, "footnote", ["A note."])
    return make.saved(document)


def told(thing: Line | Picture) -> str:
    """A line or a picture in short."""
    if isinstance(thing, Picture):
        return f"# {plain(thing.caption)} | {thing.credit}"
    role = "" if thing.role == "prose" else f"{thing.role}: "
    return role + "".join("^" if span.note else span.text for span in thing.spans).replace("\n", "/")


@pytest.mark.parametrize(
    ("text", "style", "things"),
    [
        ("*A head*//Its words.", "Normal", ["heading: A head", "Its words."]),
        ("One.// /Two.///", "Normal", ["One.", "Two."]),
        ("A poem/of two lines//and another", "Normal", ["A poem/of two lines", "and another"]),
        ("12 High Street/Beaverton", "Normal", ["12 High Street/Beaverton"]),
        ("With a note^//and more", "Normal", ["With a note^", "and more"]),
        ("One./#/© Silver House//Two.", "Normal", ["One.", "#  | © Silver House", "Two."]),
        ("One. # Two.", "Normal", ["One. Two.", "#  | "]),
        ("#//In silver.//© Silver House//Two.", "Caption", ["# In silver. | © Silver House", "Two."]),
        ("an item//of two rows", "List Bullet", ["item: an item//of two rows"]),
    ],
)
def test_two_breaks_in_a_row_end_a_paragraph(text, style, things):
    content = story(text, style)
    reading = read_whole(content, "")
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    found = [thing for block in blocks for thing in getattr(block, "lines", (block,))]
    assert [told(thing) for thing in found] == [*things, "After it."]
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)


def test_each_paragraph_is_found_by_its_first_words():
    lines = read_whole(story("One and/on.//Two and on."), "").draft.sections[0].blocks[0].lines
    places = [(line.place.number, line.place.near) for line in lines[:2]]
    assert places == [(3, "One and on. Two and on."), (3, "Two and on.")]
