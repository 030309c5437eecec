"""What the address asks of the calendar: a month, a view, some kinds. Anything else is answered with today's month."""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.functional import cached_property

from editorial.desk.calendar.entries import KINDS, Span

MONTH, AGENDA = "month", "agenda"
FIRST_YEAR, LAST_YEAR = 1970, 2199
MONTHS = 12


@dataclass(frozen=True)
class Asked:
    """A month to show, how, and which kinds of entries."""

    year: int
    month: int
    view: str
    kinds: tuple[str, ...]

    @cached_property
    def weeks(self) -> list[list[datetime.date]]:
        """The days of the month in weeks from Monday, filled up with its neighbours' days."""
        return calendar.Calendar().monthdatescalendar(self.year, self.month)

    @property
    def first(self) -> datetime.date:
        """The month's first day."""
        return datetime.date(self.year, self.month, 1)

    @property
    def span(self) -> Span:
        """The days to fill: whole weeks for the month, the month alone for the agenda."""
        if self.view == AGENDA:
            return Span(self.first, self.first.replace(day=calendar.monthrange(self.year, self.month)[1]))
        return Span(self.weeks[0][0], self.weeks[-1][-1])

    def query(self, **changes) -> str:
        """The address of this calendar with changes, as a query."""
        values = {"month": f"{self.year:04d}-{self.month:02d}", "view": self.view, "kind": self.kinds, **changes}
        if len(values["kind"]) == len(KINDS):
            values.pop("kind")
        return "?" + urlencode(values, doseq=True)

    def beside(self, months: int) -> str:
        """The query of the month that many months away."""
        year, month = divmod(self.year * MONTHS + self.month - 1 + months, MONTHS)
        return self.query(month=f"{year:04d}-{month + 1:02d}")


def asked_of(params: Mapping, at: datetime.datetime | None = None) -> Asked:
    """What the query of an address asks."""
    today = timezone.localdate(at)
    year, month = today.year, today.month
    parts = params.get("month", "").split("-")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        wanted_year, wanted_month = int(parts[0]), int(parts[1])
        if FIRST_YEAR <= wanted_year <= LAST_YEAR and 1 <= wanted_month <= MONTHS:
            year, month = wanted_year, wanted_month
    wanted = params.getlist("kind")
    kinds = tuple(kind for kind in KINDS if kind in wanted) or tuple(KINDS)
    return Asked(year, month, AGENDA if params.get("view") == AGENDA else MONTH, kinds)
