"""The head of every page: what it is called, where it lives, how it looks on a card."""

import pytest
from django.conf import settings

from editorial.models import FeaturePage
from tests.support.html import Document

pytestmark = pytest.mark.django_db

BASE = settings.WAGTAILADMIN_BASE_URL


def canonical(page: Document) -> str:
    """The canonical address; there must be just one."""
    [link] = page.select('link[rel="canonical"]')
    return link["href"]


def test_every_page_says_what_it_is_and_where_it_lives(public_pages):
    for path, page in public_pages.items():
        assert canonical(page) == BASE + path
        assert len(page.select("title")) == 1
        assert len(page.select('meta[name="description"]')) == 1
        assert page.meta("description").strip(), path
        assert page.meta("robots") == "max-image-preview:large", path


def test_no_two_pages_have_the_same_title(public_pages):
    titles = [page.text_of("title") for page in public_pages.values()]
    assert sorted(titles) == sorted(set(titles))


def test_every_page_makes_a_card(public_pages):
    for path, page in public_pages.items():
        assert page.meta("og:title"), path
        assert page.meta("og:url") == BASE + path
        assert page.meta("og:type") in {"website", "article", "profile"}
        assert page.meta("og:site_name") == "SPORTSHOWROOM"
        assert page.meta("og:locale") == "en_GB"
        assert page.meta("og:description") == page.meta("description")
        assert page.meta("og:image").startswith(f"{BASE}/"), path
        assert page.meta("og:image:alt"), path
        width, height = int(page.meta("og:image:width")), int(page.meta("og:image:height"))
        assert width / height == pytest.approx(1200 / 630, rel=0.01), path
        assert page.meta("twitter:card") == "summary_large_image"


def test_the_picture_of_a_card_is_served(client, public_pages):
    story = FeaturePage.objects.shown().get(slug="gel-kayano-14")
    response = client.get(public_pages[story.url].meta("og:image").removeprefix(BASE))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")


def test_a_story_names_its_authors_dates_and_topic(public_pages):
    story = FeaturePage.objects.shown().get(slug="gel-kayano-14")
    page = public_pages[story.url]
    assert page.meta("og:type") == "article"
    assert page.meta("article:published_time") in {time["datetime"] for time in page.select(".byline time")}
    assert page.meta("article:section") == story.topic.title
    authors = [tag["content"] for tag in page.select('meta[property="article:author"]')]
    assert authors
    assert all(author.startswith(f"{BASE}/people/") for author in authors)
    assert [tag["content"] for tag in page.select('meta[property="article:tag"]')] == ["ASICS", "Gel-Kayano 14"]


@pytest.mark.parametrize(
    "address",
    [
        "/search/",
        "/search/?q=gel",
        "/collaborations/?year=2024",
        "/collaborations/?partner=jjjjound",
        "/releases/?market=united-kingdom",
        "/country/?market=united-kingdom",
    ],
)
def test_searches_and_narrowed_lists_are_not_listed(client, demo_site, address):
    page = Document(client.get(address))
    assert page.meta("robots") == "noindex, follow"
    assert canonical(page) == BASE + address.split("?")[0]


def test_a_page_that_is_not_there_is_not_listed(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert Document(response).meta("robots") == "noindex"


def test_what_was_searched_for_is_escaped_once(client):
    page = Document(client.get("/search/", {"q": 'a "b" <c>'}))
    assert page.text_of("title") == 'Search: a "b" <c> | SPORTSHOWROOM'
    assert page.meta("og:title") == 'Search: a "b" <c>'
