"""What the editors said once for the whole site, kept in the cache: every page asks for it."""

from django.core.cache import cache
from django.db import transaction

from editorial.listings.reach import objects

KEY = "house"
# A process that keeps a cache of its own hears of another's changes this many seconds later.
KEPT = 30


def house_of(request=None):
    """The site settings with the default market; None before anybody has saved any.

    Read, never made: Wagtail's own way would write a row on a reader's first visit.
    """
    if not hasattr(request, "_house"):
        house = cache.get_or_set(KEY, read_house, KEPT)
        if request is None:
            return house
        request._house = house
    return request._house


def read_house():
    """The site settings as they are stored, or None."""
    return objects("SiteSettings").select_related("default_market").order_by("pk").first()


def forget_house() -> None:
    """Have the settings read again: at once, and after whoever read them before the change was committed."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))


def default_market(request=None):
    """The market whose prices a page shows until a reader chooses another, or None."""
    house = house_of(request)
    return house.default_market if house else None
