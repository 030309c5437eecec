"""What the tables refuse, and what writing an offer remembers."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from editorial.actions.write_offer import Sighting, write_offer
from editorial.choices import Availability, Condition, Doubt
from editorial.models import AffiliateTerms, Offer, OfferItem
from editorial.shopping import codes
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def known(here):
    """An offer of £150."""
    return shops.offer(catalogue.product(), here)


def sighting(offer: Offer, price: str = "150", **fields) -> Sighting:
    values = {
        "at": timezone.now(),
        "price": Decimal(price),
        "currency": "GBP",
        "availability": Availability.IN_STOCK,
        "url": offer.url,
    } | fields
    return Sighting(**values)


def test_the_words_of_the_models_are_those_of_the_pure_room():
    for labelled, plain in (
        (Availability, codes.Availability),
        (Condition, codes.Condition),
        (Doubt, codes.Doubt),
    ):
        assert labelled.values == [code.value for code in plain]


@pytest.mark.parametrize(
    "wrong",
    [
        {"price": 0},
        {"price": -1},
        {"currency": "QQQ"},
        {"currency": "gbp"},
        {"url": "javascript:alert(1)"},
        {"url": "http://shop.example/"},
        {"delivery": -1},
        {"was": 100, "was_seen_at": None},
        {"condition": "stolen"},
        {"availability": "perhaps"},
    ],
)
def test_the_database_refuses_wrong_states(known, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=known.pk).update(**wrong)


def test_one_offer_for_each_retailer_product_market_and_condition(known):
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        shops.offer(known.product, known.market, known.retailer)
    assert shops.offer(known.product, known.market, known.retailer, condition=Condition.USED).pk


def test_one_item_for_each_size(known):
    shops.size(known, "42")
    with pytest.raises(IntegrityError), transaction.atomic():
        shops.size(known, "42")
    with pytest.raises(IntegrityError), transaction.atomic():
        OfferItem.objects.create(offer=known, system="EU", size="", availability="in_stock")


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/shoe",
        "javascript:alert(1)",
        "https://user:secret@shop.example/",
        "http://shop.example/",
        "https://shop.example.evil.example/",
    ],
)
def test_an_address_that_is_not_the_shops_is_never_written(known, url):
    with pytest.raises(ValidationError, match=r"address|leads"):
        write_offer(known, sighting(known, url=url))
    assert Offer.objects.get(pk=known.pk).url == known.retailer.offers.get().url != url


@pytest.mark.parametrize("price", ["0", "-5", "1000000000000", "1000000000", "NaN"])
def test_a_price_out_of_bounds_is_refused_and_nothing_changes(known, price):
    with pytest.raises(ValidationError):
        write_offer(known, sighting(known, price))
    assert Offer.objects.get(pk=known.pk).price == Decimal(150)
    assert known.observations.count() == 1


def test_only_a_change_is_observed(known):
    for price in ("150", "150.00", "140", "140", "150"):
        assert write_offer(known, sighting(known, price))
    prices = list(known.observations.order_by("at").values_list("price", flat=True))
    assert prices == [Decimal(150), Decimal(140), Decimal(150)]


def test_a_currency_that_the_market_does_not_use_is_allowed(here):
    made = shops.offer(catalogue.product(), here, currency="EUR")
    assert Offer.objects.shown().get() == made


def test_a_former_price_keeps_the_day_on_which_the_shop_named_it(known):
    first = timezone.now() - timedelta(days=3)
    write_offer(known, sighting(known, at=first, was=Decimal(180)))
    write_offer(known, sighting(known, was=Decimal(180)))
    assert known.was_seen_at == first
    write_offer(known, sighting(known))
    assert (known.was, known.was_seen_at) == (None, None)


def test_hosts_are_hosts(here):
    shop = shops.retailer(home=here, hosts="Parade.example\n www.parade.example ")
    shop.full_clean()
    assert shop.hosts == "parade.example\nwww.parade.example"
    for wrong in ("https://parade.example", "parade", " "):
        shop.hosts = wrong
        with pytest.raises(ValidationError):
            shop.full_clean()


def test_a_shop_has_one_set_of_terms_for_a_market_and_one_for_the_rest(here):
    shop = shops.retailer(home=here)
    shops.terms(shop)
    shops.terms(shop, where=here)
    for where in (here, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            AffiliateTerms.objects.create(retailer=shop, market=where, template="tag=2")
    with pytest.raises(ValidationError):
        shops.terms(shops.retailer(home=here), "u={secret}")
