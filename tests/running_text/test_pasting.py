"""What is pasted into the editor from Word or the web keeps its words and loses its dress."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from editorial.richtext import LINE, PAGE, PROSE, STORY
from tests.factories import catalogue

WORD = """
<p class="MsoNormal" style="margin:0cm;font-family:Calibri"><span lang="EN-GB" style="color:#1F497D">The
<b style="mso-bidi-font-weight:normal">fourteenth</b> <i>man</i><o:p></o:p></span></p>
<h1>Too large</h1><h3>Right size</h3>
<table><tr><td>cell</td></tr></table>
<p><img src="file:///C:/Users/x/image001.png"/><font color="red">red</font> <u>underlined</u></p>
<script>alert(1)</script><style>p{color:red}</style>
<p onclick="alert(2)"><a href="javascript:alert(3)">bad</a> <a href="https://example.org/" target="_blank">good</a></p>
"""


def pasted(html: str, features: list[str]) -> BeautifulSoup:
    """Through the editor and back: what Draftail's whitelist leaves in the database."""
    converter = ContentstateConverter(features)
    return BeautifulSoup(converter.to_database_format(converter.from_database_format(html)), "html.parser")


@pytest.mark.parametrize("features", [PROSE, STORY, LINE, PAGE])
def test_only_named_elements_and_attributes_are_stored(db, features):
    found = pasted(WORD, features)
    allowed = {"p", "b", "i", "h2", "h3", "ul", "ol", "li", "a", "br"}
    assert {tag.name for tag in found.find_all(True)} <= allowed
    assert {name for tag in found.find_all(True) for name in tag.attrs} <= {"data-block-key", "href"}
    assert found.find("b").get_text() == "fourteenth"
    assert found.find("i").get_text() == "man"


def test_headings_and_links_survive_where_they_are_offered(db):
    assert [tag.get_text() for tag in pasted(WORD, STORY).select("h3")] == ["Right size"]
    assert pasted(WORD, LINE).select("h3") == []
    addresses = [tag.get("href") for tag in pasted(WORD, STORY).select("a")]
    assert "https://example.org/" in addresses
    assert [address for address in addresses if address and address.startswith("javascript")] == []


def test_terms_and_footnotes_come_back_as_they_were(db):
    term = catalogue.term("Trusstic")
    html = (
        f'<p data-block-key="abcde">A <a linktype="term" id="{term.pk}">Trusstic</a> bridge'
        '<a linktype="footnote" note="25 &lt; 30 &amp; &quot;so&quot;">*</a>.</p>'
    )
    assert pasted(html, STORY).decode(formatter="html") == BeautifulSoup(html, "html.parser").decode(formatter="html")


def test_the_editor_is_told_what_a_term_is_called(db):
    term = catalogue.term("Trusstic")
    state = json.loads(
        ContentstateConverter(PROSE).from_database_format(f'<p><a linktype="term" id="{term.pk}">x</a></p>')
    )
    assert state["entityMap"]["0"] == {
        "type": "TERM",
        "mutability": "MUTABLE",
        "data": {"id": term.pk, "title": "Trusstic"},
    }


def test_a_footnote_pasted_where_there_are_none_leaves_its_mark_only(db):
    found = pasted('<p>Word<a linktype="footnote" note="Lost">*</a></p>', PROSE)
    assert "Lost" not in str(found)
