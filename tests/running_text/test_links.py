"""Links in running text: live pages in one query, words where a page is gone, other sites at arm's length."""

import pytest
from django.template import Context, Template
from wagtail.models import Page
from wagtail.rich_text import RichText, extract_references_from_rich_text

from editorial.running_text.reading import prepared, reading
from tests.factories import catalogue
from tests.factories.bodies import page_link, prose, section, stream
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def printed(html: str) -> str:
    return str(RichText(html)).strip()


def test_a_link_to_a_page_gets_its_address():
    shoe = catalogue.silhouette()
    assert printed(f"<p>See {page_link(shoe)}.</p>") == '<p>See <a href="/asics/gel-kayano-14/">there</a>.</p>'


@pytest.mark.parametrize("state", ["draft", "private", "under an unpublished brand", "deleted"])
def test_a_link_to_a_page_readers_may_not_see_is_its_words(state):
    shoe = catalogue.silhouette(live=state != "draft")
    link = page_link(shoe, words="the <b>shoe</b>")
    if state == "private":
        shoe.view_restrictions.create(restriction_type="login")
    elif state == "under an unpublished brand":
        type(shoe.brand).objects.filter(pk=shoe.brand.pk).update(live=False)
    elif state == "deleted":
        shoe.delete()
    assert printed(f"<p>See {link}.</p>") == "<p>See the <b>shoe</b>.</p>"


@pytest.mark.parametrize("link", ['<a linktype="page" id="x">', '<a linktype="page">', '<a linktype="oracle" id="1">'])
def test_a_broken_link_is_its_words(link):
    assert printed(f"<p>{link}words</a></p>") == "<p>words</p>"


def test_a_link_to_another_site_hands_nothing_over():
    assert printed('<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>') == (
        '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">x</a></p>'
    )


def test_links_of_a_page_cost_one_query_however_many():
    shoes = [catalogue.silhouette(f"Shoe {number}") for number in range(5)]
    texts = [f"<p>{page_link(shoe)}</p>" for shoe in shoes]
    with queries() as asked, reading(prepared(texts)):
        addresses = [printed(text) for text in texts]
    assert [f"/shoe-{number}/" in address for number, address in enumerate(addresses)] == [True] * 5
    # The pages, and the addresses of the site.
    assert len(asked) == 2, "\n".join(asked)


def test_what_one_page_knows_is_forgotten_by_the_next():
    shoe = catalogue.silhouette()
    text = f"<p>{page_link(shoe)}</p>"
    with reading(prepared([])):
        assert printed(text) == "<p>there</p>"
    assert "href" in printed(text)


def test_the_template_tag_gives_texts_their_links(rf):
    shoe = catalogue.silhouette()
    template = Template("{% load running_text wagtailcore_tags %}{% texts all %}{{ all.0|richtext }}{% endtexts %}")
    context = Context({"all": [f"<p>{page_link(shoe)}</p>"], "request": rf.get("/")})
    assert shoe.url in template.render(context)


def test_unpublishing_reaches_every_story(client):
    shoe = catalogue.silhouette()
    page = catalogue.feature(body=stream(section("Here", prose(f"<p>On {page_link(shoe, 'the shoe')}.</p>"))))
    assert shoe.url in Document(client.get(page.url)).links()
    shoe.unpublish()
    document = Document(client.get(page.url))
    assert shoe.url not in document.links()
    assert document.text_of(".prose") == "On the shoe."


def test_the_reference_index_sees_pages_and_terms():
    shoe, term = catalogue.silhouette(), catalogue.term()
    html = f'<p>{page_link(shoe)} <a linktype="term" id="{term.pk}">Gel</a> <a linktype="page" id="x">y</a></p>'
    found = [(model, int(pk)) for model, pk, _path, _content in extract_references_from_rich_text(html)]
    assert found == [(Page, shoe.pk), (type(term), term.pk)]
