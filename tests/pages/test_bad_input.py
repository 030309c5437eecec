"""Whatever a reader types or a crawler makes up, the magazine answers in its own clothes."""

import pytest
from django.utils.http import urlencode

from tests.factories import catalogue as make
from tests.support.html import Document

pytestmark = pytest.mark.django_db

LISTS = ("/features/", "/collaborations/", "/people/", "/partners/", "/releases/", "/search/", "/topics/silhouettes/")
MALFORMED = ("0", "-1", "x", "1.5", "99999999999999999999", "1\x00", "'; drop table", "１", "2", " ")


@pytest.fixture(autouse=True)
def content():
    make.topic()
    make.product()


@pytest.mark.parametrize("address", [*LISTS, "/asics/", "/asics/gel-kayano-14/"])
@pytest.mark.parametrize("page", MALFORMED)
def test_a_page_number_of_no_page_is_not_found(client, address, page):
    response = client.get(f"{address}?{urlencode({'page': page})}")
    assert response.status_code == 404
    assert Document(response).text_of("h1") == "Not on the shelf"


@pytest.mark.parametrize("address", [*LISTS, "/asics/", "/asics/gel-kayano-14/"])
def test_no_page_number_means_the_first_page(client, address):
    for query in ("", "?page=", "?page=1", "?utm_source=x"):
        response = client.get(address + query)
        assert response.status_code == 200, query


SEARCHES = (
    "\x00",
    "a\x00b",
    "'",
    '"',
    '"unbalanced',
    "a'():*",
    "* OR 1=1",
    "AND OR NOT",
    "NEAR(a b)",
    "title:gel",
    "-gel",
    "%",
    "%s %d",
    "\\",
    "{}",
    "^gel",
    "gel*",
    "ゲル",
    "👟",
    "é́́́",
    "a" * 10_000,
    "kayano " * 1500,
    "<script>alert(1)</script>",
)


@pytest.mark.parametrize("typed", SEARCHES, ids=range(len(SEARCHES)))
def test_any_search_is_answered(client, typed):
    for kind in ("", "stories", "\x00", "nonsense"):
        response = client.get("/search/", {"q": typed, "kind": kind})
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()


def test_a_search_of_ten_thousand_characters_says_that_it_was_cut(client):
    page = Document(client.get("/search/", {"q": "kayano " * 1500}))
    assert "more than 200 characters" in page.text_of(".opening")
    assert len(page.select_one("#q")["value"]) <= 200


def test_a_search_that_finds_nothing_says_what_to_try(client):
    page = Document(client.get("/search/", {"q": "zzzz"}))
    assert "Nothing for “zzzz”" in page.text_of(".empty")
    assert page.select_one('.empty a[href="/#brands"]')


def test_an_unknown_country_is_answered_with_those_we_know(client):
    make.market(default=True)
    for market in ("atlantis", "\x00", "' OR 1=1", "x" * 500):
        response = client.get("/country/", {"market": market})
        assert response.status_code == 404
        page = Document(response)
        assert "We do not know that country" in page.text_of(".opening")
        assert page.select_one('[data-market="GB"]')


@pytest.mark.parametrize("name", ["year", "partner", "silhouette"])
@pytest.mark.parametrize("value", ["\x00", "'", "nobody", "99999", "x" * 1000])
def test_a_timeline_nobody_is_on_says_so(client, name, value):
    make.collaboration()
    page = Document(client.get("/collaborations/", {name: value}))
    assert page.select_one(".empty a[href='/collaborations/']")
    assert page.meta("robots") == "noindex, follow"


@pytest.mark.parametrize("address", ["/topics/nowhere/", "/topics/", "/topics/é/", "/asics/é/", "/asics//", "/%00/"])
def test_an_address_with_rubbish_in_it_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/search/", "/glossary/", "/releases/", "/country/", "/topics/silhouettes/"])
def test_pages_are_read_and_not_written_to(client, address):
    assert client.post(address, {"q": "gel"}).status_code in {403, 405}
    assert client.head(address).status_code == 200
