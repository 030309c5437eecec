"""The settings of the site are read from the cache, and are never older than their last change."""

import pytest

from editorial.listings.house import default_market
from editorial.models import SiteSettings
from tests.factories import catalogue
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def test_settings_are_read_once():
    market = catalogue.market(default=True)
    default_market()
    with queries() as asked:
        assert default_market() == market
    assert asked == []


def test_a_changed_market_and_changed_settings_show_at_once():
    market = catalogue.market(default=True)
    default_market()
    market.price_note = "with tax"
    market.save()
    assert default_market().price_note == "with tax"
    settings = SiteSettings.objects.get()
    settings.default_market = None
    settings.save()
    assert default_market() is None


def test_a_site_without_settings_has_no_default_market():
    assert default_market() is None
    assert default_market() is None
