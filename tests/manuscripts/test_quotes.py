"""Quotations and who said them, whatever they come as."""

import pytest

from editorial.manuscripts.pieces import Quote
from editorial.manuscripts.quotes import without_marks
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole

SATO, MORI = "Kenji Sato, designer", "Aya Mori"


def quotes(content: bytes, name: str) -> list[tuple[str, str]]:
    """The words and names of every pull quote."""
    draft = read_whole(content, name).draft
    blocks = [block for section in draft.sections for block in section.blocks]
    return [(block.text, block.attribution) for block in blocks if isinstance(block, Quote)]


def word_file(*lines: str) -> bytes:
    """A Word file with lines in the style Quote."""
    document = make.Document()
    document.add_paragraph("Words before.")
    for line in lines:
        document.add_paragraph(line, style="Quote")
    return make.saved(document)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (word_file("“It was late.”", f"— {SATO}", "“I looked at it.”", f"— {MORI}"), "a.docx"),
        (word_file(f"“It was late.” — {SATO}", f"“I looked at it.” — {MORI}"), "a.docx"),
        (f"> It was late.\n> — {SATO}\n\n> I looked at it.\n> -- {MORI}".encode(), "a.md"),
        (f"> It was late.\n>\n> — {SATO}\n>\n> I looked at it.\n>\n> — {MORI}".encode(), "a.md"),
        (
            f"<blockquote>It was late.<br>— {SATO}</blockquote><blockquote><p>“I looked at it.</p>"
            f"<footer>{MORI}</footer></blockquote>".encode(),
            "a.html",
        ),
    ],
)
def test_two_in_a_row_keep_their_own_words_and_names(content, name):
    assert quotes(content, name) == [("It was late.", SATO), ("I looked at it.", MORI)]


def test_two_in_a_row_that_nobody_said():
    assert quotes(b"Words.\n\n> It was late.\n\n> I looked.\n> Again.", "a.md") == [
        ("It was late.", ""),
        ("I looked. Again.", ""),
    ]


def test_people_who_talk_stay_together():
    assert len(quotes(word_file("— Late?", "— Late.", "— Go home."), "a.docx")) == 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("“I looked at it.”", "I looked at it."),
        ("“I looked at it.", "I looked at it."),
        ("I looked at it.”", "I looked at it."),
        ("“Late,” he said. “Go.”", "Late,” he said. “Go."),
        ("“Late,” he said, and went.", "‘Late,’ he said, and went."),
        ('He said "late"', "He said ‘late’"),
        ("He said “late” and went.", "He said “late” and went."),
        ("’Twas late.", "’Twas late."),
    ],
)
def test_marks_are_never_printed_twice(written, kept):
    assert without_marks(written) == kept
