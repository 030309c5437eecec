"""What the editors said once for the whole site, read once for each request."""

from editorial.listings.reach import objects


def house_of(request=None):
    """The site settings with the default market; None before anybody has saved any.

    Read, never made: Wagtail's own way would write a row on a reader's first visit.
    """
    if not hasattr(request, "_house"):
        house = objects("SiteSettings").select_related("default_market").order_by("pk").first()
        if request is None:
            return house
        request._house = house
    return request._house


def default_market(request=None):
    """The market whose prices a page shows until a reader chooses another, or None."""
    house = house_of(request)
    return house.default_market if house else None
