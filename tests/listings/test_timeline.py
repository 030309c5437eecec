"""Collaborations in time, honest about what is known."""

from itertools import pairwise

import pytest

from editorial.listings.collaborations import Narrowing, timeline
from editorial.listings.timeline import by_year, neighbours
from editorial.models import CollaborationPage
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries():
    """Newest first, as the timeline must list them; made in another order."""
    made = {
        "undated first": make.collaboration("undated first", year=2024, sequence=1),
        "june": make.collaboration("june", year=2025, month=6),
        "undated second": make.collaboration("undated second", year=2024, sequence=2),
        "june day": make.collaboration("june day", year=2025, month=6, day=14),
        "december": make.collaboration("december", year=2024, month=12),
    }
    return [made[name] for name in ("june day", "june", "december", "undated second", "undated first")]


def test_the_timeline_is_newest_first_and_undated_entries_follow_the_editors(entries):
    assert list(CollaborationPage.objects.in_timeline()) == entries


def test_every_entry_knows_its_neighbours(entries):
    for position, entry in enumerate(entries):
        earlier = entries[position + 1] if position + 1 < len(entries) else None
        later = entries[position - 1] if position else None
        assert neighbours(entry) == (earlier, later)


def test_a_neighbour_that_left_the_site_is_passed_over(entries):
    entries[1].unpublish()
    assert neighbours(entries[2]) == (entries[3], entries[0])


def test_an_entry_without_a_date_has_no_neighbours(entries):
    assert neighbours(make.collaboration("draft", year=None, live=False)) == (None, None)


def test_entries_with_equal_dates_go_by_name():
    same = [make.collaboration(title, year=2023) for title in ("Aritzia", "Kith", "atmos")]
    ordered = list(CollaborationPage.objects.in_timeline())
    assert set(ordered) == set(same)
    for before, after in pairwise(ordered):
        assert neighbours(before)[0] == after
        assert neighbours(after)[1] == before


def test_years_hold_their_entries(entries):
    years = by_year(CollaborationPage.objects.in_timeline())
    assert [(year.year, len(year.collaborations)) for year in years] == [(2025, 2), (2024, 3)]


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def meetings(self):
        self.kayano, self.nimbus = make.silhouette(), make.silhouette("Gel-Nimbus 9")
        self.jjjjound, self.kostadinov = make.partner(), make.person("Kiko Kostadinov")
        self.first = make.collaboration("UB1-S", [self.kostadinov], [self.kayano], year=2020)
        self.second = make.collaboration("Two neutrals", [self.jjjjound], [self.kayano, self.nimbus], year=2022)

    def found(self, **asked):
        return [entry for year in timeline(Narrowing(**asked))["years"] for entry in year.collaborations]

    def test_by_year_partner_person_or_shoe(self):
        assert self.found() == [self.second, self.first]
        assert self.found(year="2020") == [self.first]
        assert self.found(partner="jjjjound") == [self.second]
        assert self.found(partner="kiko-kostadinov") == [self.first]
        assert self.found(silhouette="gel-nimbus-9") == [self.second]
        assert self.found(silhouette="gel-kayano-14", year="2020") == [self.first]

    @pytest.mark.parametrize(
        "asked",
        [
            {"year": "20201"},
            {"year": "x"},
            {"year": "²⁰²⁰"},
            {"partner": "a\x00b"},
            {"silhouette": "' OR 1"},
            {"partner": "nobody"},
        ],
    )
    def test_what_makes_no_sense_finds_nothing(self, asked):
        assert self.found(**asked) == []

    def test_the_selects_offer_what_the_timeline_holds_and_no_more(self):
        make.partner("Nobody's friend")
        self.first.unpublish()
        partner, shoe, year = timeline(Narrowing(partner="jjjjound"))["filters"]
        assert [(option.value, option.selected) for option in partner.options] == [("", False), ("jjjjound", True)]
        assert [option.label for option in shoe.options[1:]] == ["ASICS Gel-Kayano 14", "ASICS Gel-Nimbus 9"]
        assert [option.value for option in year.options] == ["", "2022"]
