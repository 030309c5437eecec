"""How old a price may be."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.codes import Freshness
from editorial.shopping.freshness import OLDEST, freshness, lifetime, next_change
from tests.shopping.contenders import NOW

ORDER = list(Freshness)
TICK = timedelta(microseconds=1)
cadences = st.timedeltas(timedelta(minutes=10), timedelta(days=40))
ages = st.timedeltas(timedelta(hours=-2), timedelta(days=60))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, "fresh"), (8.9, "fresh"), (9, "ageing"), (23.9, "ageing"), (24, "hidden"), (900, "hidden")],
)
def test_a_shop_read_every_six_hours(hours, expected):
    assert freshness(NOW - timedelta(hours=hours), timedelta(hours=6), NOW) == expected


@given(ages, cadences, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_a_price_only_grows_older(age, cadence, later):
    seen_at = NOW - age
    first, second = (freshness(seen_at, cadence, moment) for moment in (NOW, NOW + later))
    assert ORDER.index(first) <= ORDER.index(second)


@given(ages, cadences)
def test_nothing_changes_before_the_next_change_and_something_does_at_it(age, cadence):
    seen_at = NOW - age
    change = next_change(seen_at, cadence, NOW)
    now = freshness(seen_at, cadence, NOW)
    if change is None:
        assert now == Freshness.HIDDEN
        return
    assert change > NOW
    assert freshness(seen_at, cadence, change - TICK) == now
    assert freshness(seen_at, cadence, change) != now


@given(cadences)
def test_no_price_is_shown_for_more_than_two_weeks(cadence):
    assert freshness(NOW - OLDEST, cadence, NOW) == Freshness.HIDDEN


def test_a_cadence_is_some_time():
    with pytest.raises(ValueError, match="every so often"):
        freshness(NOW, timedelta(0), NOW)


@given(st.lists(st.none() | st.timedeltas(timedelta(seconds=-5), timedelta(days=2)), max_size=6))
def test_an_answer_ends_before_anything_on_it_changes(changes):
    moments = [None if change is None else NOW + change for change in changes]
    seconds = lifetime(moments, NOW, 900)
    assert 0 <= seconds <= 900
    assert all(NOW + timedelta(seconds=seconds) <= moment for moment in moments if moment and moment > NOW)
