"""The way out: where it leads, what it counts, and what it tells nobody."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from editorial.actions.guard_tables import lift_guards
from editorial.actions.withdraw_offers import withdraw
from editorial.models import Offer, OutboundClick
from editorial.models.clicks import NO_MARKET, NO_PAGE
from tests.factories import catalogue, shops
from tests.support.queries import queries

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def known(here):
    return shops.offer(catalogue.product(), here)


def reader(**headers) -> Client:
    return Client(headers={"user-agent": BROWSER} | headers)


def counted() -> int:
    return sum(OutboundClick.objects.values_list("clicks", flat=True))


def go(offer: Offer, query: str = "", client: Client | None = None, **kwargs):
    return (client or reader()).get(f"/go/{offer.public_id}/{query}", **kwargs)


def test_a_reader_is_sent_to_the_address_of_the_offer(known):
    answer = go(known)
    assert (answer.status_code, answer["Location"]) == (302, known.url)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "strict-origin"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_terms_of_the_market_go_before_those_for_all_others(known, here):
    shops.terms(known.retailer, "tag=all&sub={offer}")
    assert go(known)["Location"] == f"{known.url}?tag=all&sub={known.public_id}"
    shops.terms(known.retailer, "https://click.example/c?m={market}&u={url}", where=here)
    away = urlsplit(go(known)["Location"])
    assert (away.netloc, away.query.split("&")[0]) == ("click.example", "m=GB")


@pytest.mark.parametrize("query", ["?url=https://evil.example/", "?from=https://evil.example/", "?next=//evil.example"])
def test_nothing_in_the_request_chooses_where_it_leads(known, query):
    shops.terms(known.retailer, "tag={page}")
    assert go(known, query)["Location"] == f"{known.url}?tag=0"
    assert go(known, HTTP_HOST="evil.example")["Location"] == f"{known.url}?tag=0"


def test_a_click_is_counted_once_for_offer_page_market_and_day(known):
    story = catalogue.feature()
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3"):
        go(known, f"?from={story.pk}&in=GB", REMOTE_ADDR=address)
    row = OutboundClick.objects.get()
    assert (row.offer, row.page, row.market, row.day, row.clicks) == (known, story.pk, "GB", timezone.localdate(), 3)


@pytest.mark.parametrize("value", ["", "0", "-1", "1e3", "٣", "9" * 30, "999999", "https://evil.example", "1 OR 1=1"])
def test_a_page_that_is_none_counts_as_unknown(known, value):
    assert go(known, f"?from={value}&in=XX").status_code == 302
    row = OutboundClick.objects.get()
    assert (row.page, row.market) == (NO_PAGE, NO_MARKET)


def test_an_unpublished_page_counts_as_unknown(known):
    draft = catalogue.feature(live=False)
    go(known, f"?from={draft.pk}")
    assert OutboundClick.objects.get().page == NO_PAGE


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-purpose": "prefetch"},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x-moz": "prefetch"},
        {"user-agent": "Googlebot/2.1 (+http://www.google.com/bot.html)"},
        {"user-agent": ""},
    ],
)
def test_who_is_no_reader_gets_there_uncounted(known, headers):
    assert go(known, client=reader(**headers))["Location"] == known.url
    assert reader().head(f"/go/{known.public_id}/")["Location"] == known.url
    assert counted() == 0


def test_an_offer_that_is_gone_leads_to_the_product_with_a_notice(known):
    withdraw([known], timezone.now())
    answer = go(known)
    assert answer["Location"] == f"{known.product.get_url()}#offer-gone"
    assert counted() == 0
    assert b'id="offer-gone"' in reader().get(known.product.get_url()).content


@pytest.mark.parametrize("change", [{"doubt": "tenfold"}, {"seen_at": timezone.now() - timedelta(days=61)}])
def test_an_offer_held_back_or_expired_sends_nobody_away(known, change):
    Offer.objects.filter(pk=known.pk).update(**change)
    assert go(known)["Location"] == f"{known.product.get_url()}#offer-gone"
    assert known.url.encode() not in reader().get(known.product.get_url()).content


def test_an_address_that_got_past_the_database_sends_nobody_away(known):
    lift_guards(connection.alias)
    Offer.objects.filter(pk=known.pk).update(url="https://elsewhere.example/shoe")
    assert go(known)["Location"] == f"{known.product.get_url()}#offer-gone"


def test_a_shop_that_is_switched_off_sends_nobody_away(known):
    known.retailer.is_active = False
    known.retailer.save()
    assert go(known)["Location"].endswith("#offer-gone")


@pytest.mark.parametrize("name", ["rubbish", "%00", "..%2f", "' OR 1=1 --", "a" * 500, "https:%2f%2fevil.example"])
def test_an_unknown_offer_leads_back_to_where_the_reader_was(known, name):
    story = catalogue.feature()
    answer = reader().get(f"/go/{name}/?from={story.pk}")
    if answer.status_code == 302:
        assert answer["Location"] == f"{story.get_url()}#offer-gone"
        assert reader().get(f"/go/{name}/")["Location"] == "/search/#offer-gone"
    else:
        assert answer.status_code == 404


def test_going_costs_one_question_and_one_upsert(known):
    story = catalogue.feature()
    with queries() as asked:
        go(known, f"?from={story.pk}")
    # A connection that never met the question before is told it first.
    asked = [sql for sql in asked if not sql.startswith("PREPARE")]
    assert len(asked) == 2, asked
    assert asked[0].startswith(("SELECT", "EXECUTE way_out"))
    assert "ON CONFLICT" in asked[1]
