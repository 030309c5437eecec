"""Lists and choosers show pictures and style codes."""

import pytest
from django.urls import reverse

from editorial.models import CollaborationPage, FeatureIndexPage, FeaturePage, HomePage, SilhouettePage
from tests.desk.builders import brand, collaboration, feature, person, picture, product, silhouette
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def explorer(client, parent) -> Document:
    """The list of what stands under a page."""
    response = client.get(reverse("wagtailadmin_explore", args=[parent.pk]))
    assert response.status_code == 200
    return Document(response)


@pytest.fixture
def shoe():
    """A silhouette with two products with pictures."""
    parent = silhouette(brand())
    for title, code in (("Pure Silver", "1201A019-107"), ("Clay Rust", "1201A019-200")):
        page = product(parent, title, code)
        page.lead_image = picture(title)
        page.save()
    return parent


def test_products_are_listed_with_picture_and_style_code(editor, shoe):
    page = explorer(editor, shoe)
    assert len(page.select(".desk-thumbnail img")) == 2
    assert {"1201A019-107", "1201A019-200"} <= set(page.texts("td"))


def test_a_list_encodes_nothing(editor, shoe, encodings):
    explorer(editor, shoe)
    assert len(encodings) == 0


def test_a_longer_list_asks_no_more_for_its_pictures(editor, shoe):
    explorer(editor, shoe)
    with queries() as few:
        explorer(editor, shoe)
    for number in range(5):
        page = product(shoe, f"Colourway {number}", f"X-{number}")
        page.lead_image = picture()
        page.save()
    with queries() as many:
        explorer(editor, shoe)
    thumbnails = [sql for sql in many if "editorialimage" in sql or "editorialrendition" in sql]
    assert len(thumbnails) == len([sql for sql in few if "editorialimage" in sql or "editorialrendition" in sql])


@pytest.mark.parametrize(
    ("parent", "heading"),
    [
        (brand, "First sold"),
        (FeatureIndexPage.objects.get, "Topic"),
        (lambda: collaboration().get_parent(), "Date"),
        (lambda: person().get_parent(), "Role"),
        (HomePage.objects.get, "Picture"),
    ],
)
def test_each_list_has_the_columns_editors_look_for(editor, parent, heading):
    assert any(heading in text for text in explorer(editor, parent()).texts("th"))


@pytest.mark.parametrize("query", ["?q=silver", "?sizing=men", "?ordering=style_code", "?q=1201A019-107", "?q=%00'"])
def test_products_are_searched_filtered_and_sorted(editor, shoe, query):
    response = editor.get(reverse("wagtailadmin_explore", args=[shoe.pk]) + query)
    assert response.status_code == 200


def test_the_chooser_shows_pictures_and_style_codes(editor, shoe):
    response = editor.get(
        reverse("wagtailadmin_choose_page_child", args=[shoe.pk]), {"page_type": "editorial.productpage"}
    )
    page = Document(response.json()["html"])
    assert len(page.select("img.desk-chooser-thumbnail")) == 2
    assert "Gel-Kayano 14 · Pure Silver · 1201A019-107" in page.texts("a.choose-page")


@pytest.mark.parametrize("code", ["1201A019-107", "1201a019 107", "1201A019107", "1201A019-1"])
def test_the_chooser_finds_a_product_by_its_style_code(editor, shoe, code):
    response = editor.get(reverse("wagtailadmin_choose_page_search"), {"q": code, "page_type": "editorial.productpage"})
    page = Document(response)
    assert "Gel-Kayano 14 · Pure Silver · 1201A019-107" in page.texts("a.choose-page")
    assert page.select("img.desk-chooser-thumbnail")


@pytest.mark.parametrize("page_type", [SilhouettePage, CollaborationPage, FeaturePage])
def test_every_chooser_opens(editor, shoe, page_type):
    collaboration()
    feature()
    response = editor.get(reverse("wagtailadmin_choose_page"), {"page_type": page_type._meta.label_lower})
    assert response.status_code == 200
