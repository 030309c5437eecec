"""Prices that raise a doubt wait beside the offer; somebody decides, and it is kept who."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import ModelLogEntry

from editorial.actions.decide_prices import accept, reject, reopen
from editorial.actions.withdraw_offers import bring_back, withdraw
from editorial.actions.write_offer import Outcome, Sighting, write_offer, write_offers
from editorial.choices import Availability, Decision, Doubt
from editorial.models import HeldPrice, Offer, PriceObservation
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def known(here):
    """An offer of £150, seen an hour ago."""
    return shops.offer(catalogue.product(), here, at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def judge(db):
    return User.objects.create_user("judge")


def sighting(offer: Offer, price: str = "150", **fields) -> Sighting:
    values = {
        "at": timezone.now(),
        "price": Decimal(price),
        "currency": "GBP",
        "availability": Availability.IN_STOCK,
        "url": offer.url,
    } | fields
    return Sighting(**values)


def again(offer: Offer) -> Offer:
    return Offer.objects.get(pk=offer.pk)


def waiting(offer: Offer) -> HeldPrice:
    return HeldPrice.objects.waiting().get(offer=offer)


@pytest.mark.parametrize(
    ("seen", "doubt"),
    [
        ({"price": "1500"}, Doubt.TENFOLD),
        ({"price": "15"}, Doubt.TENFOLD),
        ({"currency": "EUR"}, Doubt.CURRENCY),
        ({"was": Decimal(150)}, Doubt.WAS_BELOW_NOW),
        ({"was": Decimal(120)}, Doubt.WAS_BELOW_NOW),
    ],
)
def test_a_doubtful_price_waits_while_the_offer_goes_on_growing_older(known, seen, doubt):
    assert not write_offer(known, sighting(known, **seen))
    shown = Offer.objects.shown().get()
    assert (shown.price, shown.currency, shown.was, shown.doubt) == (Decimal(150), "GBP", None, "")
    assert timezone.now() - shown.seen_at > timedelta(minutes=59)
    assert known.observations.count() == 1
    held = waiting(known)
    assert (held.doubt, held.before, held.before_currency) == (doubt, Decimal(150), "GBP")


def test_an_accepted_price_is_the_offers_from_the_moment_it_was_seen(known, judge):
    write_offer(known, sighting(known, "1500"))
    held = waiting(known)
    now = timezone.now()
    assert accept([held.pk], judge, now).done == 1
    assert (again(known).price, again(known).seen_at) == (Decimal(1500), held.seen_at)
    assert known.observations.latest("at").price == Decimal(1500)
    held.refresh_from_db()
    assert (held.decision, held.decided_by, held.decided_at) == (Decision.ACCEPTED, judge, now)
    entry = ModelLogEntry.objects.for_instance(known).get()
    assert (entry.user, entry.action, entry.data["price"]) == (judge, "editorial.price.accept", "1500.000 GBP")


def test_a_rejected_price_is_not_asked_again(known, judge):
    write_offer(known, sighting(known, "1500"))
    assert reject([waiting(known).pk], judge, timezone.now()).done == 1
    assert (again(known).price, again(known).seen_at) == (known.price, known.seen_at)
    assert write_offers([(again(known), sighting(known, "1500"))]) == [Outcome.KNOWN]
    assert not HeldPrice.objects.waiting().exists()
    assert write_offers([(again(known), sighting(known, "1600"))]) == [Outcome.HELD]
    assert ModelLogEntry.objects.for_instance(known).get().action == "editorial.price.reject"


def test_a_former_price_that_was_accepted_once_is_neither_shown_nor_asked_again(known, judge):
    odd = sighting(known, "140", was=Decimal(140))
    write_offer(known, odd)
    accept([waiting(known).pk], judge, timezone.now())
    assert (again(known).price, again(known).was) == (Decimal(140), None)
    assert write_offer(again(known), sighting(known, "140", was=Decimal(140)))


def test_a_rejection_can_be_taken_back(known, judge):
    write_offer(known, sighting(known, "1500"))
    held = waiting(known)
    reject([held.pk], judge, timezone.now())
    assert reopen([held.pk], judge).done == 1
    accept([held.pk], judge, timezone.now())
    assert again(known).price == Decimal(1500)


def test_what_was_seen_since_is_not_asked_again(known, judge):
    write_offer(known, sighting(known, "1500"))
    held = waiting(known)
    reject([held.pk], judge, timezone.now())
    write_offer(again(known), sighting(known, "140"))
    assert reopen([held.pk], judge).missed == 1


def test_the_same_sighting_twice_is_one_question_and_another_takes_its_place(known):
    write_offer(known, sighting(known, "1500"))
    first = waiting(known)
    write_offer(again(known), sighting(known, "1500"))
    assert waiting(known).pk == first.pk
    assert waiting(known).seen_at > first.seen_at
    write_offer(again(known), sighting(known, "1700"))
    assert waiting(known).price == Decimal(1700)


def test_a_plain_sighting_answers_the_question(known, judge):
    write_offer(known, sighting(known, "1500"))
    stale = waiting(known).pk
    write_offer(again(known), sighting(known, "149"))
    assert not HeldPrice.objects.exists()
    assert accept([stale], judge, timezone.now()).missed == 1
    assert again(known).price == Decimal(149)


def test_a_first_price_in_doubt_hides_the_offer_until_it_is_accepted(here, judge):
    made = shops.offer(catalogue.product(), here, was=Decimal(100))
    assert made.doubt == Doubt.WAS_BELOW_NOW
    assert not Offer.objects.shown().exists()
    assert not PriceObservation.objects.exists()
    reject([waiting(made).pk], judge, timezone.now())
    assert again(made).withdrawn_at
    assert bring_back([made], judge) == (0, [made])
    reopen([HeldPrice.objects.get().pk], judge)
    accept([waiting(made).pk], judge, timezone.now())
    assert Offer.objects.shown().get() == made
    assert PriceObservation.objects.get().price == made.price


def test_nothing_is_accepted_that_leads_elsewhere(known, judge):
    write_offer(known, sighting(known, "1500"))
    known.retailer.offers.update(withdrawn_at=timezone.now())
    type(known.retailer).objects.update(hosts="other.example")
    assert accept([waiting(known).pk], judge, timezone.now()).missed == 1
    assert bring_back([known], judge) == (0, [known])


def test_an_offer_withdrawn_since_stays_withdrawn(known, judge):
    write_offer(known, sighting(known, "1500"))
    withdraw([known], timezone.now(), judge)
    accept([waiting(known).pk], judge, timezone.now())
    assert again(known).withdrawn_at


def test_withdrawing_and_bringing_back_are_no_sightings(known, judge):
    before = again(known).seen_at
    assert withdraw([known], timezone.now(), judge) == 1
    assert withdraw([known], timezone.now(), judge) == 0
    assert not Offer.objects.shown().exists()
    assert bring_back([known], judge) == (1, [])
    assert Offer.objects.shown().get().seen_at == before
    actions = ModelLogEntry.objects.for_instance(known).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["editorial.offer.withdraw", "editorial.offer.bring_back"]


def test_many_decisions_are_few_queries(here, judge, django_assert_max_num_queries):
    shoe, made = catalogue.product(), []
    for _number in range(12):
        made.append(shops.offer(shoe, here, at=timezone.now() - timedelta(hours=1)))
    write_offers([(offer, sighting(offer, "1500")) for offer in made])
    ids = list(HeldPrice.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(12):
        assert accept(ids, judge, timezone.now()).done == 12
    with django_assert_max_num_queries(8):
        write_offers([(offer, sighting(offer, "1400")) for offer in Offer.objects.select_related("retailer")])
