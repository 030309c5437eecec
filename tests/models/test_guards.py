"""What the database refuses of itself, written past the models: addresses on foreign hosts, prices that did not change.

Every case is tried as a row of its own and as a change to a good one.
"""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from editorial.actions.guard_tables import guard_tables, lift_guards
from editorial.models import Offer, OfferItem, PriceObservation
from tests.factories import catalogue, shops

HOSTS = "shop.example\nshop-two.example"
FOREIGN = [
    "https://elsewhere.example/shoe",
    "https://notshop.example/shoe",
    "https://shop.example.evil.example/shoe",
    "https://evil.example/shop.example",
    "https://evil.example?https://shop.example/",
    "https://evil.example#.shop.example",
    "https://shop.example@evil.example/",
    "https://user:secret@shop.example/",
    "https://shop.example:8443/shoe",
    "https://shop.example:443@evil.example/",
    "https://shop.example./shoe",
    "https://.shop.example/shoe",
    "https://evil.example\\.shop.example/",
    "https://shop.example\\@evil.example/",
    "https://shop.example/a\\b",
    "https:///shop.example/",
    "https://",
    "https:shop.example/",
    "https://shop%2eexample/",
    "https://shop\u3002example/",
    "https://ѕhop.example/",
    "https://xn--hop-mfd.example/",
    "https://shop.example/\nfoo",
    "https://shop.example/ shoe",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://*/",
    "http://shop.example/",
    "javascript:alert(1)//https://shop.example/",
    "",
]
OWN = [
    "https://shop.example/shoe?id=1#top",
    "https://shop.example",
    "https://shop.example?id=1",
    "https://www.shop-two.example/shoe",
    "https://SHOP.example/Shoe",
]


@pytest.fixture
def here(db):
    return catalogue.market(default=True)


@pytest.fixture
def known(here):
    return shops.offer(catalogue.product(), here, shops.retailer("Shop", home=here, hosts=HOSTS))


def is_refused(write) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def observe(offer: Offer, price: str, days: int, currency: str = "GBP") -> PriceObservation:
    at = timezone.now() - timedelta(days=days)
    return PriceObservation.objects.create(offer=offer, at=at, price=Decimal(price), currency=currency)


def test_an_address_on_a_foreign_host_is_not_written(known):
    accepted = [url for url in FOREIGN if not is_refused(lambda u=url: Offer.objects.filter(pk=known.pk).update(url=u))]
    assert accepted == []


def test_nor_is_a_new_offer_with_one(known):
    def copy(url: str):
        return lambda: Offer.objects.bulk_create(
            [
                Offer(
                    retailer=known.retailer,
                    product=known.product,
                    market=known.market,
                    condition="used",
                    price=Decimal(1),
                    currency="GBP",
                    seen_at=timezone.now(),
                    url=url,
                )
            ]
        )

    assert [url for url in FOREIGN if not is_refused(copy(url))] == []
    assert not is_refused(copy(OWN[0]))


def test_an_address_on_a_host_of_the_shop_is_written(known):
    assert [url for url in OWN if is_refused(lambda u=url: Offer.objects.filter(pk=known.pk).update(url=u))] == []


def test_an_offer_does_not_change_to_a_shop_with_other_hosts(known, here):
    other = shops.retailer("Other", home=here)
    assert is_refused(lambda: Offer.objects.filter(pk=known.pk).update(retailer=other))


def test_a_shop_keeps_the_hosts_that_its_offers_lead_to(known):
    shop = known.retailer
    shop.hosts = "shop-two.example"
    assert is_refused(shop.save)
    with pytest.raises(ValidationError, match=r"shop\.example"):
        shop.full_clean()
    Offer.objects.filter(pk=known.pk).update(withdrawn_at=timezone.now())
    shop.full_clean()
    shop.save()
    assert is_refused(lambda: Offer.objects.filter(pk=known.pk).update(withdrawn_at=None))


def test_a_price_is_observed_on_change_only(known):
    known.observations.all().delete()
    observe(known, "150", 10)
    assert is_refused(lambda: observe(known, "150.000", 5))
    assert is_refused(lambda: observe(known, "150", 20))
    observe(known, "150", 4, "EUR")
    changed = observe(known, "140", 3)
    assert is_refused(lambda: PriceObservation.objects.filter(pk=changed.pk).update(price=150, currency="EUR"))
    observe(known, "150", 2)
    assert known.observations.count() == 4


def test_two_prices_that_are_one_are_not_written_together(known):
    known.observations.all().delete()
    now = timezone.now()
    rows = [
        PriceObservation(offer=known, at=now - timedelta(days=day), price=Decimal(price), currency="GBP")
        for day, price in ((3, "90"), (2, "90"))
    ]
    assert is_refused(lambda: PriceObservation.objects.bulk_create(rows))


@pytest.mark.parametrize("wrong", [{"availability": "perhaps"}, {"system": "XX"}, {"size": ""}])
def test_a_size_is_in_words_we_know(known, wrong):
    item = shops.size(known, "42")
    assert is_refused(lambda: OfferItem.objects.filter(pk=item.pk).update(**wrong))


def test_guards_are_lifted_for_a_migration_and_put_back(known):
    def stray() -> bool:
        return is_refused(lambda: Offer.objects.filter(pk=known.pk).update(url=FOREIGN[0]))

    assert stray()
    with transaction.atomic():
        lift_guards(connection.alias)
        assert not stray()
        Offer.objects.filter(pk=known.pk).update(url=OWN[0])
        guard_tables(connection.alias)
        guard_tables(connection.alias)
    assert stray()


@pytest.mark.django_db
def test_a_migration_that_has_nothing_to_do_leaves_the_guards(known):
    call_command("migrate", verbosity=0)
    assert is_refused(lambda: Offer.objects.filter(pk=known.pk).update(url=FOREIGN[0]))
