"""The demo's shops: enough of everything to show every state."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from editorial.choices import Availability, Condition, Doubt
from editorial.demo.issue import read_issue
from editorial.demo.registry import Registry
from editorial.demo.shops import load_shops
from editorial.listings.where_to_buy import where_to_buy
from editorial.models import (
    FeatureMention,
    HeldPrice,
    Market,
    Offer,
    OfferItem,
    OutboundClick,
    PriceObservation,
    ProductPage,
    Retailer,
)
from editorial.shopping.codes import Freshness, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]


def test_there_is_a_market_place():
    assert Retailer.objects.count() >= 25
    assert Offer.objects.count() >= 1000
    assert Offer.objects.values("market").distinct().count() >= 12
    oldest = PriceObservation.objects.order_by("at").first()
    assert timezone.now() - oldest.at >= timedelta(days=90)
    assert OfferItem.objects.exists()


def test_every_shop_is_invented():
    assert all(host.endswith(".example") for shop in Retailer.objects.all() for host in shop.allowed_hosts)
    for offer in Offer.objects.select_related("retailer", "market"):
        offer.clean()


def test_every_state_is_there():
    assert Offer.objects.exclude(doubt="").exists()
    assert set(Offer.objects.values_list("condition", flat=True)) == set(Condition.values)
    assert Offer.objects.filter(availability=Availability.SOLD_OUT).exists()
    assert Offer.objects.exclude(was=None).exists()
    assert {None} < set(Offer.objects.values_list("delivery", flat=True))


def test_every_step_of_the_ladder_and_every_age_can_be_seen():
    markets = Market.objects.filter(code__in=["GB", "AT", "LU", "JP", "VA", "FJ"]).select_related("region")
    steps, ages, gone = set(), set(), False
    for product in ProductPage.objects.shown().select_related("brand"):
        for market in markets:
            found = where_to_buy(product, market, timezone.now())
            steps.add(found.step)
            ages |= {row.freshness for row in found.rows}
            gone |= found.is_gone
    assert steps == set(Step)
    assert ages == set(Freshness)
    assert gone


def test_a_second_load_changes_nothing():
    before = Offer.objects.count()
    assert load_shops(read_issue().retailers, Registry()) == 0
    assert Offer.objects.count() == before


def test_the_shoe_of_the_lead_story_is_sold_where_readers_walk():
    shoe = ProductPage.objects.select_related("brand").get(url_path__endswith="/gel-kayano-14/pure-silver-navy/")
    for code in ("GB", "JP", "BR"):
        found = where_to_buy(shoe, Market.objects.get(code=code), timezone.now())
        assert found.step == Step.EXACT
        assert found.from_price


def test_every_doubt_waits_for_a_decision_and_one_offer_was_never_believed():
    waiting = HeldPrice.objects.waiting()
    assert set(waiting.values_list("doubt", flat=True)) == set(Doubt.values)
    jumps = waiting.filter(doubt=Doubt.TENFOLD)
    assert jumps.filter(price__gt=F("before")).exists()
    assert jumps.filter(price__lt=F("before")).exists()
    for held in waiting.select_related("offer"):
        assert held.before in (None, held.offer.price)
    assert Offer.objects.exclude(doubt="").exists()


def test_readers_went_to_shops_on_days_of_three_months():
    days = set(OutboundClick.objects.values_list("day", flat=True))
    assert len(days) > 60
    assert max(days) - min(days) > timedelta(days=80)
    stories = FeatureMention.objects.values("feature")
    assert OutboundClick.objects.filter(page__in=stories).values("page").distinct().count() >= 5
