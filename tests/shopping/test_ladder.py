"""From a market to the nearest shop."""

from hypothesis import given

from editorial.shopping.codes import Step
from editorial.shopping.disclosure import Disclosure, disclosure
from editorial.shopping.ladder import Candidate, climb
from tests.shopping.contenders import PLACES, candidates, places

GB, DE, AT, JP, BR = PLACES


def offer(key: int, home, currency: str | None = None, ships_to=(), shop: int = 1, condition: str = "new") -> Candidate:
    return Candidate(key, shop, condition, home, currency or home.currency, frozenset(ships_to))


def test_the_steps_in_their_order():
    here, sent, near, beside = offer(1, AT), offer(2, GB, ships_to=["AT"]), offer(3, DE), offer(4, AT)
    assert climb(AT, [near, sent, here], [beside]) == climb(AT, [here])
    assert climb(AT, [here]).step == Step.EXACT
    assert climb(AT, [near, sent], [beside]).step == Step.SHIPS
    assert climb(AT, [near], [beside]).step == Step.REGION
    assert climb(AT, [offer(5, JP)], [beside]).step == Step.SIBLING
    assert climb(AT, [offer(5, JP)], [offer(6, JP)]).step == Step.STORY


def test_a_neighbour_with_other_money_is_no_neighbour():
    assert climb(AT, [offer(1, GB)]).step == Step.STORY


def test_a_shop_that_ships_is_named_once_with_its_nearest_offer():
    offers = [
        offer(1, JP, ships_to=["AT"]),
        offer(2, GB, ships_to=["AT"]),
        offer(3, DE, ships_to=["AT"]),
        offer(4, DE, ships_to=["AT"], condition="used"),
    ]
    assert climb(AT, offers).keys == (3, 4)


@given(places, candidates, candidates)
def test_every_step_holds_what_it_says_and_no_lower_one_would_do(market, offers, siblings):
    rung = climb(market, offers, siblings)
    by_key = {candidate.key: candidate for candidate in (siblings if rung.step == Step.SIBLING else offers)}
    found = [by_key[key] for key in rung.keys]
    here = [candidate for candidate in offers if candidate.home == market]
    sent = [candidate for candidate in offers if market.code in candidate.ships_to]
    assert bool(found) == (rung.step != Step.STORY)
    if rung.step == Step.EXACT:
        assert found == here
    else:
        assert not here
    if rung.step == Step.SHIPS:
        assert all(market.code in candidate.ships_to for candidate in found)
    if rung.step in {Step.REGION, Step.SIBLING, Step.STORY}:
        assert not sent
    if rung.step == Step.REGION:
        assert all(c.home.region == market.region and c.currency == market.currency for c in found)


@given(places, candidates)
def test_the_ladder_is_the_same_in_whatever_order_offers_come(market, offers):
    assert sorted(climb(market, offers).keys) == sorted(climb(market, offers[::-1]).keys)


def test_what_is_said_of_links_depends_on_the_links():
    assert disclosure([]) == Disclosure.SILENT
    assert disclosure([True, True]) == Disclosure.ALL
    assert disclosure([True, False]) == Disclosure.SOME
    assert disclosure([False]) == Disclosure.NONE
