"""What editors write for machines, and what stands in where they wrote nothing."""

import pytest
from django.conf import settings

from editorial.models import FeatureIndexPage
from tests.factories import catalogue as make
from tests.support.html import Document

pytestmark = pytest.mark.django_db

BASE = settings.WAGTAILADMIN_BASE_URL


def canonical(page: Document) -> str:
    """The canonical address."""
    return page.select_one('link[rel="canonical"]')["href"]


def test_a_further_page_of_a_list_is_canonical_to_itself(client):
    for number in range(14):
        make.feature(f"Story {number}")
    page = Document(client.get("/features/?page=2&utm_source=letter"))
    assert canonical(page) == f"{BASE}/features/?page=2"
    assert page.text_of("title") == "Features, page 2 | SPORTSHOWROOM"
    first = Document(client.get("/features/?page=1&utm_source=letter"))
    assert canonical(first) == f"{BASE}/features/"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"search_description": "For engines.", "listing_summary": "For cards."}, "For engines."),
        ({"listing_summary": "For\n cards."}, "For cards."),
        ({"introduction": "<p>A brand &amp; its <b>shoes</b>.</p><p>More.</p>"}, "A brand & its shoes. More."),
        ({}, "Rustwerk on SPORTSHOWROOM, a magazine about sneakers and their makers."),
    ],
)
def test_a_description_is_never_missing(client, fields, said):
    make.brand("Rustwerk", **fields)
    assert Document(client.get("/rustwerk/")).meta("description") == said


def test_a_product_without_words_is_described_by_its_code(client):
    make.product("Rust", style_code="RUST-1")
    said = Document(client.get("/asics/gel-kayano-14/rust/")).meta("description")
    assert said == "ASICS Gel-Kayano 14, Rust, style code RUST-1: pictures, release dates and retail prices."


def test_editors_choose_title_and_social_picture(client):
    chosen = make.picture(description="A boot")
    story = make.feature("A story", lead_image=make.picture(), social_image=chosen, seo_title="For engines")
    page = Document(client.get("/features/a-story/"))
    assert page.text_of("title") == "For engines | SPORTSHOWROOM"
    assert f"/{chosen.pk}/format-jpeg%7Cfill-1200x630/" in page.meta("og:image")
    assert page.meta("og:image:alt") == "A boot"
    assert story.lead_image_id != chosen.pk


def test_a_page_without_a_picture_has_the_house_card(client):
    make.feature("A story")
    page = Document(client.get("/features/a-story/"))
    assert page.meta("og:image") == f"{BASE}/static/icons/social-card.png"
    assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")


def test_the_address_is_the_canonical_one_on_any_host(client):
    index = FeatureIndexPage.objects.get()
    assert canonical(Document(client.get(index.url, headers={"host": "mirror.example"}))) == f"{BASE}/features/"


def test_an_author_who_left_is_no_author(client, nodes):
    writer = make.person("Ines Okafor")
    make.feature("A story", by=writer, lead_image=make.picture())
    assert nodes(Document(client.get("/features/a-story/")))["Article"]["author"][0]["name"] == "Ines Okafor"
    writer.unpublish()
    assert "author" not in nodes(Document(client.get("/features/a-story/")))["Article"]


def test_hostile_words_stay_words(client, nodes):
    make.feature("</script><script>alert(1)</script> & Söhne", slug="hostile")
    response = client.get("/features/hostile/")
    page = Document(response)
    assert b"<script>alert" not in response.content
    assert nodes(page)["Article"]["headline"] == "</script><script>alert(1)</script> & Söhne"
