"""What blocks, links and hostile words become on their way into the feed."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import get_template

from tests.factories import bodies
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db

BASE = settings.WAGTAILADMIN_BASE_URL
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def items(client) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(client.get("/feed.xml").content).iter("item"))


def story(*content, **fields):
    return make.feature("A story", body=bodies.stream(bodies.section("One", *content)), **fields)


def text(client) -> BeautifulSoup:
    [item] = items(client)
    return BeautifulSoup(item.findtext(CONTENT), "html.parser")


@pytest.mark.parametrize("name", sorted(bodies.content_blocks()))
def test_every_block_has_a_template_for_feeds(name):
    assert get_template(f"feeds/blocks/{name}.html")


def test_links_resolve_to_live_pages_only(client):
    live, gone = make.product("Rust"), make.product("Gone", live=False)
    story(bodies.prose(f"<p>{bodies.page_link(live, 'here')} and {bodies.page_link(gone, 'nowhere')}</p>"))
    [link] = text(client).select("p a")
    assert (link["href"], link.get_text()) == (BASE + live.url, "here")
    assert "and nowhere" in text(client).get_text()


def test_terms_are_words_and_notes_stand_at_the_end(client):
    term = make.term("Gel")
    note = '<a linktype="footnote" note="A &lt;note&gt;.">*</a>'
    story(bodies.prose(f'<p>It has <a linktype="term" id="{term.pk}">gel</a>{note}.</p>'))
    found = text(client)
    assert not found.select("button")
    assert "It has gel" in found.get_text()
    assert found.select_one("sup a")["href"] == f"{BASE}/features/a-story/#note-1"
    assert found.select_one("ol li").get_text() == "A <note>."


def test_notes_of_each_story_are_counted_from_one(client):
    note = bodies.prose('<p>A.<a linktype="footnote" note="Note.">*</a></p>')
    for number in (1, 2):
        make.feature(f"Story {number}", body=bodies.stream(bodies.section("One", note)))
    marks = [BeautifulSoup(item.findtext(CONTENT), "html.parser").sup.get_text() for item in items(client)]
    assert marks == ["1", "1"]


def test_a_picture_without_a_credit_stays_at_home(client):
    credited, bare = make.picture(credit="Photograph: Ines"), make.picture(credit="", rights_holder="")
    story(bodies.figure(credited, caption="<p>A shoe.</p>"), bodies.figure(bare), lead_image=bare)
    [figure] = text(client).select("figure")
    assert figure.figcaption.get_text() == "A shoe. Photograph: Ines"
    assert not list(items(client)[0].iter("{http://search.yahoo.com/mrss/}content"))


def test_cards_and_rails_are_lists_of_links(client):
    shoe = make.product("Rust", style_code="RUST-1")
    hidden = make.product("Gone", live=False)
    rail = bodies.block("product_rail", {"title": "Shelf", "products": [shoe.pk, hidden.pk], "silhouette": None})
    story(bodies.card(shoe), rail)
    found = text(client)
    assert [link["href"] for link in found.select("a")] == [BASE + shoe.url] * 2
    assert "RUST-1" in found.get_text()
    assert "Gone" not in found.get_text()


def test_facts_quotes_and_films(client):
    story(
        bodies.block("fact_box", {"title": "Facts", "text": "", "rows": [{"label": "First", "value": "1993"}]}),
        bodies.block("pull_quote", {"text": "A hurry.", "attribution": "On it"}),
        bodies.block("embed", {"url": "https://vimeo.com/76979871", "title": "A film", "poster": None, "caption": ""}),
    )
    found = text(client)
    assert found.select_one("li").get_text() == "First: 1993"
    assert found.blockquote.get_text(" ", strip=True) == "“A hurry.” On it"
    assert found.select_one("p a")["href"] == "https://vimeo.com/76979871"
    assert not found.select("iframe")


def test_a_collaboration_says_who_and_what_and_when(client):
    shoe = make.product("Rust", style_code="RUST-1")
    gone = make.partner("Gone", live=False)
    make.collaboration(
        "A meeting", [make.partner("JJJJound"), gone], [shoe.silhouette], [shoe], story="<p>They met.</p>", month=6
    )
    [item] = items(client)
    words = BeautifulSoup(item.findtext(CONTENT), "html.parser").get_text(" ", strip=True)
    assert "Partners: JJJJound Date: June 2021 Shoe: ASICS Gel-Kayano 14" in words.replace(" :", ":")
    assert "They met." in words
    assert "RUST-1" in words
    assert "Gone" not in words


def test_words_that_are_no_xml_and_no_html_do_no_harm(client):
    story(bodies.prose("<p>ok\x0b <script>alert(1)</script></p>"), standfirst='"<b>&\x01"')
    [item] = items(client)
    assert "script" not in item.findtext(CONTENT)
    assert "alert" not in BeautifulSoup(item.findtext(CONTENT), "html.parser").get_text()


def test_an_empty_house_has_an_empty_feed(client):
    first = client.get("/feed.xml")
    assert items(client) == []
    assert client.get("/feed.xml")["ETag"] == first["ETag"]


def test_ten_stories_ask_what_one_asks(client, django_assert_max_num_queries):
    for number in range(10):
        card = bodies.card(make.product(f"Colour {number}"))
        make.feature(
            f"Story {number}",
            by=make.person(f"Writer {number}"),
            lead_image=make.picture(),
            body=bodies.stream(bodies.section("One", card, bodies.figure(make.picture()))),
        )
    client.get("/feed.xml")
    with django_assert_max_num_queries(20):
        assert len(items(client)) == 10
