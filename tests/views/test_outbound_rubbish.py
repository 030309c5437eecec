"""Whatever a request holds: a reader is sent where the offer points, or back to a page of ours, and nowhere else."""

from urllib.parse import quote, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.listings.reach import shown_pages
from editorial.models import Market, OutboundClick
from editorial.models.clicks import NO_MARKET, NO_PAGE
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db
# The database is the same for all examples: what one wrote does not matter to the next.
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
evil = st.sampled_from(
    ["https://evil.example/", "//evil.example", "evil.example", "javascript:alert(1)", "\\\\evil.example"]
)
rubbish = st.text(max_size=40) | evil | st.integers().map(str)
asked = st.dictionaries(
    st.sampled_from(["from", "in", "url", "u", "next", "to", "host"]) | st.text(max_size=8), rubbish
)
headers = st.fixed_dictionaries(
    {},
    optional={"host": st.just("evil.example")}
    | {
        name: st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40) | evil
        for name in ("referer", "x-forwarded-host", "x-forwarded-for", "user-agent", "sec-purpose", "forwarded")
    },
)


@pytest.fixture
def known():
    offer = shops.offer(catalogue.product(), catalogue.market(default=True))
    shops.terms(offer.retailer, "tag={page}-{market}")
    return offer


@few
@given(query=asked, sent=headers)
def test_nothing_in_a_request_chooses_where_it_leads(known, query, sent):
    answer = Client(headers=sent).get(f"/go/{known.public_id}/", query_params=query)
    assert answer.status_code == 302
    page = query.get("from", "")
    is_page = page.isascii() and page.isdigit() and shown_pages().filter(pk=int(page)).exists()
    assert answer["Location"] == f"{known.url}?tag={int(page) if is_page else NO_PAGE}-{known.market.code}"
    assert not answer.cookies
    pages = {NO_PAGE, *shown_pages().values_list("pk", flat=True)}
    markets = {NO_MARKET, *Market.objects.values_list("code", flat=True)}
    assert {(row.page in pages, row.market in markets) for row in OutboundClick.objects.all()} <= {(True, True)}


@few
@given(name=st.text(min_size=1, max_size=30) | evil, query=asked)
def test_an_id_of_rubbish_leads_to_a_page_of_ours(known, name, query):
    answer = Client().get(f"/go/{quote(name, safe='')}/", query_params=query)
    assert answer.status_code in {301, 302, 404}
    if answer.status_code == 302:
        address = urlsplit(answer["Location"])
        assert (address.scheme, address.netloc) == ("", "")
        assert address.path.startswith("/")
        assert not address.path.startswith("//")
        assert address.fragment == "offer-gone"
    assert not OutboundClick.objects.exists()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_only_readers_go_out(known, method):
    assert getattr(Client(), method)(f"/go/{known.public_id}/").status_code == 405


def test_robots_are_asked_to_stay_away():
    assert "Disallow: /go/" in Client().get("/robots.txt").content.decode().splitlines()
