"""The release calendar as a file that calendars subscribe to (RFC 5545, RFC 7986): the reminder a reader can keep.

One event for each shoe and day. Days only: a month or a year is no date to be reminded of. What was cancelled, or is
just over, stays for a while, so that subscribers hear of it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, timedelta
from itertools import groupby

from django.db.models import Count, Q
from django.utils.translation import gettext
from icalendar import Calendar, Event

from editorial.addresses import absolute_url, canonical_host
from editorial.choices import ReleaseStatus
from editorial.models import BrandPage, ProductPage, Release, SilhouettePage
from editorial.syndication.naming import NAME

KEPT = timedelta(days=60)
MOST = 1000
READ_EVERY = timedelta(hours=12)
SURE = {ReleaseStatus.RUMOURED: "TENTATIVE", ReleaseStatus.CANCELLED: "CANCELLED"}


def releases_for(page, at: date):
    """Dated releases from a while before `at` on: all, or those of a brand, a silhouette, a colourway and its siblings.

    `page` is None for all. Raises ValueError for a page of another kind.
    """
    since = at - KEPT
    same_month = Q(year=since.year, month=since.month, day__gte=since.day)
    ahead = Q(year__gt=since.year) | Q(year=since.year, month__gt=since.month) | same_month
    found = Release.objects.listed().filter(ahead, day__isnull=False)
    if isinstance(page, BrandPage):
        found = found.filter(product__brand=page)
    elif isinstance(page, SilhouettePage):
        found = found.filter(product__silhouette=page)
    elif isinstance(page, ProductPage):
        own = Q(product__silhouette=page.silhouette_id) if page.silhouette_id else Q(product=page)
        found = found.filter(own)
    elif page is not None:
        raise ValueError("only brands, silhouettes and colourways have releases")
    return found.annotate(changes=Count("history")).order_by("year", "month", "day", "product", "status", "pk")[:MOST]


def release_calendar(page, at: date) -> bytes:
    """The file; the same bytes as long as nothing is said anew. `page` as `releases_for` takes it."""
    name = gettext("Releases")
    if page is not None:
        shoe = page.silhouette if isinstance(page, ProductPage) and page.silhouette_id else page
        name = gettext("Releases: %(name)s") % {"name": getattr(shoe, "full_name", shoe.title)}
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//releases//EN")
    calendar.add("version", "2.0")
    calendar.add("name", f"{name} | {NAME}")
    calendar.add("x-wr-calname", f"{name} | {NAME}")
    calendar.add("refresh-interval", READ_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    found = releases_for(page, at)
    for _line, same in groupby(found, key=lambda release: (release.product_id, release.date, release.status)):
        calendar.add_component(event_of(list(same)))
    return calendar.to_ical()


def event_of(same: Sequence) -> Event:
    """One shoe on one day, in all the markets that share it."""
    first = same[0]
    changed = max(release.updated_at for release in same).astimezone(UTC)
    event = Event()
    event.add("uid", f"release-{first.pk}@{canonical_host()}")
    event.add("sequence", first.changes)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", first.date.start)
    event.add("dtend", first.date.start + timedelta(days=1))
    event.add("summary", first.product.full_name)
    event.add("description", description(same))
    event.add("url", absolute_url(first.product.url))
    event.add("status", SURE.get(first.status, "CONFIRMED"))
    event.add("transp", "TRANSPARENT")
    return event


def description(same: Iterable) -> str:
    """How sure the day is, and where it holds."""
    releases = list(same)
    markets = ", ".join(sorted(release.market.name for release in releases))
    return f"{releases[0].get_status_display()}: {markets}"
