"""Model fields for a date whose precision is known: year, month or day."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from editorial.dates import PartialDate, clean_parts


class PartialDateMixin(models.Model):
    """Year, and month and day where they are known. `date` is None while the year is missing."""

    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True, choices=sorted(MONTHS.items()))
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def date(self) -> PartialDate | None:
        """The date as far as it is known."""
        return PartialDate(self.year, self.month, self.day) if self.year else None

    def clean_date(self) -> None:
        """Raises ValidationError on the field to mend."""
        clean_parts(self.year, self.month, self.day)


def newest_first(*tie_breaks: str) -> list:
    """Ordering by partial date, honest about precision.

    Within a year, dated entries stand newest first; those of which only the year is known stand after them, because
    nobody can say that they came later. The same holds for days within a month.
    """
    return [
        models.F("year").desc(nulls_last=True),
        Coalesce("month", 0).desc(),
        Coalesce("day", 0).desc(),
        *tie_breaks,
    ]


def oldest_first(*tie_breaks: str) -> list:
    """The mirror of `newest_first`, for what is still to come: undated entries close their year or month."""
    return [models.F("year").asc(), Coalesce("month", 13).asc(), Coalesce("day", 32).asc(), *tie_breaks]
