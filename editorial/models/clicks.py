"""Clicks on their way to a shop, added up: no cookie, no address, no person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.offers import Offer

# Values that mean unknown: NULL would make every unknown click a row of its own.
NO_PAGE = 0
NO_MARKET = "ZZ"


class OutboundClick(models.Model):
    """How often readers of a page in a market took an offer on a day. Days are those of the house's time zone.

    `page` is the id of the page the link stood on, kept as a number so that a deleted page leaves its count.
    """

    offer = models.ForeignKey(
        Offer, verbose_name=_("offer"), on_delete=models.CASCADE, related_name="clicks", db_index=False
    )
    page = models.BigIntegerField(_("page"), default=NO_PAGE)
    market = models.CharField(_("market"), max_length=2, default=NO_MARKET)
    day = models.DateField(_("day"))
    clicks = models.PositiveIntegerField(_("clicks"), default=0)

    class Meta:
        verbose_name = _("click")
        verbose_name_plural = _("clicks")
        constraints = [
            models.UniqueConstraint(fields=["offer", "page", "market", "day"], name="one_count_of_clicks_a_day"),
            models.CheckConstraint(condition=models.Q(page__gte=NO_PAGE), name="click_page_is_a_page_or_unknown"),
            models.CheckConstraint(condition=~models.Q(market=""), name="click_market_is_a_market_or_unknown"),
        ]
        indexes = [models.Index(fields=["day"], name="clicks_by_day")]

    def __str__(self):
        return f"{self.day}: {self.clicks}"
