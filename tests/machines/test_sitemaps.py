"""The sitemap lists what readers may open, and says truly when it changed."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from editorial.listings.features import used_topics
from editorial.listings.reach import shown_pages
from editorial.models import IndexPage, Offer, ProductPage
from editorial.syndication import sitemaps
from tests.machines.listing import entries, listed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

VIEWS = {"/glossary/", "/releases/", "/country/"}


def test_it_lists_the_live_public_pages_and_no_others(client):
    pages = {page.url for page in shown_pages().filter(depth__gt=1)}
    topics = {reverse("topic", args=[topic.slug]) for topic in used_topics()}
    assert len(pages) > 80
    assert listed(client).keys() == pages | topics | VIEWS | set(shop_pages())


def shop_pages() -> dict[str, datetime]:
    """The pages of markets with offers of their own, each with the moment its newest price was seen."""
    found: dict[str, datetime] = {}
    for offer in (
        Offer.objects.shown().filter(product__in=ProductPage.objects.shown()).select_related("market", "product")
    ):
        path = f"{offer.product.url}where-to-buy/{offer.market.slug}/"
        found[path] = max(offer.seen_at, found.get(path, offer.seen_at))
    return found


def test_shops_are_as_new_as_the_newest_price_or_the_last_to_leave(client):
    dates = listed(client)
    assert len(shop_pages()) > 100
    for path, seen in shop_pages().items():
        assert abs(dates[path] - seen) < timedelta(seconds=1), path
    [path, *_others] = [path for path in shop_pages() if path.endswith("/where-to-buy/united-kingdom/")]
    gone = Offer.objects.shown().filter(market__code="GB", product__slug=path.split("/")[3]).first()
    gone.withdrawn_at = timezone.now()
    gone.save()
    assert entries(client, "/sitemap-shops.xml")[path] >= gone.withdrawn_at.replace(microsecond=0)
    Offer.objects.filter(market__code="GB").update(doubt="tenfold")
    assert path not in entries(client, "/sitemap-shops.xml")


def test_drafts_and_unpublished_pages_are_not_in_it(client):
    hidden = Page.objects.filter(live=False)
    assert hidden
    assert not {page.url for page in hidden} & listed(client).keys()


def test_every_listed_page_answers(client):
    for section in entries(client, "/sitemap.xml"):
        first = next(iter(entries(client, section)))
        assert client.get(first).status_code == 200, first


def test_dates_are_those_of_publication(client):
    dates = listed(client)
    for page in shown_pages().filter(depth__gt=2).specific():
        if isinstance(page, IndexPage):
            assert dates[page.url] >= page.last_published_at
        else:
            assert dates[page.url] == page.last_published_at, page.url
    assert all(dates[view] is None for view in VIEWS)


def test_an_index_is_as_new_as_what_it_lists(client):
    page = sitemaps.FeaturePage.objects.shown().first()
    before = listed(client)["/features/"]
    page.save_revision().publish()
    page.refresh_from_db()
    dates = listed(client)
    assert dates["/features/"] == page.last_published_at > before
    assert dates[page.url] == page.last_published_at


def test_a_long_section_is_split(client, monkeypatch):
    monkeypatch.setattr(sitemaps.HouseSitemap, "limit", 20)
    files = entries(client, "/sitemap.xml")
    assert "/sitemap-products.xml?p=2" in files
    assert len(entries(client, "/sitemap-products.xml")) == 20
    assert len(listed(client)) > 80


@pytest.mark.parametrize(
    "address", ["/sitemap-nothing.xml", "/sitemap-products.xml?p=99", "/sitemap-products.xml?p=x", "/sitemap-.xml"]
)
def test_what_is_no_file_of_it_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_it_is_no_search_result_itself(client):
    for address in ("/sitemap.xml", "/sitemap-features.xml"):
        response = client.get(address)
        assert response["X-Robots-Tag"] == "noindex"
        assert "public" in response["Cache-Control"]
        assert not response.cookies
