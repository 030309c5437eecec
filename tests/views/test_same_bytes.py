"""One address, one page: whatever cookies a reader sends. And no shop link before the notice, on any page."""

import re

import pytest

from editorial.models import ProductPage
from tests.support.public_pages import PUBLIC_PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

COOKIES = {"market": "JP", "csrftoken": "x" * 32, "consent": "yes", "size": "27", "_ga": "GA1.1.1", "market2": "\u00e9"}
SHOE = "/asics/gel-kayano-14/pure-silver-navy/"
FILES = ("/feed.xml", "/sitemap.xml", "/sitemap-shops.xml", "/releases.ics", "/robots.txt")


def addresses() -> list[str]:
    pk = ProductPage.objects.get(slug="pure-silver-navy", silhouette__slug="gel-kayano-14").pk
    steps = [f"{SHOE}where-to-buy/{slug}/" for slug in ("united-kingdom", "tunisia", "iceland", "peru")]
    return [*PUBLIC_PAGES.values(), *FILES, *steps, f"/country/?for={pk}", f"/prices/jp/{pk}.json"]


def test_the_bytes_of_every_page_are_the_same_whatever_cookies_are_sent(client):
    for address in addresses():
        client.cookies.clear()
        plain = client.get(address)
        for name, value in COOKIES.items():
            client.cookies[name] = value
        sent = client.get(address)
        assert sent.content == plain.content, address
        assert sent.headers == plain.headers, address
        assert not sent.cookies, address
        assert "cookie" not in sent.get("Vary", "").lower(), address


def test_the_notice_stands_before_the_first_shop_link_of_every_page_that_has_one(client):
    met = 0
    for address in addresses():
        html = client.get(address).content.decode()
        first = re.search(r'href="/go/', html)
        if first and "<html" in html:
            met += 1
            assert 0 < html.index('class="disclosure"') < first.start(), address
            links = re.findall(r"<a [^>]*/go/[^>]*>", html)
            assert all('rel="sponsored noopener"' in link for link in links), address
        elif "<html" in html:
            assert 'class="disclosure"' not in html, address
    assert met >= 4
