"""The block picker shows each block as it will look, with the magazine's own pictures and pages."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.factories import catalogue
from tests.factories.bodies import content_blocks, section_block
from tests.support.html import Document

pytestmark = pytest.mark.django_db

BLOCKS = content_blocks() | {"section": section_block()}
OF_THE_MAGAZINE = {
    *("image", "image_pair", "gallery", "spec_sheet", "product_card", "product_rail"),
    *("collaboration_card", "collaboration_timeline", "comparison"),
}
NOTHING = "Nothing to show yet"


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("mina", "mina@example.org", "a-long-password"))
    return client


@pytest.fixture
def shelf():
    pictures = [catalogue.picture() for _ in range(3)]
    shoes = [catalogue.silhouette(title, year=year) for title, year in (("Gel-Kayano 13", 2007), ("GT-2160", 2010))]
    for number in range(4):
        catalogue.product(f"Silver {number}", parent=shoes[0], lead_image=pictures[0])
    catalogue.collaboration("Fern Green", silhouettes=[shoes[0]], lead_image=pictures[1])


def preview(client, key: str) -> Document:
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[key].definition_prefix})
    assert response.status_code == 200
    return Document(response)


@pytest.mark.parametrize("key", BLOCKS)
def test_a_block_previews_with_what_the_magazine_has(editor, shelf, encodings, key):
    page = preview(editor, key)
    assert NOTHING not in page.get_text()
    assert page.select_one("main > *") is not None
    assert page.duplicate_ids() == []
    assert len(encodings) == 0


@pytest.mark.parametrize("key", sorted(BLOCKS))
def test_a_block_previews_in_an_empty_house(editor, key):
    page = preview(editor, key)
    assert (NOTHING in page.get_text()) == (key in OF_THE_MAGAZINE)


def test_a_preview_is_printed_with_the_sites_own_stylesheets(editor):
    page = preview(editor, "pull_quote")
    assert [link["href"] for link in page.select("link[rel=stylesheet]")] == [
        "/static/css/core.css",
        "/static/css/article.css",
    ]
    assert page.select_one(".section > figure.pullquote blockquote") is not None


def test_a_section_previews_with_its_heading_and_picture(editor, shelf):
    page = preview(editor, "section")
    assert page.text_of("section.section > h2") == "An empty chair"
    assert page.select_one("section.section figure.fig-text picture") is not None
