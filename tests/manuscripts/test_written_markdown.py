"""Rich text written as Markdown means the same where it is read again."""

import pytest

from editorial.manuscripts import rich_text
from editorial.manuscripts.as_markdown import MarkdownWriter
from editorial.manuscripts.pieces import Prose
from tests.manuscripts.words import read_whole


def written(html: str) -> str:
    """The rich text as Markdown."""
    writer = MarkdownWriter(lambda attributes: attributes.get("href", ""))
    text = writer.blocks(html)
    return f"{text}\n\n{writer.footnotes()}".strip()


@pytest.mark.parametrize(
    "html",
    [
        "<p>1985. Beaverton, Oregon.</p><p>1) one, 2. two</p><p>12. März</p><p># no</p><p>- no</p><p>+ no</p>",
        "<p>one<br/>---</p><p>---</p><p>===</p><p>&amp;copy; &amp;#33; A&amp;B</p>",
        '<p>Do it now!<a href="https://example.org/">Here is why</a></p>',
        '<p>Do it \\!<a href="https://example.org/">Here</a>, now!<a linktype="footnote" note="So.">*</a></p>',
        "<p><b>Q:</b>What? <i>“So”</i>it was<b>(not)</b></p>",
        "<p>a<b>b</b><i>c</i><b>d <i>e:</i></b>f</p>",
        "<p><b>Head</b><br/>text<b><br/></b>and <i>more</i></p>",
        "<h3>Head #</h3><p>Of</p><h3>C# ##</h3><p>end</p>",
    ],
)
def test_it_comes_back_as_it_was(html):
    reading = read_whole(f"# T\n\n## P\n\n{written(html)}\n".encode(), "a.md")
    blocks = [block for section in reading.draft.sections for block in section.blocks]
    again = "".join(rich_text.story(block.lines) for block in blocks if isinstance(block, Prose))
    assert again.replace("</b><b>", "") == html.replace("<b><br/></b>", "<br/>")
    assert not [note.code for note in reading.notes if note.code in ("raw_html", "element_dropped")]


def test_a_number_is_written_as_every_reader_of_markdown_shows_it():
    assert written("<p>1985. Beaverton</p><p>1) one</p>") == "1985\\. Beaverton\n\n1\\) one"
