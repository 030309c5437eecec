"""Prices held back: sightings that raise a doubt, kept beside the offer until somebody decides."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.choices import Availability, Decision, Doubt
from editorial.models.offers import TOO_MUCH, Offer
from editorial.shopping.currencies import CURRENCIES
from editorial.shopping.destinations import LONGEST


class HeldPriceQuerySet(models.QuerySet):
    """Held prices as the price board needs them."""

    def waiting(self):
        """Nobody has decided yet."""
        return self.filter(decision="")

    def decided(self):
        """Somebody has; latest decision first."""
        return self.exclude(decision="").order_by("-decided_at", "-pk")


class HeldPrice(models.Model):
    """A sighting that was not believed: all that was seen, what made it doubtful, and what became of it.

    Amounts are in `currency`. `before` and `before_currency` are what the offer was believed to ask then, None and
    empty for an offer that had never been believed. One sighting of an offer waits at a time; what was turned down
    stays, so that it is not asked again.
    """

    offer = models.ForeignKey(
        Offer, verbose_name=_("offer"), on_delete=models.CASCADE, related_name="held_prices", db_index=False
    )
    doubt = models.CharField(_("doubt"), max_length=14, choices=Doubt)
    seen_at = models.DateTimeField(_("seen"))
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3)
    was = models.DecimalField(
        _("former price, as the shop says"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    availability = models.CharField(_("availability"), max_length=10, choices=Availability)
    url = models.CharField(_("address"), max_length=LONGEST)
    delivery = models.DecimalField(_("delivery"), max_digits=12, decimal_places=3, null=True, blank=True)
    delivery_note = models.CharField(_("delivery note"), max_length=80, blank=True)
    before = models.DecimalField(_("price before"), max_digits=12, decimal_places=3, null=True, blank=True)
    before_currency = models.CharField(_("currency before"), max_length=3, blank=True)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision, blank=True, default="")
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = HeldPriceQuerySet.as_manager()
    # As many rows as prices: what uses what is known by the foreign keys already.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("held price")
        verbose_name_plural = _("held prices")
        constraints = [
            models.UniqueConstraint(
                fields=["offer"], condition=models.Q(decision=""), name="one_price_waits_for_a_decision"
            ),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at=None)
                | models.Q(decision__in=Decision.values, decided_at__isnull=False),
                name="decided_price_is_dated",
            ),
            models.CheckConstraint(condition=models.Q(price__gt=0, price__lt=TOO_MUCH), name="held_price_is_a_price"),
            models.CheckConstraint(condition=models.Q(currency__in=CURRENCIES), name="held_currency_is_iso_4217"),
            models.CheckConstraint(condition=models.Q(doubt__in=Doubt.values), name="held_price_has_a_doubt"),
            models.CheckConstraint(condition=models.Q(url__startswith="https://"), name="held_address_is_https"),
        ]
        indexes = [
            models.Index(fields=["offer", "decision"], name="held_prices_of_offer"),
            models.Index(fields=["seen_at"], condition=models.Q(decision=""), name="held_prices_waiting"),
            models.Index(fields=["decided_at"], name="held_prices_by_decision"),
        ]

    def __str__(self):
        return f"{self.price} {self.currency}"
