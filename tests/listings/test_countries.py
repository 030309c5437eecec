"""The countries a reader chooses from."""

import pytest

from editorial.actions.load_markets import load_markets
from editorial.listings.countries import countries

pytestmark = pytest.mark.django_db


def test_letters_with_accents_stand_among_their_own():
    load_markets()
    names = {region.slug: [market.name for market in region.markets] for region in countries()}
    assert names["europe"][:2] == ["Åland Islands", "Albania"]
    assert names["americas"].index("Curaçao") == names["americas"].index("Cuba") + 1
