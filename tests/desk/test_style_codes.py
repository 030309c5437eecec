"""Two products with one style code in one brand: by every road a clear answer with the other product's name."""

import pytest
from django.db.models.signals import pre_save
from django.urls import reverse
from wagtail import hooks

from editorial.models import ProductPage
from tests.desk.builders import brand, product, silhouette
from tests.desk.forms import add_url, edit_url, errors_in, messages_of, sent_form
from tests.support.html import Document

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}
OTHER = "'ASICS Gel-Kayano 14, Pure Silver'"
SPELLINGS = pytest.mark.parametrize("spelling", ["1201A019-107", "1201a019 107", " 1201 a019–107 "])


@pytest.fixture
def shoe():
    """A silhouette with one live product, Pure Silver."""
    parent = silhouette(brand())
    product(parent)
    return parent


def second_form(**changes) -> dict:
    """The form of another colourway with the same code."""
    return sent_form("ProductPage", title="Clay Rust", slug="clay-rust", **changes)


@SPELLINGS
def test_by_form(chief, shoe, spelling):
    response = chief.post(add_url(ProductPage, shoe), second_form(style_code=spelling) | PUBLISH)
    assert response.status_code == 200
    assert f"already belongs to {OTHER}" in errors_in(response)
    assert ProductPage.objects.count() == 1
    first = ProductPage.objects.get()
    assert edit_url(first) in [tag["href"] for tag in Document(response).select(".messages a")]


def test_by_the_form_of_a_page_that_exists(chief, shoe):
    other = product(shoe, "Clay Rust", "1201A019-200")
    response = chief.post(edit_url(other), second_form() | PUBLISH)
    assert response.status_code == 200
    assert f"already belongs to {OTHER}" in errors_in(response)
    other.refresh_from_db()
    assert other.style_code == "1201A019-200"


def test_a_draft_may_collide_and_says_so(editor, shoe):
    response = editor.post(add_url(ProductPage, shoe), second_form())
    assert response.status_code == 302
    draft = ProductPage.objects.get(slug="clay-rust")
    page = Document(editor.get(edit_url(draft)))
    assert f"already belongs to {OTHER}" in page.text_of(".desk-gate")
    assert edit_url(ProductPage.objects.get(slug="pure-silver")) in [tag["href"] for tag in page.select(".desk-gate a")]


def test_autosave_keeps_the_draft(editor, shoe):
    draft = product(shoe, "Clay Rust", "", live=False)
    response = editor.post(edit_url(draft), second_form(), headers={"Accept": "application/json"})
    assert response.status_code == 200, response.content
    assert response.json()["success"]
    # And the list at the top of the form is brought up to date while the editor types.
    fresh = Document(response.json()["html"]).select_one("[data-w-teleport-target-value='#desk-gate']")
    assert f"already belongs to {OTHER}" in fresh.decode(formatter=None)
    assert draft.revisions.latest("pk").content["style_code"] == "1201A019-107"


def test_submitting_a_colliding_version_of_a_live_page(editor, shoe):
    other = product(shoe, "Clay Rust", "1201A019-200")
    response = editor.post(edit_url(other), second_form() | {"action-submit": "action-submit"})
    assert response.status_code == 302, errors_in(response)
    other.refresh_from_db()
    assert other.workflow_in_progress


def copy_form(page, **changes) -> dict:
    """The copy form as a browser sends it."""
    return {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": page.get_parent().pk,
        "next": "",
    } | changes


def copy_url(page) -> str:
    return reverse("wagtailadmin_pages:copy", args=[page.pk])


def test_a_copy_that_goes_live_at_once(chief, shoe):
    page = ProductPage.objects.get()
    response = chief.post(copy_url(page), copy_form(page, publish_copies="on", new_title="Kept"))
    assert response.status_code == 200
    assert f"already belongs to {OTHER}" in errors_in(response)
    assert Document(response).select_one("#id_new_title")["value"] == "Kept"
    assert ProductPage.objects.count() == 1


def test_a_copy_as_a_draft(chief, shoe):
    page = ProductPage.objects.get()
    assert chief.post(copy_url(page), copy_form(page)).status_code == 302
    copy = ProductPage.objects.get(slug="copy")
    assert not copy.live
    assert copy.style_key is None
    assert copy.brand == page.brand


def test_a_silhouette_copied_with_its_live_products(chief, shoe):
    response = chief.post(copy_url(shoe), copy_form(shoe, publish_copies="on", copy_subpages="on"))
    assert response.status_code == 200
    assert f"already belongs to {OTHER}" in errors_in(response)
    response = chief.post(
        copy_url(shoe),
        copy_form(shoe, publish_copies="on", copy_subpages="on", new_parent_page=brand("Saucony").pk),
    )
    assert response.status_code == 302
    assert set(ProductPage.objects.values_list("brand__title", "style_key")) == {
        ("ASICS", "1201A019107"),
        ("Saucony", "1201A019107"),
    }


def test_an_alias_takes_no_code(chief, shoe):
    page = ProductPage.objects.get()
    assert chief.post(copy_url(page), copy_form(page, alias="on")).status_code == 302
    alias = ProductPage.objects.get(slug="copy")
    assert alias.live
    assert alias.style_key is None
    # And follows its original without taking it either.
    page.note = "Runs small."
    page.save_revision().publish()
    alias.refresh_from_db()
    assert alias.note == "Runs small."


def test_an_alias_turned_into_a_page(chief, shoe):
    page = ProductPage.objects.get()
    alias = page.create_alias(update_slug="copy")
    url = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    assert chief.get(url).status_code == 200
    assert chief.post(url).status_code == 302
    assert f"already belongs to {OTHER}" in messages_of(chief)
    alias.refresh_from_db()
    assert alias.alias_of_id
    alias.unpublish()
    assert chief.post(url).status_code == 302
    alias.refresh_from_db()
    assert not alias.alias_of_id
    assert not alias.live


def test_a_silhouette_moved_to_another_brand(chief, shoe):
    elsewhere = silhouette(brand("Saucony"), "ProGrid")
    product(elsewhere, "Silver", "1201-A019-107")
    url = reverse("wagtailadmin_pages:move_confirm", args=[shoe.pk, elsewhere.get_parent().pk])
    for ask in (chief.get, chief.post):
        assert ask(url).status_code == 302
        assert "already belongs to 'Saucony ProGrid, Silver'" in messages_of(chief)
    shoe.refresh_from_db()
    assert shoe.get_parent().title == "ASICS"


def test_a_silhouette_moved_where_its_codes_are_free(chief, shoe):
    elsewhere = brand("Saucony")
    url = reverse("wagtailadmin_pages:move_confirm", args=[shoe.pk, elsewhere.pk])
    assert chief.post(url).status_code == 302
    shoe.refresh_from_db()
    assert shoe.brand_id == elsewhere.pk
    assert ProductPage.objects.get().brand_id == elsewhere.pk


def test_several_moved_at_once(chief, shoe):
    elsewhere = silhouette(brand("Saucony"), "ProGrid")
    product(elsewhere, "Silver")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={shoe.pk}"
    response = chief.post(url, {"chooser": elsewhere.get_parent().pk})
    assert response.status_code in (200, 302)
    assert "already belongs to 'Saucony ProGrid, Silver'" in messages_of(chief)
    shoe.refresh_from_db()
    assert shoe.brand.title == "ASICS"


def test_an_earlier_revision_follows_the_page_to_its_new_brand(chief, shoe):
    page = ProductPage.objects.get()
    elsewhere = brand("Saucony")
    shoe.move(elsewhere, pos="last-child")
    page.latest_revision.publish()
    page.refresh_from_db()
    assert page.brand_id == elsewhere.pk


def test_another_editor_is_quicker_by_a_second(chief, shoe):
    slower = product(shoe, "Clay Rust", "1201A019-200", live=False)

    def overtake(request, page):
        product(shoe, "The quicker one", "1201A019-200")

    with hooks.register_temporarily("before_publish_page", overtake):
        response = chief.post(edit_url(slower), second_form(style_code="1201A019-200") | PUBLISH)
    assert response.status_code == 302
    said = messages_of(chief)
    assert "Your version was saved as a draft." in said
    assert "already belongs to 'ASICS Gel-Kayano 14, The quicker one'" in said
    slower.refresh_from_db()
    assert not slower.live


def test_two_editors_reach_for_one_place_in_the_tree(chief, shoe):
    # The quicker one is undone with the first try, because both stand in one connection here; the second try goes on.
    def overtake(sender, instance, **kwargs):
        if instance.title == "Clay Rust":
            pre_save.disconnect(overtake, sender=ProductPage)
            product(shoe, "The quicker one", "1201A019-200")

    pre_save.connect(overtake, sender=ProductPage)
    try:
        response = chief.post(add_url(ProductPage, shoe), second_form(style_code="1201A019-200") | PUBLISH)
    finally:
        pre_save.disconnect(overtake, sender=ProductPage)
    assert response.status_code == 302, errors_in(response)
    assert ProductPage.objects.filter(style_key="1201A019200").count() == 1
