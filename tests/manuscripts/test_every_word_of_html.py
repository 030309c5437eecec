"""The words of HTML and Markdown, too, are those of the draft and those the report names."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from editorial.manuscripts.notes import Confidence
from tests.manuscripts.words import ADDRESSES, WORD, read_whole, words_of_draft, words_of_report

NO_TEXT = re.compile(r"^\d+$")


class Words(HTMLParser):
    """Every word between tags, also in scripts and what is hidden."""

    def __init__(self, html: str):
        super().__init__()
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.texts.append("" if tag in ("b", "i", "em", "strong", "span", "sup") else " ")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])


def assert_every_word(html: str) -> None:
    """No word of the file is neither in the draft nor in the report."""
    reading = read_whole(html.encode(), "", "html")
    report = words_of_report(reading.notes)
    named = Counter(WORD.findall(" ".join(note.text for note in reading.notes if note.code == "other_title")))
    found = words_of_draft(reading.draft) + report + named
    missing = Counter(WORD.findall(ADDRESSES.sub("", " ".join("".join(Words(html).texts).split())))) - found
    assert not {word for word in missing if not NO_TEXT.match(word)}


PAGES = [
    "<h1>T</h1><p>kept <del>cut <a href='/a'>link</a></del> x<sup>2</sup> y<sup>up</sup></p><s>gone</s>",
    "<title>Head</title><h1>Top</h1><p>One <b>two</b>three</p><nav>Menu here</nav><footer>Below all</footer>",
    "<h1>T</h1><table><caption>Named</caption><tr><th>A</th><th>B</th></tr><tr><td>c<p>d</p></td><td>e</td></tr></table>",
    "<h1>T</h1><table><tr><td>Lone cell</td></tr></table><dl><dt>term</dt><dd>meaning</dd></dl>",
    "<h1>T</h1><table><tr><td><table><tr><td>in</td><td>ner</td></tr></table></td><td>outer</td></tr></table>",
    "<h1>T</h1><ul>loose<li>one<ol><li>deep</li></ol>tail</li></ul><pre>kept  as\nit is</pre>",
    "<h1>T</h1><details><summary>Sum</summary>open</details><select><option>pick</option></select>",
    "<h1>T</h1><blockquote><p>Said so.</p><footer>Some Body</footer></blockquote><address>Street</address>",
    "<h1>T</h1><figure><figcaption>No picture here</figcaption></figure><noscript>without script</noscript>",
    "<h1>T</h1><p>mark <a href='#n1' id='r1'>1</a></p><p id='n1'><a href='#r1'>1</a> the note</p><p>end</p>",
    "<h1>T</h1><template>held back</template><svg><text>drawn</text></svg><math><mi>x</mi></math><p hidden>unseen</p>",
    "<p class=MsoTitle>Word title</p><p class=MsoQuote>quoted</p><p style='mso-list:l0 level1 lfo1'>item</p><p>w</p>",
    "<h1>T</h1><table> loose <tr> and free <td>cell</td><td>second</td></tr><thead><div> odd </div></thead></table>",
    "<h1>T</h1><table><tr><form><td>framed</td><td>by a form</td></form></tr></table><table><td>rowless</td></table>",
    "<h1>T</h1><table><tr><table><tr><td>stray</td><td>table</td></tr></table><td>one</td><td>two</td></tr></table>",
    "<title>First</title><title>Second name</title><h1>T</h1><nav><a>Home</a><a>Shoes</a></nav><p>end</p>",
    "<h1>T</h1><table><tr><td><b>Key</b></td><td><b>Value</b></td></tr><tr><td>a</td><td>b</td></tr></table><p>w</p>",
    "<h1>T</h1><p><b>Bold name</b></p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "<div title=header><p>On every page</p></div><h1>T</h1><p>Words.</p><div title=footer><p>Below</p></div>",
    "<h1>A <img alt='x' src='y.jpg'> title</h1><h2>Sub <a href='#x'>jump</a></h2><h5>deep</h5>text<hr>after",
]


UNSEEN = """<!-- At the top --><h1>T</h1><p>One<!-- Check this --> <a href="https://example.org" title="An archive">two
</a> <abbr title="Made in Japan">MIJ</abbr><!--[if gte mso 9]><xml>noise</xml><![endif]--><!--StartFragment-->
<!-- wp:list --><!-- ... --><a title="three">three</a></p><form><input value="Typed in">
<input type=hidden value="token">Form</form><input value="Alone"><p>End.</p>"""
# HTML in Markdown begins and ends with empty lines.
UNSEEN_MARKDOWN = b"""<!-- At the top -->

# T

One [two](https://example.org "An archive").

<!-- Check this -->"""


def test_words_that_no_browser_shows_are_named():
    notes = read_whole(UNSEEN.encode(), "a.html").notes
    named = [note.text for note in notes if note.confidence == Confidence.LEFT_OUT]
    assert sorted(named) == [
        "Alone", "An archive", "At the top", "Check this", "Made in Japan", "Typed in Form",
    ]  # fmt: skip
    notes = read_whole(UNSEEN_MARKDOWN, "a.md").notes
    named = [note.text for note in notes if note.confidence == Confidence.LEFT_OUT]
    assert sorted(named) == ["An archive", "At the top", "Check this"]


@pytest.mark.parametrize("html", PAGES)
def test_of_pages(html):
    assert_every_word(html)


APART = [
    ("<ruby>two<rt>zwo</rt></ruby> <ruby>one<rp>(</rp><rt>eins</rt><rp>)</rp></ruby>", "two (zwo) one (eins)"),
    ("<ruby>two<rt>z<b>w</b>o</rt></ruby>", "two (zwo)"),
    ("<span style='display:block'>one</span><span style='display:block'>two</span>three", "one two three"),
    ("one<img src='x.png'>two<svg><text>drawn</text></svg>three<button>Press</button>four", "one two three four"),
    ("left<del> gone </del>right, photo<del> </del>graph", "left right, photograph"),
    ("He said <q>so it is</q>.", "He said “so it is”."),
    ("one<xmp>two</xmp>three<hgroup>four</hgroup>five", "one two three four five"),
    ("wo<b>r</b><i>d</i><!-- no --><u>s</u>", "words"),
]


@pytest.mark.parametrize(("html", "told"), APART)
def test_words_stay_apart_where_a_reader_saw_them_apart(html, told):
    reading = read_whole(f"<h1>T</h1><h2>P</h2><p>{html}</p>".encode(), "a.html")
    lines = [line.text for block in reading.draft.sections[0].blocks for line in block.lines]
    assert " ".join(lines) == told
    markdown = read_whole(f"# T\n\n## P\n\n<p>{html}</p>".encode(), "a.md")
    assert [line.text for block in markdown.draft.sections[0].blocks for line in block.lines] == lines


def test_what_a_page_says_of_itself_is_named():
    page = (
        "<html><head><meta name=description content='How it came late.'></head><body><h1>T</h1><p>x</p></body></html>"
    )
    assert [note.text for note in read_whole(page.encode(), "a.html").notes if note.code == "property"] == [
        "How it came late."
    ]


TAGS = st.sampled_from(
    "p div h1 h2 h4 ul li ol blockquote b i span a table tr td th figure figcaption section pre aside sup".split()  # noqa: SIM905
)
TREES = st.recursive(
    st.text("abc de", min_size=1, max_size=6),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(
        lambda made: f"<{made[0]}> {' '.join(made[1])} </{made[0]}>"
    ),
    max_leaves=12,
)


@given(st.lists(TREES, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_of_any_page(trees):
    assert_every_word(f"<h1>words first</h1><p>and a line</p>{''.join(trees)}")
