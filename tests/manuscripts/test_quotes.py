"""Quotations and who said them, whatever they come as."""

import pytest

from editorial.manuscripts.notes import Confidence
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


@pytest.mark.parametrize(
    "footer",
    [
        "Someone famous in <cite title='Source Title'>Source Title</cite>",
        "— Someone famous in <i><cite>Source Title</cite></i>",
        "<p>Someone famous in <cite>Source Title</cite></p>",
        "<cite>Someone famous in Source Title</cite>",
    ],
)
def test_a_footer_says_as_a_whole_whose_words_they_are(footer):
    page = f"<p>Words.</p><blockquote><p>A well-known quote.</p><footer>{footer}</footer></blockquote>"
    assert quotes(page.encode(), "a.html") == [("A well-known quote.", "Someone famous in Source Title")]


def test_two_in_a_row_that_nobody_said():
    assert quotes(b"Words.\n\n> It was late.\n\n> I looked.\n> Again.", "a.md") == [
        ("It was late.", ""),
        ("I looked. Again.", ""),
    ]


@pytest.mark.parametrize(
    "content",
    [
        (word_file("It was late.", "I looked at it."), "a.docx"),
        (word_file("Nobody wanted it", "Everybody bought it"), "a.docx"),
        (word_file("„Es war spät.“", "„Ich sah hin.“"), "a.docx"),
        (word_file("»Es war spät.«", "»Ich sah hin.«"), "a.docx"),
        (word_file('"It was late."', '"I looked at it."'), "a.docx"),
        (b"<p>Words.</p><p class=MsoQuote>It was late.</p><p class=MsoQuote>I looked at it.</p>", "a.html"),
        (
            b"<p>Words.</p><p class=MsoIntenseQuote>It was late.</p><p class=MsoIntenseQuoteCxSpLast>I looked.</p>",
            "a.html",
        ),
        (b"<p>Words.</p><blockquote>It was late.</blockquote><blockquote>I looked at it.</blockquote>", "a.html"),
    ],
)
def test_two_paragraphs_in_the_style_of_quotations_are_not_run_together(content):
    assert len(quotes(*content)) == 2


ONE = [
    (word_file("“It was late.", "“I looked at it.”"), "a.docx", "It was late. I looked at it."),
    (word_file("It was late,", "and I looked at it."), "a.docx", "It was late, and I looked at it."),
    (b"Words.\n\n> It was late.\n>\n> I looked.", "a.md", "It was late. I looked."),
    (b"<p>x y</p><blockquote><p>It was late.</p><p>I looked.</p></blockquote>", "a.html", "It was late. I looked."),
]


@pytest.mark.parametrize(("content", "name", "text"), ONE)
def test_one_quotation_of_two_paragraphs_is_named(content, name, text):
    assert quotes(content, name) == [(text, "")]
    named = [note for note in read_whole(content, name).notes if note.code == "quote_of_paragraphs"]
    assert [(note.confidence, note.text) for note in named] == [(Confidence.GUESSED, text)]


def test_a_long_passage_in_the_style_of_quotations_stays_in_the_text():
    content = word_file("It was a long evening in a long year. " * 4, "I looked at it, and it looked at me. " * 4)
    assert quotes(content, "a.docx") == []
    assert [note.code for note in read_whole(content).notes if "quote" in note.code] == ["quote_kept_as_text"]


def test_a_name_under_a_quotation_needs_no_dash():
    content = word_file("“It was late.”", SATO, "I looked at it.", MORI)
    assert quotes(content, "a.docx") == [("It was late.", SATO), ("I looked at it.", MORI)]
    named = [note.text for note in read_whole(content).notes if note.code == "quote_speaker"]
    assert named == [SATO, MORI]


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
