"""Lists of web pages and pastes: their depth, their kind, and numbers ours cannot show."""

import pytest

from editorial.manuscripts import rich_text
from editorial.manuscripts.reading import MARKDOWN, TEXT, Reading, kind_of_text
from tests.manuscripts.words import read_whole


def of(html: str) -> Reading:
    """The reading of a page of one section."""
    return read_whole(f"<h1>T</h1><h2>P</h2>{html}".encode(), "a.html")


def html_of(reading: Reading) -> str:
    """Its running text as stored."""
    return rich_text.story(reading.draft.sections[0].blocks[0].lines)


def begins(reading: Reading) -> list[str]:
    """Where lists that count otherwise began."""
    return [note.values["number"] for note in reading.notes if note.code == "list_numbers"]


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        ("<ol><li>a<li>b</ol><p>x</p><ol><li>c<li value=1>d</ol>", []),
        ("<ol start=3><li>a<li>b</ol>", ["3"]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3"]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["7"]),
        ("<ol><li>a</ol><p>Between</p><ol start='2'><li>b</ol>", ["2"]),
        ("<ol start=x><li>a<ol start=0><li>b</ol><li>c</ol>", ["0"]),
        (
            "<ol class='lst-kix_a-0 start'><li>a</ol><ul class='lst-kix_a-1'><li>b</ul><ol class='lst-kix_a-0' start=2>"
            "<li>c</ol>",
            [],
        ),
    ],
)
def test_lists_that_count_otherwise_are_named(html, numbers):
    assert begins(of(html)) == numbers


def test_lists_of_google_docs_are_nested_by_their_classes():
    html = "".join(
        f'<ul class="c1 lst-kix_x-{depth} start"><li class="c2">{words}</li></ul>'
        for depth, words in enumerate(["one", "deeper", "deepest"])
    )
    nested = "<ul><li>one<ul><li>deeper<ul><li>deepest</li></ul></li></ul></li></ul>"
    assert html_of(of(html)) == nested


def word_item(mark: str, words: str, level: int = 1) -> str:
    """An item as Word puts it on the clipboard."""
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span><![endif]>"
        f"{words}</p>"
    )


def test_numbered_lists_of_word_stay_numbered():
    items = [("1.", "Lace up", 1), ("a.", "tightly", 2), ("2.", "Walk out", 1)]
    reading = of("".join(word_item(*item) for item in items))
    assert html_of(reading) == "<ol><li>Lace up<ol><li>tightly</li></ol></li><li>Walk out</li></ol>"
    assert begins(reading) == []
    assert begins(of(word_item("4)", "Run") + word_item("5)", "Rest"))) == ["4"]
    for bullet in ("·", "o", "§"):
        assert html_of(of(word_item(bullet, "Lace up"))) == "<ul><li>Lace up</li></ul>"


# As Chromium pastes them: comments and all that browsers do not know is gone.
PASTED = """<p class="MsoNormal">Words.</p>
<p class="MsoListParagraphCxSpFirst" style="margin-left: 0.5in;">1.&nbsp;&nbsp; <b>Lace</b> up</p>
<p class="MsoListParagraphCxSpMiddle" style="margin-left: 1in; text-indent: -0.25in;"><span>o<span
style="font-size: 7pt; font-family: Times;">&nbsp;&nbsp; </span></span><span lang="EN-US">tightly<o:p></o:p></span></p>
<p class="MsoListParagraphCxSpLast" style="margin-left: 36pt">2.<span> &nbsp;</span>Walk out</p>
<p class="MsoListParagraph">A note to it.</p>
<p class="MsoNormal" style="text-indent: -18pt;">(b)&nbsp;&nbsp;Run</p><p class="MsoNormal">3.&nbsp;&nbsp; Rest</p>"""


def test_lists_of_word_are_known_without_its_marks():
    assert html_of(of(PASTED)) == (
        "<p>Words.</p><ol><li><b>Lace</b> up<ul><li>tightly</li></ul></li><li>Walk out</li></ol><p>A note to it.</p>"
        "<ol><li>Run</li></ol><p>3.\xa0\xa0 Rest</p>"
    )


def test_the_number_of_a_heading_is_named():
    heading = "<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span>Run</h2>"
    reading = of(f"<p>x</p>{heading}<p>y</p>")
    assert reading.draft.sections[-1].heading == "Run"
    assert [note.text for note in reading.notes if note.code == "typed_number"] == ["4."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1985. Beaverton, Oregon.\n\nIt rained.", TEXT),
        ("12. März 2024 war es.", TEXT),
        ("3. three\n2. two\n1. one", TEXT),
        ("A list:\n\n1. one\n2. two", MARKDOWN),
        ("1. one\n\n1. two", MARKDOWN),
    ],
)
def test_a_number_alone_makes_no_markdown(text, kind):
    assert kind_of_text(text) == kind
