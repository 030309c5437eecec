"""What is still to come, seen from a given day."""

from datetime import date

import pytest
from django.http import Http404

from editorial.choices import ReleaseStatus
from editorial.listings.calendar import calendar, soonest
from tests.factories import catalogue as make
from tests.support.queries import queries

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture
def markets():
    return make.market(default=True), make.market("Germany", "DE"), make.market("Japan", "JP")


def titles(found):
    return [(month.title, [line.product.title for line in month.lines]) for month in found["months"]]


def test_releases_stand_by_month_and_those_known_by_year_close_it(markets):
    uk = markets[0]
    make.release(make.product("year only"), uk, 2026)
    make.release(make.product("next year"), uk, 2027, 1)
    make.release(make.product("day"), uk, 2026, 12, 4)
    make.release(make.product("month only"), uk, 2026, 12)
    make.release(make.product("today"), uk, 2026, 11, 25)
    assert titles(calendar(TODAY, None)) == [
        ("November 2026", ["today"]),
        ("December 2026", ["day", "month only"]),
        ("2026, month to be announced", ["year only"]),
        ("January 2027", ["next year"]),
    ]


def test_what_is_over_or_off_is_not_listed(markets):
    uk = markets[0]
    make.release(make.product("yesterday"), uk, 2026, 11, 24)
    make.release(make.product("last month"), uk, 2026, 10)
    make.release(make.product("cancelled"), uk, 2026, 12, 1, status=ReleaseStatus.CANCELLED)
    make.release(make.product("out"), uk, 2026, 12, 1, status=ReleaseStatus.RELEASED)
    make.release(make.product("draft", live=False), uk, 2026, 12, 1)
    make.release(make.product("this month"), uk, 2026, 11)
    assert titles(calendar(TODAY, None)) == [("November 2026", ["this month"])]


def test_the_clock_is_the_callers(markets):
    make.release(make.product(), markets[0], 2026, 11, 26)
    assert calendar(date(2026, 11, 26), None)["months"]
    assert not calendar(date(2026, 11, 27), None)["months"]


def test_markets_that_share_a_day_share_a_line(markets):
    shoe = make.product()
    make.release(shoe, markets[0], 2026, 12, 1, note="At eight.")
    make.release(shoe, markets[1], 2026, 12, 1)
    make.release(shoe, markets[2], 2026, 12, 4)
    first, second = calendar(TODAY, None)["months"][0].lines
    assert ([str(market) for market in first.markets], first.note) == (["Germany", "United Kingdom"], "At eight.")
    assert [str(market) for market in second.markets] == ["Japan"]


def test_a_line_names_the_price_of_a_market_it_is_about(markets):
    uk, germany, japan = markets
    shoe = make.product()
    make.price(shoe, uk, "150")
    make.price(shoe, japan, "155")
    make.release(shoe, uk, 2026, 12, 1)
    make.release(shoe, germany, 2026, 12, 1)
    make.release(shoe, japan, 2026, 12, 4)
    make.release(shoe, make.market("France", "FR"), 2026, 12, 5)
    lines = calendar(TODAY, None)["months"][0].lines
    assert [line.product.price_line for line in lines] == ["£150 retail", "£155 retail", ""]


def test_narrowed_to_a_market_or_a_brand(markets):
    make.release(make.product("ours"), markets[0], 2026, 12, 1)
    other = make.silhouette("1906R", make.brand("New Balance"))
    make.release(make.product("theirs", other), markets[2], 2026, 12, 2)
    assert titles(calendar(TODAY, None, market="japan")) == [("December 2026", ["theirs"])]
    assert titles(calendar(TODAY, None, brand="asics")) == [("December 2026", ["ours"])]
    brands, countries = calendar(TODAY, None, market="japan")["filters"]
    assert [option.label for option in brands.options] == ["Any brand", "ASICS", "New Balance"]
    assert [option.value for option in countries.options if option.selected] == ["japan"]


@pytest.mark.parametrize("words", ["atlantis", "a\x00", "' OR 1=1", "x" * 300])
def test_an_unknown_market_or_brand_has_no_releases(markets, words):
    make.release(make.product(), markets[0], 2026, 12, 1)
    assert calendar(TODAY, None, market=words)["months"] == []
    assert calendar(TODAY, None, brand=words)["months"] == []


def test_a_long_calendar_ends(markets, monkeypatch):
    monkeypatch.setattr("editorial.listings.calendar.ROWS", 2)
    shoe = make.silhouette()
    for day in (1, 2, 3):
        make.release(make.product(f"day {day}", shoe), markets[0], 2026, 12, day)
    assert titles(calendar(TODAY, "2")) == [("December 2026", ["day 3"])]
    with pytest.raises(Http404):
        calendar(TODAY, "3")


def test_the_front_page_takes_the_soonest_with_a_day_or_month(markets):
    shoe = make.silhouette()
    for day in (3, 1, 2):
        made = make.product(f"day {day}", shoe)
        for market in markets:
            make.release(made, market, 2026, 12, day)
    make.release(make.product("year only", shoe), markets[0], 2026)
    with queries() as asked:
        assert [line.product.title for line in soonest(TODAY, 2)] == ["day 1", "day 2"]
    assert len(asked) == 2
