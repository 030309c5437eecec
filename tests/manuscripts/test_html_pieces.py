"""Links without a host, links around pictures, paragraphs parted by empty lines, boxes of checklists."""

import pytest

from editorial.addresses import absolute_url
from editorial.manuscripts import rich_text
from editorial.manuscripts.pieces import Picture
from editorial.manuscripts.reading import Reading
from tests.manuscripts.words import read_whole

IMAGE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def of(html: str, head: str = "") -> Reading:
    """The reading of a page of one section."""
    return read_whole(f"{head}<h1>T</h1><h2>P</h2>{html}".encode(), "a.html")


def html_of(reading: Reading) -> str:
    """Its running text as stored."""
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    return "".join(rich_text.story(block.lines) for block in blocks if not isinstance(block, Picture))


def addresses(reading: Reading, code: str) -> list[str]:
    """The addresses that the report names under this code."""
    return [note.values["address"] for note in reading.notes if note.code == code]


@pytest.mark.parametrize(
    ("head", "href", "leads"),
    [
        ("", "//example.org/x", "https://example.org/x"),
        ("<base href='https://example.org/a/'>", "/x/", "https://example.org/x/"),
        ("<link rel=canonical href='https://example.org/a/b'>", "c", "https://example.org/a/c"),
        ("<meta property='og:url' content='https://example.org/a/'>", "https://b.example/", "https://b.example/"),
        ("<base href='https://example.org/'>", "javascript:alert(1)", ""),
        ("<base href='https://[/'>", "x", ""),
        ("", "x/y", ""),
        ("", "#x", ""),
    ],
)
def test_where_links_lead_that_do_not_say_it_in_full(head, href, leads):
    reading = of(f"<p>A <a href='{href}'>word</a>.</p>", head)
    assert html_of(reading) == (f'<p>A <a href="{leads}">word</a>.</p>' if leads else "<p>A word.</p>")
    assert not addresses(reading, "own_path")


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_path_of_a_file_without_an_address_is_ours(name):
    text = '<p>A <a href="/features/x/">word</a>.</p>' if name == "a.html" else "A [word](/features/x/)."
    reading = read_whole(f"{'<h1>T</h1>' if name == 'a.html' else '# T'}\n\n{text}".encode(), name)
    assert f'<a href="{absolute_url("/features/x/")}">word</a>' in html_of(reading)
    assert addresses(reading, "own_path") == [absolute_url("/features/x/")]


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_link_around_a_picture_is_named(name):
    html = f'<h1>T</h1><a href="https://example.org/"><img alt="A shoe" src="{IMAGE}"></a><p>x</p>'
    markdown = f"# T\n\n[![A shoe]({IMAGE})](https://example.org/)\n\nx"
    reading = read_whole((html if name == "a.html" else markdown).encode(), name)
    assert [note.text for note in reading.notes if note.code == "picture_link"] == ["https://example.org/"]


def test_two_ends_of_a_line_part_paragraphs():
    reading = of(
        f"<p>One<br>\nline. <br>&nbsp;<br><br>Two.<br><br><img alt=A src='{IMAGE}'><br><br>Photo: Jane Lens</p>"
    )
    assert html_of(reading) == "<p>One<br/>line.</p><p>Two.</p>"
    assert [picture.credit for picture in reading.draft.pictures()] == ["Photo: Jane Lens"]
    heads = of("<p><b>Early years</b><br><br>Words of it.</p>")
    assert "heading_in_bold" in {note.code for note in heads.notes}
    assert html_of(of("<ul><li>a<br><br>b</li></ul>")) == "<ul><li>a<br/><br/>b</li></ul>"


def test_boxes_of_checklists_are_no_pictures():
    box = f'<img src="{IMAGE}" alt="checked" aria-roledescription="checkbox">'
    reading = of(f'<ul><li role="checkbox" aria-checked="true">{box}<p>Lace up</p></li></ul>')
    assert (html_of(reading), reading.draft.pictures()) == ("<ul><li>Lace up</li></ul>", [])
    assert [note.text for note in reading.notes if note.code == "element_dropped"] == ["checked"]
