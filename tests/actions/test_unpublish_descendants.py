"""A brand leaves the site with its silhouettes, a silhouette with its colourways."""

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from editorial.actions.unpublish_descendants import unpublish_descendants
from editorial.models import BrandPage, FeatureIndexPage, FeaturePage, ProductPage, SilhouettePage
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    """A brand with two silhouettes of two colourways each, and another brand beside it."""
    asics, nike = make.brand(), make.brand("Nike")
    for name in ("Gel-Kayano 14", "Gel-Nimbus 9"):
        shoe = make.silhouette(name, asics)
        make.product("One", shoe)
        make.product("Two", shoe)
    make.product("Three", make.silhouette("Vomero 5", nike))
    return asics


def live_titles():
    return sorted(page.title for page in Page.objects.live().filter(depth__gt=3).type(SilhouettePage, ProductPage))


def test_a_brand_takes_everything_under_it_and_nothing_else(shelf):
    shelf.unpublish()
    assert live_titles() == ["Three", "Vomero 5"]


def test_a_silhouette_takes_its_colourways_only(shelf):
    SilhouettePage.objects.get(title="Gel-Nimbus 9").unpublish()
    assert live_titles() == ["Gel-Kayano 14", "One", "Three", "Two", "Vomero 5"]


def test_an_expired_brand_takes_them_too(shelf):
    shelf.expire_at = timezone.now()
    shelf.save()
    shelf.unpublish(set_expired=True)
    assert live_titles() == ["Three", "Vomero 5"]


def test_products_give_their_style_codes_back(shelf):
    shelf.unpublish()
    assert not ProductPage.objects.filter(brand=shelf, style_key__isnull=False).exists()


def test_each_departure_is_logged_once(shelf):
    shelf.unpublish()
    entries = PageLogEntry.objects.filter(action="wagtail.unpublish").values_list("page_id", flat=True)
    assert sorted(entries) == sorted(Page.objects.filter(path__startswith=shelf.path).values_list("pk", flat=True))


def test_a_page_with_nothing_live_under_it_takes_nothing(shelf):
    assert unpublish_descendants(BrandPage.objects.get(title="Nike")) == 2
    assert unpublish_descendants(BrandPage.objects.get(title="Nike")) == 0


def test_an_index_page_that_leaves_keeps_its_stories_for_its_return():
    story = make.feature()
    FeatureIndexPage.objects.get().unpublish()
    assert FeaturePage.objects.get(pk=story.pk).live
    assert story not in FeaturePage.objects.shown()
