"""Dates that are honest about what is known: a year, a month of a year, or a day."""

import datetime
from calendar import monthrange
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, order=False)
class PartialDate:
    """A date with precision. `month` may be missing; `day` may only be given with a month.

    Raises ValueError where the parts make no date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> str:
        """'day', 'month' or 'year'."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def start(self) -> datetime.date:
        """The first day the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> datetime.date:
        """The last day the date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The parts known, as HTML's `datetime` attribute takes them: 2025, 2025-06 or 2025-06-14."""
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"

    @property
    def text(self) -> str:
        """The parts known, in words: '14 June 2025', 'June 2025' or '2025'."""
        if self.day:
            return date_format(self.start, "j F Y")
        return f"{MONTHS[self.month]} {self.year}" if self.month else str(self.year)

    @property
    def weekday(self) -> str:
        """The short name of the day, 'Sat'; empty where only the month or year is known."""
        return date_format(self.start, "D") if self.day else ""


def clean_parts(year: int | None, month: int | None, day: int | None) -> None:
    """Check the three fields an editor fills in.

    Raises ValidationError keyed by field, each message saying what to change.
    """
    if not year:
        raise ValidationError({"year": _("Give at least the year.")})
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ValidationError({"year": _("There is no such year.")})
    if day and not month:
        raise ValidationError({"month": _("A day needs its month. Choose the month, or leave the day empty.")})
    try:
        PartialDate(year, month, day)
    except ValueError as error:
        raise ValidationError({"day": _("There is no such day in that month.")}) from error
