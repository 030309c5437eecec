"""What prices were."""

import itertools
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.codes import Doubt
from editorial.shopping.doubts import Asked, doubt
from editorial.shopping.history import Span, lowest_line, lowest_since, plot, spans
from tests.shopping.contenders import NOW

DAY = timedelta(days=1)
SINCE = NOW - 90 * DAY
prices = st.decimals(min_value=1, max_value=500, places=2)
observed = st.lists(
    st.tuples(st.integers(0, 89).map(lambda day: SINCE + day * DAY), prices),
    min_size=1,
    max_size=8,
    unique_by=lambda point: point[0],
)


def test_a_price_holds_until_the_next_and_the_last_until_the_offer_was_seen():
    points = [(NOW - 2 * DAY, Decimal(90)), (NOW - 10 * DAY, Decimal(100))]
    assert spans(points, NOW - DAY) == [
        Span(NOW - 10 * DAY, NOW - 2 * DAY, Decimal(100)),
        Span(NOW - 2 * DAY, NOW - DAY, Decimal(90)),
    ]


def test_the_lowest_of_thirty_days_knows_the_price_that_began_before_them():
    held = spans([(NOW - 60 * DAY, Decimal(80)), (NOW - 20 * DAY, Decimal(100))], NOW)
    assert lowest_since(held, NOW) == Decimal(80)
    assert lowest_since(held, NOW, 10 * DAY) == Decimal(100)
    assert lowest_since([], NOW) is None


@given(observed)
def test_spans_follow_each_other_without_overlap(points):
    held = spans(points, NOW)
    assert [span.amount for span in held] == [amount for _moment, amount in sorted(points)]
    assert all(before.end == after.start for before, after in itertools.pairwise(held))
    assert held[-1].end == NOW


@given(st.lists(observed, min_size=1, max_size=4), st.integers(1, 89))
def test_the_line_is_the_lowest_at_every_moment(offers, day):
    held = [spans(points, NOW) for points in offers]
    line = lowest_line(held, SINCE, NOW)
    moment = SINCE + day * DAY + timedelta(hours=1)
    asked = [span.amount for shop in held for span in shop if span.start <= moment < span.end]
    drawn = [span.amount for span in line if span.start <= moment < span.end]
    assert drawn == ([min(asked)] if asked else [])


def test_a_gap_in_the_news_is_a_gap_in_the_line():
    early = [Span(SINCE, SINCE + DAY, Decimal(5))]
    late = [Span(NOW - DAY, NOW, Decimal(7))]
    line = lowest_line([early, late], SINCE, NOW)
    assert line == [*early, *late]
    assert plot(line, SINCE, NOW).line.count("M") == 2


@given(observed)
def test_the_chart_stays_in_its_box(points):
    drawn = plot(spans(points, NOW), SINCE, NOW)
    assert drawn.low <= drawn.high
    assert 0 <= drawn.high_y <= drawn.low_y <= 300


def test_nothing_to_draw_is_no_chart():
    assert plot([], SINCE, NOW) is None


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (("150", "GBP", None), ("150", "GBP"), None),
        (("1500", "GBP", None), ("150", "GBP"), Doubt.TENFOLD),
        (("15", "GBP", None), ("150", "GBP"), Doubt.TENFOLD),
        (("15.01", "GBP", None), ("150", "GBP"), None),
        (("150", "EUR", None), ("150", "GBP"), Doubt.CURRENCY),
        (("150", "GBP", "150"), None, Doubt.WAS_BELOW_NOW),
        (("150", "GBP", "180"), None, None),
    ],
)
def test_prices_that_somebody_should_look_at(now, before, expected):
    amount, currency, was = now
    asked = Asked(Decimal(amount), currency, Decimal(was) if was else None)
    assert doubt(asked, Asked(Decimal(before[0]), before[1]) if before else None) == expected
