"""Whatever the database holds, nothing that can harm a reader leaves it."""

import pytest
from wagtail.rich_text import RichText

from tests.factories import catalogue
from tests.factories.bodies import block, figure, prose, section, stream
from tests.support.html import Document

HARMFUL = {
    "<p>a<script>alert(1)</script>b</p>": "<p>ab</p>",
    "<p>a<style>p{display:none}</style>b</p>": "<p>ab</p>",
    '<p onclick="alert(1)">a</p>': "<p>a</p>",
    '<p style="position:fixed" class="masthead" id="main">a</p>': "<p>a</p>",
    '<p><a href="javascript:alert(1)">a</a></p>': "<p><a>a</a></p>",
    '<p><a href="JaVa&#10;Script:alert(1)">a</a></p>': "<p><a>a</a></p>",
    '<p><a href="data:text/html,x">a</a></p>': "<p><a>a</a></p>",
    '<p><a href="https://example.org/" onmouseover="x()" target="_blank" rel="opener">a</a></p>': (
        '<p><a href="https://example.org/" rel="noopener">a</a></p>'
    ),
    '<p><img src=x onerror="alert(1)">a</p>': "<p>a</p>",
    '<p><iframe src="https://example.org/"></iframe>a</p>': "<p>a</p>",
    "<p><svg><script>alert(1)</script></svg>a</p>": "<p>a</p>",
    '<p><button class="button" type="submit" popovertarget="nav" onclick="x()">a</button></p>': (
        "<p><button>a</button></p>"
    ),
    '<form action="https://example.org/"><input name="q"><p>a</p></form>': "<p>a</p>",
    '<embed embedtype="oracle" src="x"/><p>a</p>': "<p>a</p>",
    '<p data-block-key="x1">a</p>': "<p>a</p>",
    "<p>a <!-- comment --> b</p>": "<p>a  b</p>",
    "<p>a < b & c</p>": "<p>a &lt; b &amp; c</p>",
}


@pytest.mark.parametrize(("stored", "printed"), HARMFUL.items())
def test_rich_text_is_cleaned_on_its_way_out(db, stored, printed):
    assert str(RichText(stored)).strip() == printed


def test_what_editors_may_write_stays():
    html = (
        "<h2>a</h2><h3>b</h3><p>c <b>d</b> <strong>e</strong> <i>f</i> <em>g</em><br></p>"
        "<ul><li>h</li></ul><ol><li>i</li></ol>"
        '<p><a href="mailto:desk@example.org">j</a> <a href="#here">k</a> <a href="tel:+44">l</a></p>'
    )
    assert str(RichText(html)).strip() == html


HOSTILE = '<p>x<script>alert(1)</script><a href="javascript:alert(2)" onclick="alert(3)">y</a></p>'
HOSTILE_NOTE = '<p>x<a linktype="footnote" note="&lt;script&gt;alert(4)&lt;/script&gt;">*</a></p>'


@pytest.mark.django_db
def test_no_block_lets_a_script_onto_a_page(client):
    image = catalogue.picture(credit="<script>alert(5)</script>", description='"><script>alert(6)</script>')
    plain = "<script>alert(7)</script>"
    page = catalogue.feature(
        title="Safe",
        standfirst=plain,
        kicker=plain,
        sources=plain,
        hero_caption=plain,
        lead_image=image,
        body=stream(
            section(
                plain,
                prose(HOSTILE),
                prose(HOSTILE_NOTE),
                figure(image, caption=HOSTILE),
                block("pull_quote", {"text": plain, "attribution": plain}),
                block("fact_box", {"title": plain, "text": HOSTILE, "rows": [{"label": plain, "value": plain}]}),
                block("note", {"text": HOSTILE}),
                block("embed", {"url": "javascript:alert(8)", "title": plain, "poster": None, "caption": HOSTILE}),
            )
        ),
    )
    document = Document(client.get(page.url))
    assert [tag.get("src") for tag in document.select("script:not([type='application/ld+json'])")] == [
        "/static/js/site.js"
    ]
    assert [link for link in document.links() if link.startswith("javascript")] == []
    attributes = {name for tag in document.find_all(True) for name in tag.attrs}
    assert {name for name in attributes if name.startswith("on")} == set()
