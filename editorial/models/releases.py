"""Releases: when a product comes out in a market, and how sure that is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.choices import ReleaseStatus
from editorial.dates import clean_parts
from editorial.models.partial_dates import PartialDateMixin, oldest_first
from editorial.models.products import ProductPage
from editorial.querysets import renditions_prefetch

# What makes releases one line of the calendar: the same shoe on the same day, equally sure.
LINE = ("product", "year", "month", "day", "status")


class ReleaseQuerySet(models.QuerySet):
    """Releases as the calendar lists them."""

    def shown(self):
        """Of products that readers may see."""
        return self.filter(product__in=ProductPage.objects.shown())

    def listed(self):
        """Shown ones with the product, its names, its picture and the market joined."""
        return self.shown().select_related(
            "market",
            "product",
            "product__brand",
            "product__silhouette",
            "product__lead_image",
            "product__lead_image__replacement",
        )

    def for_cards(self):
        """As listed, and one more query for renditions."""
        return self.listed().prefetch_related(renditions_prefetch("product__card_picture", "card"))

    def upcoming(self, at):
        """Not over by the date `at`: a month or year counts until its last day has passed.

        Cancelled ones are left out.
        """
        month_open = models.Q(year=at.year, month=at.month) & (models.Q(day__gte=at.day) | models.Q(day=None))
        later_month = models.Q(year=at.year) & (models.Q(month__gt=at.month) | models.Q(month=None))
        return self.filter(models.Q(year__gt=at.year) | later_month | month_open).exclude(
            status__in=[ReleaseStatus.CANCELLED, ReleaseStatus.RELEASED]
        )

    def in_calendar(self):
        """Soonest first; dates known only by month or year close theirs."""
        return self.order_by(*oldest_first("product__title", "product", "market__name"))

    def calendar_lines(self):
        """The same order as rows of `LINE` values, a line once however many markets share it."""
        return self.order_by(*oldest_first("product__title", "product")).values(*LINE).distinct()


class Release(PartialDateMixin, models.Model):
    """One product in one market. A change of date or status keeps what was said before."""

    product = models.ForeignKey(
        ProductPage, verbose_name=_("product"), on_delete=models.CASCADE, related_name="releases"
    )
    market = models.ForeignKey(
        "editorial.Market", verbose_name=_("market"), on_delete=models.CASCADE, related_name="releases"
    )
    status = models.CharField(_("status"), max_length=10, choices=ReleaseStatus, default=ReleaseStatus.ANNOUNCED)
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Who says so."))
    note = models.CharField(_("note"), max_length=200, blank=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.UniqueConstraint(fields=["product", "market"], name="one_release_per_product_and_market"),
        ]
        indexes = [models.Index(fields=["year", "month", "day"], name="release_calendar")]

    def __str__(self):
        return f"{self.product} · {self.market} · {self.date.text if self.date else '?'}"

    def clean(self):
        super().clean()
        clean_parts(self.year, self.month, self.day)

    def save(self, *args, **kwargs):
        before = Release.objects.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        if before and before.said() != self.said():
            ReleaseHistory.objects.create(
                release=self,
                year=before.year,
                month=before.month,
                day=before.day,
                status=before.status,
                source=before.source,
                said_at=before.updated_at,
            )

    def said(self) -> tuple:
        """What the release claims: date and status. A change of it is worth remembering."""
        return self.year, self.month, self.day, self.status


class ReleaseHistory(PartialDateMixin, models.Model):
    """What a release claimed before it changed."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="history")
    status = models.CharField(max_length=10, choices=ReleaseStatus)
    source = models.CharField(max_length=200, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("earlier statement")
        ordering = ["-said_at", "-pk"]

    def __str__(self):
        return f"{self.get_status_display()}, {self.date.text if self.date else '?'}"
