"""Retailers and offers in the admin."""

import pytest
from django.urls import reverse

from editorial.models import Offer, PriceObservation, Retailer
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


@pytest.mark.parametrize("query", ["", "?market=1", "?availability=in_stock", "?doubt=tenfold", "?export=csv"])
def test_offers_are_listed_narrowed_and_exported(admin_client, here, query):
    shops.offer(catalogue.product(), here)
    answer = admin_client.get(reverse(Offer.snippet_viewset.get_url_name("list")) + query)
    assert answer.status_code == 200
