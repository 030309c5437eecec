"""What editors type by mistake: a clear error, nothing lost, never an error page."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    HomePage,
    Market,
    PersonIndexPage,
    PersonPage,
    ProductPage,
    RetailPrice,
    SilhouettePage,
)
from tests.desk.builders import brand, person, product, silhouette
from tests.desk.forms import add_url, edit_url, errors_in, messages_of, sent_form
from tests.support.html import Document

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}
ACTIONS = pytest.mark.parametrize("action", [{}, PUBLISH], ids=["draft", "publish"])


def refused(client, url: str, data: dict) -> str:
    """Post a form that must come back; what it says."""
    response = client.post(url, data)
    assert response.status_code == 200
    return errors_in(response)


@ACTIONS
def test_an_empty_title(chief, action):
    data = sent_form("PersonPage", title="") | action
    assert "This field is required." in refused(chief, add_url(PersonPage, PersonIndexPage.objects.get()), data)


@ACTIONS
def test_a_title_of_500_characters(chief, action):
    data = sent_form("PersonPage", title="A" * 500, role="Kept as typed") | action
    response = chief.post(add_url(PersonPage, PersonIndexPage.objects.get()), data)
    assert response.status_code == 200
    assert "at most 255 characters (it has 500)" in errors_in(response)
    assert Document(response).select_one("#id_role")["value"] == "Kept as typed"
    assert not PersonPage.objects.exists()


def test_a_title_too_long_for_the_page_but_not_for_the_database(chief):
    data = sent_form("PersonPage", title="A" * 120)
    url = add_url(PersonPage, PersonIndexPage.objects.get())
    assert "The title has 120 characters. Shorten it to 100 or fewer." in refused(chief, url, data | PUBLISH)
    assert chief.post(url, data).status_code == 302


@ACTIONS
@pytest.mark.parametrize("slug", ["admin", "search", "static", "features"])
def test_a_reserved_address(chief, slug, action):
    data = sent_form("BrandPage", title="Search", slug=slug) | action
    said = refused(chief, add_url(BrandPage, HomePage.objects.get()), data)
    assert f"'{slug}' is an address the site itself uses." in said or "already in use" in said
    assert not BrandPage.objects.exists()


@ACTIONS
def test_a_reserved_address_for_a_brand_that_exists(chief, action):
    house = brand()
    data = sent_form("BrandPage", title="ASICS", slug="search") | action
    assert "'search' is an address the site itself uses. Choose another" in refused(chief, edit_url(house), data)


def test_a_copy_that_would_take_a_reserved_address(chief):
    house = brand()
    data = {"new_title": "Search", "new_slug": "search", "new_parent_page": HomePage.objects.get().pk}
    url = reverse("wagtailadmin_pages:copy", args=[house.pk])
    assert "'search' is an address the site itself uses." in refused(chief, url, data)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"new_title": "A" * 500}, "at most 255 characters"),
        ({"new_title": ""}, "This field is required."),
        ({"new_slug": "a" * 500}, "at most 255 characters"),
        ({"new_slug": "two words"}, "Enter a valid"),
        ({"new_parent_page": "nowhere"}, "Choose the page under which the copy will stand."),
        ({"new_parent_page": "999999"}, "Choose the page under which the copy will stand."),
    ],
)
def test_a_copy_form_filled_in_wrongly(chief, changes, complaint):
    page = person()
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk} | changes
    assert complaint in refused(chief, reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert PersonPage.objects.count() == 1


def test_a_copy_form_without_a_parent(chief):
    page = person()
    data = {"new_title": "Copy", "new_slug": "copy"}
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert "Choose the page under which the copy will stand." in refused(chief, url, data)


def test_a_page_copied_under_the_wrong_parent(chief):
    page = product(silhouette(brand()))
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": PersonIndexPage.objects.get().pk}
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert "You do not have permission to copy to page" in refused(chief, url, data)


def test_a_collaboration_without_a_date(chief):
    url = add_url(CollaborationPage, CollaborationIndexPage.objects.get())
    data = sent_form("CollaborationPage", year="", month="", day="")
    assert "The collaboration has no date." in refused(chief, url, data | PUBLISH)
    assert chief.post(url, data).status_code == 302


@ACTIONS
@pytest.mark.parametrize(
    ("date", "complaint"),
    [
        (("", "3", ""), "Give at least the year."),
        (("2021", "", "14"), "A day needs its month."),
        (("2021", "2", "30"), "There is no such day in that month."),
        (("2021", "13", ""), "Select a valid choice."),
        (("-4", "", ""), "greater than or equal to 0"),
        (("soon", "", ""), "Enter a whole number."),
        (("99999", "", ""), "There is no such year."),
    ],
)
def test_a_date_that_is_none(chief, date, complaint, action):
    data = sent_form("CollaborationPage", **dict(zip(("year", "month", "day"), date, strict=True))) | action
    url = add_url(CollaborationPage, CollaborationIndexPage.objects.get())
    assert complaint in refused(chief, url, data)


@ACTIONS
def test_a_silhouette_that_is_its_own_ancestor(chief, action):
    first = silhouette(brand(), "Gel-Kayano 13")
    second = silhouette(first.get_parent().specific, "Gel-Kayano 14")
    second.predecessor = first
    second.save()
    data = sent_form("SilhouettePage", title="Gel-Kayano 13", slug=first.slug, predecessor=second.pk) | action
    assert "A silhouette cannot come before itself, directly or through others." in refused(
        chief, edit_url(first), data
    )
    data["predecessor"] = first.pk
    assert "A silhouette cannot come before itself" in refused(chief, edit_url(first), data)


@pytest.mark.parametrize("ask", ["get", "post"])
def test_a_page_moved_under_the_wrong_parent(chief, ask):
    page = product(silhouette(brand()))
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, PersonIndexPage.objects.get().pk])
    assert getattr(chief, ask)(url).status_code == 302
    said = messages_of(chief)
    assert "'Pure Silver' can't stand under 'People'." in said
    assert "belongs under: silhouette" in said
    page.refresh_from_db()
    assert page.get_parent().specific_class is SilhouettePage


def test_a_page_moved_under_itself(chief):
    shoe = silhouette(brand())
    page = product(shoe)
    url = reverse("wagtailadmin_pages:move_confirm", args=[shoe.pk, page.pk])
    assert chief.post(url).status_code == 302
    assert "can't stand under" in messages_of(chief)


@ACTIONS
@pytest.mark.parametrize("market", ["999999", "Atlantis"])
def test_an_unknown_market(chief, market, action):
    prices = inline_formset([{"market": market, "amount": "150"}])
    data = sent_form("ProductPage", retail_prices=prices) | action
    said = refused(chief, add_url(ProductPage, silhouette(brand())), data)
    assert "That choice is not one of the available choices." in said or "Select a valid choice." in said


@ACTIONS
@pytest.mark.parametrize(
    ("amount", "complaint"), [("-1", "More than nothing."), ("0", "More than nothing."), ("cheap", "Enter a number.")]
)
def test_a_price_that_is_none(chief, amount, complaint, action):
    market = Market.objects.get(code="GB")
    prices = inline_formset([{"market": market.pk, "amount": amount}])
    data = sent_form("ProductPage", retail_prices=prices) | action
    assert complaint in refused(chief, add_url(ProductPage, silhouette(brand())), data)


@ACTIONS
def test_two_prices_for_one_market(chief, action):
    market = Market.objects.get(code="GB").pk
    prices = inline_formset([{"market": market, "amount": "150"}, {"market": market, "amount": "160"}])
    data = sent_form("ProductPage", retail_prices=prices) | action
    said = refused(chief, add_url(ProductPage, silhouette(brand())), data)
    assert "Please correct the duplicate" in said


@ACTIONS
@pytest.mark.parametrize("live", [True, False])
def test_two_prices_that_swap_their_markets(chief, live, action):
    page = product(silhouette(brand()), live=live)
    british, american = Market.objects.get(code="GB"), Market.objects.get(code="US")
    page.retail_prices = [RetailPrice(market=british, amount=150), RetailPrice(market=american, amount=160)]
    page.save()
    page.save_revision()
    first, second = page.retail_prices.order_by("pk")
    rows = [
        {"id": first.pk, "market": american.pk, "amount": "150"},
        {"id": second.pk, "market": british.pk, "amount": "160"},
    ]
    data = sent_form("ProductPage", retail_prices=inline_formset(rows, initial=2)) | action
    response = chief.post(edit_url(page), data)
    assert response.status_code == 302, errors_in(response)
    prices = ProductPage.objects.get().get_latest_revision_as_object().retail_prices.all()
    assert {(price.market.code, int(price.amount)) for price in prices} == {("US", 150), ("GB", 160)}


def test_a_product_under_a_silhouette_that_is_not_published(chief):
    shoe = silhouette(brand(), live=False)
    said = refused(chief, add_url(ProductPage, shoe), sent_form("ProductPage") | PUBLISH)
    assert "'Gel-Kayano 14', the page above this one, is not published. Publish it first." in said


def test_expiry_before_going_live(chief):
    data = sent_form("PersonPage", go_live_at="2099-02-01 10:00", expire_at="2099-01-01 10:00")
    response = chief.post(add_url(PersonPage, PersonIndexPage.objects.get()), data | PUBLISH)
    assert response.status_code == 200
    # It stands in the schedule's dialog, which a script takes out of its template.
    assert b"Go live date/time must be before expiry date/time" in response.content
