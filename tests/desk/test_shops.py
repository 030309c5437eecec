"""Retailers and offers in the admin."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.actions.withdraw_offers import withdraw
from editorial.actions.write_offer import Sighting, write_offer
from editorial.desk.shops.offer_filters import in_state, of_age
from editorial.models import HeldPrice, Offer, PriceObservation, Retailer
from editorial.shopping.codes import Freshness
from editorial.shopping.freshness import freshness
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return catalogue.market(default=True)


def offer_form(shop: Retailer, shoe, here, **fields) -> dict:
    values = {
        "retailer": shop.pk,
        "market": here.pk,
        "product": shoe.pk,
        "condition": "new",
        "availability": "in_stock",
        "url": f"https://{shop.allowed_hosts[0]}/shoe",
        "price": "150",
        "currency": "GBP",
        "delivery": "",
        "delivery_note": "",
        "was": "",
    }
    return values | fields


def test_an_offer_entered_by_hand_is_a_sighting(admin_client, here):
    shop, shoe = shops.retailer(home=here), catalogue.product()
    answer = admin_client.post(reverse(Offer.snippet_viewset.get_url_name("add")), offer_form(shop, shoe, here))
    assert answer.status_code == 302, answer.context["form"].errors
    made = Offer.objects.get()
    assert made.is_manual
    assert PriceObservation.objects.get().price == made.price


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "https://elsewhere.example/"},
        {"url": "javascript:alert(1)"},
        {"price": "0"},
        {"price": "1000000000000"},
        {"currency": "QQQ"},
        {"was": "100"},
    ],
)
def test_bad_input_is_an_error_on_the_form(admin_client, here, wrong):
    shop, shoe = shops.retailer(home=here), catalogue.product()
    answer = admin_client.post(
        reverse(Offer.snippet_viewset.get_url_name("add")), offer_form(shop, shoe, here, **wrong)
    )
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == set(wrong)
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?market=1",
        "?availability=in_stock",
        "?doubt=tenfold",
        "?age=ageing",
        "?money=foreign&state=over",
        "?age=x&market=x",
    ],
)
def test_offers_are_listed_narrowed_and_exported(admin_client, here, query):
    shops.offer(catalogue.product(), here)
    answer = admin_client.get(reverse(Offer.snippet_viewset.get_url_name("list")) + query)
    assert answer.status_code == 200


def change(client, offer: Offer, **fields):
    address = reverse(Offer.snippet_viewset.get_url_name("edit"), args=[offer.pk])
    return client.post(address, offer_form(offer.retailer, offer.product, offer.market, **fields), follow=True)


def test_a_price_changed_by_hand_is_observed_and_a_doubtful_one_waits(merchandiser, here):
    known = shops.offer(catalogue.product(), here, at=timezone.now() - timedelta(hours=1))
    change(merchandiser, known, price="149", url=known.url)
    assert known.observations.count() == 2
    said = change(merchandiser, known, price="1490", url=known.url).content.decode()
    assert "waits on the price board" in said
    assert Offer.objects.get().price == Decimal(149)
    HeldPrice.objects.update(decision="rejected", decided_at=timezone.now())
    said = change(merchandiser, known, price="1490", url=known.url).content.decode()
    assert "turned down before" in said


def test_whose_offer_it_is_stays(merchandiser, here):
    known = shops.offer(catalogue.product(), here)
    other = shops.retailer(home=here)
    change(merchandiser, known, retailer=other.pk, condition="used", url=known.url)
    assert (Offer.objects.get().retailer, Offer.objects.get().condition) == (known.retailer, "new")


def test_what_was_typed_is_kept_with_its_errors(merchandiser, here):
    shop, shoe = shops.retailer(home=here), catalogue.product()
    wrong = offer_form(shop, shoe, here, price="0", url="javascript:alert(1)")
    answer = merchandiser.post(reverse(Offer.snippet_viewset.get_url_name("add")), wrong)
    assert set(answer.context["form"].errors) == {"price", "url"}
    assert 'value="javascript:alert(1)"' in answer.content.decode()


def test_the_second_offer_of_the_same_shop_is_refused_in_words(merchandiser, here):
    known = shops.offer(catalogue.product(), here)
    again = offer_form(known.retailer, known.product, here, url=known.url)
    answer = merchandiser.post(reverse(Offer.snippet_viewset.get_url_name("add")), again)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert Offer.objects.count() == 1


def test_ages_are_those_that_readers_are_told(here):
    now = timezone.now()
    for hours in (6, 24, 240):
        shop = shops.retailer(home=here, cadence_hours=hours)
        for rounds in (0, 1.4, 1.5, 3.9, 4, 9):
            shoe = catalogue.product(f"Shoe {hours} {rounds}")
            shops.offer(shoe, here, shop, at=now - timedelta(hours=hours * rounds))
    for step in Freshness:
        expected = {o.pk for o in Offer.objects.all() if freshness(o.seen_at, o.retailer.cadence, now) == step}
        assert {offer.pk for offer in of_age(Offer.objects.all(), step, now)} == expected
        assert expected


def test_states(here):
    now, shoe = timezone.now(), catalogue.product()
    shown, gone, waiting = (shops.offer(shoe, here, at=now - timedelta(hours=1)) for _number in range(3))
    old = shops.offer(shoe, here, at=now - timedelta(days=61))
    hidden = shops.offer(shoe, here, was=Decimal(100))
    withdraw([gone], now)
    write_offer(waiting, Sighting(now, Decimal(1500), "GBP", "in_stock", waiting.url))
    expected = {
        "shown": {shown, waiting},
        "waiting": {waiting, hidden},
        "hidden": {hidden},
        "withdrawn": {gone},
        "over": {old},
    }
    for state, offers in expected.items():
        assert set(in_state(Offer.objects.all(), state, now)) == offers, state
