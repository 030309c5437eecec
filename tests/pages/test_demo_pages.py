"""Every public page of the demo issue, read as a browser reads it."""

from itertools import pairwise
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from wagtail.models import Page

from tests.support.html import Document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

# Files, feeds, pictures, ways out and the shops of each market have tests of their own.
NOT_PAGES = ("/static/", "/media/", "/images/", "/documents/", "/feed", "/admin/", "/sitemap", "/go/", "/releases.ics")


def is_left_out(link: str) -> bool:
    return link.startswith(NOT_PAGES) or "/where-to-buy/" in link or link.startswith("/country/?")


@pytest.fixture(scope="module")
def crawled(demo_site, django_db_blocker):
    """Every page that links lead to from the front page, by address."""
    from django.test import Client

    client = Client()
    found: dict[str, Document] = {}
    waiting = ["/"]
    with django_db_blocker.unblock():
        while waiting:
            address = waiting.pop()
            if address in found:
                continue
            response = client.get(address)
            assert response.status_code == 200, address
            assert not response.cookies, address
            assert "cookie" not in response.get("Vary", "").lower(), address
            found[address] = Document(response)
            links = (urldefrag(urljoin(address, link))[0] for link in found[address].links())
            waiting += [link for link in links if link.startswith("/") and not is_left_out(link)]
    return found


def test_every_page_has_one_heading_a_title_and_a_description(crawled):
    assert len(crawled) > 80
    for address, page in crawled.items():
        assert len(page.select("h1")) == 1, address
        assert page.text_of("h1"), address
        assert "SPORTSHOWROOM" in page.text_of("title"), address
        assert page.meta("description"), address


def test_links_lead_from_the_front_page_to_every_page_there_is(crawled):
    live = {urlsplit(page.full_url).path for page in Page.objects.live().public().filter(depth__gt=1)}
    assert len(live) > 80
    assert live - crawled.keys() == set()


def test_no_page_uses_an_id_twice(crawled):
    assert {address: page.duplicate_ids() for address, page in crawled.items() if page.duplicate_ids()} == {}


def test_every_anchor_that_is_linked_is_there(crawled):
    missing = set()
    for address, page in crawled.items():
        for link in page.links():
            target, anchor = urldefrag(urljoin(address, link))
            if anchor and target in crawled and not crawled[target].find(id=anchor):
                missing.add((address, link))
    assert missing == set()


def test_headings_step_down_one_level_at_a_time(crawled):
    for address, page in crawled.items():
        levels = [int(heading.name[1]) for heading in page.select("main h1, main h2, main h3, main h4, main h5")]
        for before, after in pairwise(levels):
            assert after <= before + 1, f"{address}: h{before} is followed by h{after}"


def test_every_picture_says_its_size_and_what_it_shows(crawled):
    for address, page in crawled.items():
        for picture in page.select("img"):
            assert picture["width"], address
            assert picture["height"], address
            assert picture.has_attr("alt"), address


def test_every_breadcrumb_starts_at_the_front_page_and_ends_here(crawled):
    trails = {address: page.select_one(".breadcrumb") for address, page in crawled.items()}
    for address, trail in trails.items():
        if trail:
            assert trail.select_one("li a")["href"] == "/", address
            assert trail.select("li")[-1]["aria-current"] == "page", address
    assert "/asics/gel-kayano-14/" in trails
    steps = [step.get_text(strip=True) for step in trails["/asics/gel-kayano-14/"].select("li")]
    assert steps == ["SPORTSHOWROOM", "ASICS", "Gel-Kayano 14"]
