"""What is still to come, by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models.functions import Lower
from django.utils.dates import MONTHS
from django.utils.translation import gettext

from editorial.dates import PartialDate
from editorial.listings.asked import is_slug
from editorial.listings.narrowing import Field, select
from editorial.listings.paging import numbered
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects

ROWS = 60


@dataclass(frozen=True)
class Line:
    """One line of the calendar: a product, a date, and the markets it holds for."""

    product: object
    date: PartialDate
    status: str
    status_label: str
    markets: Sequence
    note: str


@dataclass(frozen=True)
class Month:
    """The lines of one month, or, with `month` None, those of which only the year is known."""

    year: int
    month: int | None
    lines: Sequence[Line]

    @property
    def title(self) -> str:
        """'December 2026', or the year with the month left open."""
        if self.month:
            return f"{MONTHS[self.month]} {self.year}"
        return gettext("%(year)s, month to be announced") % {"year": self.year}

    @property
    def anchor(self) -> str:
        """The section's id: 2026-12, or 2026-open."""
        return f"m-{self.year}-{self.month:02d}" if self.month else f"m-{self.year}-open"


def upcoming(at: date, market: str = "", brand: str = ""):
    """Releases not over by `at`; narrowed to a market or a brand by slug."""
    releases = objects("Release").listed().upcoming(at)
    if not all(map(is_slug, filter(None, (market, brand)))):
        return releases.none()
    if market:
        releases = releases.filter(market__slug=market)
    if brand:
        releases = releases.filter(product__brand__slug=brand)
    return releases


def soonest(at: date, count: int) -> list[Line]:
    """The next few lines of the calendar whose day or month is known."""
    releases = upcoming(at).exclude(month=None)
    return lines(releases, releases.calendar_lines()[:count])


def lines(releases, rows: Iterable[dict]) -> list[Line]:
    """The calendar's rows with their product and all their markets, in the order of the rows."""
    found = {tuple(row.values()): [] for row in rows}
    for release in releases.filter(product__in={key[0] for key in found}).in_calendar():
        key = (release.product_id, release.year, release.month, release.day, release.status)
        if key in found:
            found[key].append(release)
    return [line(same) for same in found.values() if same]


def line(releases: Sequence) -> Line:
    """Releases that differ only in their market, as one line."""
    first = releases[0]
    return Line(
        product=first.product,
        date=first.date,
        status=first.status,
        status_label=first.get_status_display(),
        markets=[release.market for release in releases],
        note=next((release.note for release in releases if release.note), ""),
    )


def months(found: Iterable[Line]) -> list[Month]:
    """Lines by month, in the order given."""
    grouped = groupby(found, key=lambda line: (line.date.year, line.date.month))
    return [Month(year, month, list(group)) for (year, month), group in grouped]


def calendar(at: date, number: str | None, market: str = "", brand: str = "") -> dict:
    """One page of the calendar. Raises Http404 for a page that is not there."""
    releases = upcoming(at, market, brand)
    page = numbered(releases.calendar_lines(), number, ROWS)
    found = lines(releases, page.object_list)
    pictures = PictureOrder()
    pictures.add_leads([line.product for line in found], "card")
    pictures.fetch()
    give_prices([], found)
    return {"page_obj": page, "months": months(found), "filters": filters(at, market, brand)}


def filters(at: date, market: str, brand: str) -> list[Field]:
    """The selects above the calendar; each offers only what the calendar holds."""
    every = upcoming(at)
    brands = objects("BrandPage").shown().filter(pk__in=every.values("product__brand")).order_by(Lower("title"))
    markets = objects("Market").filter(pk__in=every.values("market"))
    return [
        select("brand", gettext("Brand"), gettext("Any brand"), brands.values_list("slug", "title"), brand),
        select("market", gettext("Country"), gettext("All countries"), markets.values_list("slug", "name"), market),
    ]
