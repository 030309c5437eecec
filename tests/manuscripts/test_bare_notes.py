"""Where notes without links end: words of the story are not swallowed, and comments are never printed."""

import pytest

from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.pieces import Facts
from editorial.manuscripts.reading import Reading
from editorial.manuscripts.report import words
from tests.manuscripts.words import read_whole

ABOUT = "About the author: she ran for years.\n\nWith thanks to Kenji Sato."
TABLE = "<h2>The run</h2><p>It was late.{prose}</p><table><tr><td>First</td><td>1982{cell}</td></tr></table>"


def told(reading: Reading, code: str) -> list[str]:
    """What the report says under this code."""
    return [note.text for note in reading.notes if note.code == code]


@pytest.mark.parametrize(
    "gone", ["", "\n\n_Assigned to Ada_\n\n1 total reaction\n\nBo reacted with 👍 at 2025-01-02 10:00"]
)
def test_words_after_the_last_comment_are_the_storys(gone):
    reading = read_whole(
        f"A title\n\nIt was late.[a]\n\nIt ended.\n\n[a]Is that so?{gone}\n\n{ABOUT}".encode(), "a.txt"
    )
    drafted = " ".join(words(reading.draft))
    assert drafted == " ".join(f"A title It was late. It ended. {ABOUT}".split())
    assert told(reading, "comment") == [" ".join(f"Is that so? {gone}".split())]
    assert [note.confidence for note in reading.notes if note.code == "words_after_notes"] == [Confidence.LOOK]
    assert told(reading, "words_after_notes") == ["About the author: she ran for years."]


def test_words_after_the_last_footnote_are_the_storys():
    reading = read_whole(f"A title\n\nIt was late.[1]\n\n[1] Mill records.\n\n{ABOUT}".encode(), "a.txt")
    lines = reading.draft.sections[0].blocks[0].lines
    assert [line.text for line in lines] == ["It was late.", *ABOUT.split("\n\n")]
    assert [span.note for line in lines for span in line.spans if span.note] == ["Mill records."]


def test_a_paragraph_that_others_hang_on_is_the_storys():
    text = "A title\n\nLate.[a]\n\n[a] Was it?\n\nIt was silver.[b]\n\n[b] Gold.\n\nThe end."
    reading = read_whole(text.encode(), "a.txt")
    assert " ".join(words(reading.draft)) == "A title Late. It was silver. The end."
    assert told(reading, "comment") == ["Was it?", "Gold."]


def test_a_heading_after_the_notes_keeps_them_what_they_are():
    text = f"# T\n\n## One\n\nIt was late.[a] Later.[1]\n\n[1] Mill records.\n\n[a] Is that so?\n\n## Two\n\n{ABOUT}"
    reading = read_whole(text.replace("[", r"\[").encode(), "a.md")
    assert told(reading, "comment") == ["Is that so?"]
    assert "Is that so" not in " ".join(words(reading.draft))
    assert told(reading, "bare_mark") == []
    assert [section.heading for section in reading.draft.sections] == ["One", "Two"]


@pytest.mark.parametrize(("prose", "cell"), [("", "[a]"), ("[a]", "[b]"), ("[a]", "<br>[b]")])
def test_marks_in_cells_lead_to_comments(prose, cell):
    page = TABLE.format(prose=prose, cell=cell) + "<p>The end.</p><p>[a]Is that so? Lawyers!</p>"
    page += "<p>[b]Secret.</p>" if prose else ""
    reading = read_whole(page.encode(), "a.html")
    box = next(block for block in reading.draft.sections[0].blocks if isinstance(block, Facts))
    assert box.rows == (("First", "1982"),)
    assert told(reading, "comment") == ["Is that so? Lawyers!", *(["Secret."] if prose else [])]
    assert not {"Lawyers", "Secret"} & set(" ".join(words(reading.draft)).replace("!", " ").replace(".", " ").split())


def test_a_mark_in_a_cell_that_leads_nowhere_is_named():
    reading = read_whole(TABLE.format(prose="[a]", cell="[b]").encode(), "a.html")
    assert told(reading, "bare_mark") == ["[a]", "[b]"]
