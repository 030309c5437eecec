"""The order of shops and the 'from' price."""

import itertools
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.codes import BUYABLE, Availability, Condition, Freshness
from editorial.shopping.ranking import Contender, counts_for_lowest, lowest, ranked, tier
from tests.shopping.contenders import NOW, amounts, contenders, fields


def shop(name: str, amount: str, **fields) -> Contender:
    """A new pair in stock in a British shop."""
    values = {
        "key": sum(map(ord, name)),
        "currency": "GBP",
        "availability": Availability.IN_STOCK,
        "condition": Condition.NEW,
        "freshness": Freshness.FRESH,
        "seen_at": NOW,
    } | fields
    return Contender(shop=name, amount=Decimal(amount), **values)


def names(found) -> list[str]:
    return [contender.shop for contender in found]


def test_the_order_is_the_one_readers_are_told():
    field = [
        shop("Gone", "80", availability=Availability.SOLD_OUT),
        shop("Yen", "1", currency="JPY"),
        shop("Unseen", "90", freshness=Freshness.HIDDEN),
        shop("Order", "95", availability=Availability.PREORDER),
        shop("Beta", "120", delivery=Decimal("4")),
        shop("Alpha", "124", freshness=Freshness.AGEING),
        shop("aardvark", "124"),
        shop("Free", "123", delivery=Decimal(0)),
    ]
    assert names(ranked(field, "GBP")) == ["Free", "aardvark", "Beta", "Alpha", "Unseen", "Yen", "Order", "Gone"]


@given(fields, st.randoms())
def test_the_order_does_not_depend_on_the_order_in_which_offers_came(field, random):
    shuffled = list(field)
    random.shuffle(shuffled)
    assert ranked(shuffled, "GBP") == ranked(field, "GBP")
    assert sorted(ranked(field, "GBP"), key=lambda c: c.key) == sorted(field, key=lambda c: c.key)


@given(fields)
def test_available_comes_first_and_other_currencies_last(field):
    order = ranked(field, "GBP")
    assert [tier(contender) for contender in order] == sorted(tier(contender) for contender in order)
    for before, after in itertools.pairwise(order):
        if tier(before) == tier(after):
            assert not (before.currency != "GBP" and after.currency == "GBP")


@given(fields)
def test_within_a_tier_totals_that_are_shown_only_rise(field):
    order = [c for c in ranked(field, "GBP") if c.currency == "GBP" and c.freshness != Freshness.HIDDEN]
    for level in range(3):
        totals = [contender.total for contender in order if tier(contender) == level]
        assert totals == sorted(totals)


@given(fields, amounts)
def test_amounts_in_another_currency_are_never_compared(field, amount):
    changed = [replace(c, amount=amount) if c.currency != "GBP" else c for c in field]
    assert [c.key for c in ranked(changed, "GBP")] == [c.key for c in ranked(field, "GBP")]


@given(fields)
def test_the_lowest_price_is_one_that_counts_and_none_that_counts_is_lower(field):
    found = lowest(field, "EUR")
    counting = [contender for contender in field if counts_for_lowest(contender, "EUR")]
    assert (found is None) == (not counting)
    if found:
        assert found.amount == min(contender.amount for contender in counting)
        assert found.highest == max(contender.amount for contender in counting)
        assert 1 <= found.shops <= len(counting)


@given(contenders)
def test_used_resold_sold_out_old_and_foreign_prices_never_count(contender):
    counts = lowest([contender], "GBP") is not None
    good = contender.currency == "GBP" and contender.condition == Condition.NEW
    assert counts == (good and contender.availability in BUYABLE and contender.freshness != Freshness.HIDDEN)


def test_the_claim_of_a_lowest_price_is_as_old_as_its_oldest_sight():
    older = NOW - timedelta(hours=5)
    found = lowest([shop("A", "100"), shop("B", "100", seen_at=older), shop("C", "110")], "GBP")
    assert (found.seen_at, found.shops) == (older, 3)


@pytest.mark.parametrize("delivery", [None, Decimal(0), Decimal("4.95")])
def test_delivery_counts_as_far_as_it_is_known(delivery):
    assert shop("A", "100", delivery=delivery).total == Decimal(100) + (delivery or 0)


ties = st.lists(
    contenders.flatmap(lambda c: st.sampled_from([Decimal(90), Decimal(100)]).map(lambda a: replace(c, amount=a))),
    max_size=12,
    unique_by=lambda contender: contender.key,
)


@given(ties)
def test_of_equal_totals_the_fresher_is_first_and_of_equal_ages_the_name_decides(field):
    for before, after in itertools.pairwise(ranked(field, "GBP")):
        compared = all(c.currency == "GBP" and c.freshness != Freshness.HIDDEN for c in (before, after))
        if compared and tier(before) == tier(after) and before.total == after.total:
            ages = [list(Freshness).index(c.freshness) for c in (before, after)]
            assert ages == sorted(ages)
            if ages[0] == ages[1]:
                assert before.shop.casefold() <= after.shop.casefold()


@given(fields, contenders)
def test_what_is_used_resold_or_foreign_changes_no_from_price(field, contender):
    if contender.currency != "GBP" or contender.condition != Condition.NEW:
        assert lowest([*field, contender], "GBP") == lowest(field, "GBP")
