"""Shoes in the graph: what shops ask, in one currency, as the page prints it; nothing that only a shop may claim."""

import json
from decimal import Decimal

import pytest
from django.conf import settings

from editorial.choices import Availability, Condition
from editorial.structured_data.products import plain
from tests.factories import catalogue, shops
from tests.support.html import Document

pytestmark = pytest.mark.django_db

BASE = settings.WAGTAILADMIN_BASE_URL
# What makes a page a shop's own to search engines.
SHOPS_ONLY = ("seller", "shippingDetails", "hasMerchantReturnPolicy", "priceSpecification", "priceValidUntil", "review")


@pytest.fixture
def shoe():
    return catalogue.product()


@pytest.fixture
def here():
    return catalogue.market(default=True)


def test_a_product_says_the_range_of_its_default_market(client, nodes, shoe, here):
    shops.offer(shoe, here, price="129.50")
    shops.offer(shoe, here, price="150")
    shops.offer(shoe, here, price="90", condition=Condition.USED)
    shops.offer(shoe, here, price="80", currency="EUR")
    shops.offer(shoe, here, price="70", availability=Availability.SOLD_OUT)
    page = Document(client.get(shoe.get_url()))
    found = nodes(page)["Product"]
    assert found["@id"] == f"{BASE}{shoe.get_url()}#product"
    assert (found["mpn"], found["brand"]["name"]) == (shoe.style_code, shoe.brand.title)
    assert found["offers"] == {
        "@type": "AggregateOffer",
        "lowPrice": "129.5",
        "highPrice": "150",
        "priceCurrency": "GBP",
        "offerCount": 2,
        "availability": "https://schema.org/InStock",
        "itemCondition": "https://schema.org/NewCondition",
    }
    assert "£129.50" in page.text_of(".product-price")
    assert "£150" in page.text_of(".offers")


def test_the_page_of_a_market_says_that_markets_own(client, nodes, shoe, here):
    japan = catalogue.market("Japan", "JP", currency="JPY", locale="ja_JP", time_zone="Asia/Tokyo")
    shops.offer(shoe, here, price="129")
    shops.offer(shoe, japan, price="19800")
    found = nodes(Document(client.get(f"{shoe.get_url()}where-to-buy/japan/")))
    assert (found["Product"]["offers"]["lowPrice"], found["Product"]["offers"]["priceCurrency"]) == ("19800", "JPY")
    assert found["WebPage"]["mainEntity"]["@id"] == f"{BASE}{shoe.get_url()}#product"


def test_without_a_price_that_may_be_named_no_offer_is_claimed(client, nodes, shoe, here):
    shops.offer(shoe, here, availability=Availability.SOLD_OUT)
    assert "offers" not in nodes(Document(client.get(shoe.get_url())))["Product"]


def test_a_silhouette_is_the_group_of_its_colourways(client, nodes, shoe):
    other = catalogue.product("Cream / Black", parent=shoe.silhouette)
    found = nodes(Document(client.get(shoe.silhouette.get_url())))["ProductGroup"]
    assert found["variesBy"] == ["https://schema.org/color"]
    assert {variant["url"] for variant in found["hasVariant"]} == {BASE + shoe.get_url(), BASE + other.get_url()}
    assert nodes(Document(client.get(shoe.get_url())))["Product"]["isVariantOf"]["@id"] == found["@id"]


def test_nothing_is_claimed_that_only_a_shop_may(client, shoe, here):
    shops.offer(shoe, here)
    for address in (shoe.get_url(), f"{shoe.get_url()}where-to-buy/united-kingdom/", shoe.silhouette.get_url()):
        script = Document(client.get(address)).select_one('script[type="application/ld+json"]').string
        assert not [word for word in SHOPS_ONLY if f'"{word}"' in script]
        assert '"Offer"' not in script
        assert json.loads(script)


@pytest.mark.parametrize(
    ("amount", "said"), [("129.500", "129.5"), ("19800", "19800"), ("1E+3", "1000"), ("0.001", "0.001")]
)
def test_amounts_are_digits_and_a_point(amount, said):
    assert plain(Decimal(amount)) == said
