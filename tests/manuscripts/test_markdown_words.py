"""Words that Markdown's own rules leave out: cells, notes, numbers, addresses."""

import pytest

from editorial.manuscripts import rich_text, wording
from editorial.manuscripts.pieces import Prose
from editorial.manuscripts.reading import Reading
from tests.manuscripts.words import read_whole


def of(markdown: str) -> Reading:
    """The reading of a text under a title and a heading."""
    return read_whole(f"# T\n\n## P\n\n{markdown}\n".encode(), "a.md")


def html_of(reading: Reading) -> str:
    """Its running text as stored."""
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    return "".join(rich_text.story(block.lines) for block in blocks if isinstance(block, Prose))


def said(reading: Reading, code: str) -> list[str]:
    """What the report says under this code."""
    return [f"{wording.sentence(note)}: {note.text}" for note in reading.notes if note.code == code]


@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_cells_beyond_the_header_are_kept(before):
    rows = ["| Shoe | Year |", "| --- | --- |", "| Gel-Kayano | 1993 | Discontinued in *Japan* |", "| Dunk |"]
    indent = "  " if before == "- " else before
    reading = of("\n".join([before + rows[0], *(indent + row for row in rows[1:])]))
    assert "<li>Gel-Kayano · 1993 · Discontinued in <i>Japan</i></li><li>Dunk</li>" in html_of(reading)


def test_two_notes_of_one_number_are_both_kept():
    reading = of("One.[^1]\n\n[^1]: The *first*\n    goes on.\n\nTwo.[^1]\n\n[^1]: The second.\n\nThree.")
    assert html_of(reading).count('note="The first goes on."') == 2
    (words,) = said(reading, "second_note")
    assert "numbered 1," in words
    assert words.endswith(": The second.")


def test_what_else_markdown_passes_over_is_named():
    reading = of(
        "A [word][k] of https://a.example/b.[^1]\n\n"
        "```text of today\ncode\n```\n\n"
        "[k]: https://a.example/\n[k]: https://b.example/ 'Why'"
        "\n[u]: https://a.example/b/c\n[^1]: See ![a shoe](x.jpg)."
    )
    assert said(reading, "unused_reference")[0].endswith("U: https://a.example/b/c\nK: https://b.example/ Why")
    assert said(reading, "code_words")[0].endswith(": text of today")
    assert said(reading, "picture_in_note")[0].endswith(": a shoe")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("1985. Beaverton, Oregon.", "<p>1985. Beaverton, Oregon.</p>"),
        ("12. März 2024 war es.", "<p>12. März 2024 war es.</p>"),
        ("3. three\n2. two\n1. *one*", "<p>3. three</p><p>2. two</p><p>1. <i>one</i></p>"),
        ("7) seven\n\n8) eight\n\n   more of it", "<p>7) seven</p><p>8) eight</p><p>more of it</p>"),
        ("4.\n5. five", "<p>4.</p><p>5. five</p>"),
        ("2. two\n   - deeper\n3. three", "<p>2. two</p><ul><li>deeper</li></ul><p>3. three</p>"),
        ("- a\n\n  5. five\n- b", "<ul><li>a</li><li>5. five</li><li>b</li></ul>"),
        ("> 3. said so\n\nend", "<p>end</p>"),
        ("1. one\n1. two", "<ol><li>one</li><li>two</li></ol>"),
    ],
)
def test_typed_numbers_are_words_where_ours_would_be_others(markdown, html):
    reading = of(markdown)
    assert html_of(reading) == html


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("See https://a.example/x_y?z=1. It", ["https://a.example/x_y?z=1"]),
        (
            "(https://a.example/it_(shoe)) and www.b.example, so",
            ["https://a.example/it_(shoe)", "https://www.b.example"],
        ),
        ("[https://c.example](https://d.example) `https://e.example`", ["https://d.example"]),
    ],
)
def test_bare_addresses_are_links(words, links):
    reading = of(words)
    spans = [span for line in reading.draft.sections[0].blocks[0].lines for span in line.spans]
    assert [span.href for span in spans if span.href] == links
    assert "".join(span.text for span in spans) == words.replace(
        "[https://c.example](https://d.example)", "https://c.example"
    ).replace("`", "")
