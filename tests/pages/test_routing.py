"""From an address to a page."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction

from editorial.models import BrandPage, FeatureIndexPage, HomePage, ProductPage
from editorial.routing import likely_class, page_at
from tests.factories import catalogue as make
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return HomePage.objects.get()


def test_a_deep_page_is_found_in_one_query_with_what_it_prints(home):
    product = make.product(lead_image=make.picture())
    # Content types are remembered from the first request on.
    page_at(home, ["asics", "gel-kayano-14", "pure-silver"])
    with queries() as asked:
        found = page_at(home, ["asics", "gel-kayano-14", "pure-silver"])
        assert (found.brand.title, found.silhouette.title) == ("ASICS", "Gel-Kayano 14")
        assert found.lead_image.credit == "Illustration: Studio"
        assert list(found.get_view_restrictions()) == []
    assert found == product
    assert type(found) is ProductPage
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("slugs", "name"),
    [
        (["features", "x"], "FeaturePage"),
        (["people", "x"], "PersonPage"),
        (["asics", "x"], "SilhouettePage"),
        (["asics", "x", "y"], "ProductPage"),
        (["collaborations"], "CollaborationIndexPage"),
    ],
)
def test_the_address_says_what_kind_of_page_it_leads_to(slugs, name):
    assert likely_class(HomePage, slugs).__name__ == name


def test_under_the_front_page_a_brand_and_a_plain_page_look_alike(home):
    assert likely_class(HomePage, ["asics"]) is None
    assert likely_class(HomePage, ["asics", "x", "y", "z"]) is None
    assert page_at(home, [make.brand().slug]).specific_class is BrandPage
    assert page_at(home, [make.standard().slug]).title == "Cookie policy"


def test_an_index_page_may_stand_at_another_address(home):
    feature = make.feature()
    index = FeatureIndexPage.objects.get()
    index.slug = "stories"
    index.save()
    assert page_at(home, ["stories", feature.slug]) == feature


@pytest.mark.parametrize("slugs", [["asics"], ["asics", "gel-kayano-14"]])
def test_a_page_under_an_unpublished_one_is_not_found(home, client, slugs):
    product = make.product()
    assert client.get(product.url).status_code == 200
    # Not by unpublishing, which would take the product along: by the column, as a restored backup might say it.
    Page.objects.filter(slug=slugs[-1]).update(live=False)
    assert client.get(product.url).status_code == 404
    assert product not in ProductPage.objects.shown()


def test_a_page_that_is_not_live_is_not_found(client):
    assert client.get(make.product(live=False).url).status_code == 404


@pytest.mark.parametrize("restricted", ["asics", "gel-kayano-14", "pure-silver"])
def test_a_private_page_asks_for_its_password(client, restricted):
    product = make.product()
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug=restricted), restriction_type=PageViewRestriction.PASSWORD, password="kaizen"
    )
    response = client.get(product.url)
    assert b'name="password"' in response.content
    assert b"<h1>Gel-Kayano 14" not in response.content
    assert "no-cache" in response.headers["Cache-Control"]


def test_a_private_page_opens_to_those_who_may_read_it(client, django_user_model):
    product = make.product()
    PageViewRestriction.objects.create(page=product.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(product.url).status_code == 302
    client.force_login(django_user_model.objects.create_superuser("ines"))
    assert client.get(product.url).status_code == 200


def test_an_alias_keeps_the_privacy_of_its_original(client, home):
    original = make.standard("How we earn")
    alias = original.create_alias(parent=home, update_slug="earning")
    assert client.get(alias.url).status_code == 200
    PageViewRestriction.objects.create(page=original.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(alias.url).status_code == 302


def test_the_front_page_knows_itself_to_be_public(home):
    with queries() as asked:
        assert home.route(RequestFactory().get("/"), []).page.is_known_public
    assert len(asked) == 1


def test_a_private_front_page_asks_for_its_password(client, home):
    PageViewRestriction.objects.create(page=home.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/").status_code == 302
