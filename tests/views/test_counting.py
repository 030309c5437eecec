"""Who is counted on the way out, what is kept of them for how long, and what happens when it cannot be kept."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client, override_settings

from editorial.actions.guard_tables import lift_guards
from editorial.models import Offer, OutboundClick
from editorial.views.repeats import SALT, seconds_left
from tests.factories import catalogue, shops

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
# An hour before midnight in London, where the house's days end.
EVENING = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)


@pytest.fixture
def known(db):
    return shops.offer(catalogue.product(), catalogue.market(default=True), at=EVENING)


def go(offer: Offer, **sent):
    return Client(headers={"user-agent": BROWSER}).get(f"/go/{offer.public_id}/", **sent)


def counted() -> int:
    return sum(OutboundClick.objects.values_list("clicks", flat=True))


@time_machine.travel(EVENING, tick=False)
def test_an_impatient_reader_counts_once_for_each_offer(known):
    other = shops.offer(catalogue.product("Cream"), known.market)
    for _click in range(3):
        go(known)
    go(other)
    assert counted() == 2
    with time_machine.travel(EVENING.replace(second=11)):
        go(known)
    assert counted() == 3


@time_machine.travel(EVENING)
def test_behind_our_proxy_readers_are_told_apart_by_what_it_says(known):
    sent = {"REMOTE_ADDR": "127.0.0.1"}
    with override_settings(TRUSTED_PROXIES=1):
        for reader in ("192.0.2.1", "192.0.2.2", "192.0.2.2", "192.0.2.1"):
            go(known, headers={"x-forwarded-for": f"198.51.100.9, {reader}"}, **sent)
    assert counted() == 2


@time_machine.travel(EVENING)
def test_with_no_proxy_of_ours_nobody_makes_readers_up(known):
    for number in range(3):
        go(known, headers={"x-forwarded-for": f"192.0.2.{number}"}, REMOTE_ADDR="203.0.113.5")
    assert counted() == 1


@time_machine.travel(EVENING)
def test_no_address_and_no_agent_is_kept(known):
    go(known, REMOTE_ADDR="192.0.2.77")
    kept = " ".join(f"{key} {value}" for name in ("default", "shared") for key, value in caches[name]._cache.items())
    assert "click-" in kept
    assert "192.0.2.77" not in kept
    assert "Firefox" not in kept
    columns = {field.column for field in OutboundClick._meta.fields}
    assert columns == {"id", "offer_id", "page", "market", "day", "clicks"}


def test_the_salt_is_made_at_random_and_gone_with_the_day(known):
    with time_machine.travel(EVENING, tick=False) as clock:
        go(known)
        first = caches["shared"].get(SALT)
        clock.move_to(EVENING.replace(minute=59, second=58))
        assert caches["shared"].get(SALT) == first
        clock.move_to(EVENING.replace(day=21, hour=0, minute=0, second=1))
        assert caches["shared"].get(SALT) is None
        go(known)
        assert caches["shared"].get(SALT) != first
    assert len(first) >= 32


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), 3600),
        # Summer time ends on this day, which has 25 hours, and begins on the next, which has 23.
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), 25 * 3600),
        (datetime(2026, 3, 29, 0, 0, tzinfo=UTC), 23 * 3600),
    ],
)
def test_a_day_is_as_long_as_it_is(moment, left):
    assert seconds_left(moment) == left


@time_machine.travel(EVENING)
def test_a_cache_that_fails_stops_nobody_and_no_count(known, caplog, settings):
    settings.CACHES = settings.CACHES | {"shared": {"BACKEND": "tests.support.broken_cache.BrokenCache"}}
    assert go(known)["Location"] == known.url
    assert "could not be asked" in caplog.text
    assert counted() == 1


@time_machine.travel(EVENING)
def test_a_count_that_cannot_be_written_stops_nobody(known, caplog):
    """The table is really gone; the rollback brings it back."""
    with transaction.atomic():
        lift_guards(connection.alias)
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {OutboundClick._meta.db_table} RENAME TO elsewhere")
        answer = go(known)
        transaction.set_rollback(True)
    assert (answer.status_code, answer["Location"]) == (302, known.url)
    assert "was not counted" in caplog.text
    assert counted() == 0
    go(known, REMOTE_ADDR="192.0.2.9")
    assert counted() == 1
