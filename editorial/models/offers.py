"""Offers: what a shop asks for a product in a market, size by size, and what it asked before."""

import secrets
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import Availability, Condition, Doubt, SizeSystem
from editorial.models.markets import Market
from editorial.models.products import ProductPage
from editorial.models.retailers import Retailer
from editorial.querysets import is_offered
from editorial.shopping.currencies import CURRENCIES
from editorial.shopping.destinations import LONGEST, Refusal, refusal

SMALLEST, TOO_MUCH = Decimal("0.001"), Decimal(10**9)
# Letters and digits that nobody mistakes for one another; 12 of them are 58 bits.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PUBLIC_ID = 12
REFUSALS = {
    Refusal.LENGTH: _("The address is empty or too long."),
    Refusal.CHARACTERS: _("The address has characters that no address has: spaces, backslashes, letters beyond ASCII."),
    Refusal.SCHEME: _("The address begins with https://."),
    Refusal.CREDENTIALS: _("An address with a name or password in it leads nowhere we send readers."),
    Refusal.PORT: _("The address names a port."),
    Refusal.HOST: _("The address has no proper host."),
    Refusal.FOREIGN: _("The address is not on one of the retailer's hosts."),
}


def new_public_id() -> str:
    """A name for an offer in public addresses, which says nothing about how many there are."""
    return "".join(secrets.choice(ALPHABET) for _number in range(PUBLIC_ID))


class OfferQuerySet(models.QuerySet):
    """Offers as pages need them."""

    def shown(self, at: datetime | None = None):
        """Neither withdrawn, held back nor expired by now, of a shop that readers may see."""
        return self.filter(is_offered(at or timezone.now()))

    def in_order_of_arrival(self):
        """Oldest first."""
        return self.order_by("pk")


class Offer(models.Model):
    """One retailer, product, market and condition. Amounts are in `currency`, which the market need not use.

    `seen_at` is when the shop was last found to ask this; `delivery` None is not known. `was` is the former price the
    shop itself names, as it stood on `was_seen_at`. Price and currency are always the last that were believed; an offer
    with a `doubt` was never believed and stays hidden until somebody decides. What is doubtful waits in `held_prices`.
    """

    # Unique below: a unique field of text would get a second index, for beginnings that nobody asks for.
    public_id = models.CharField(max_length=PUBLIC_ID, editable=False, default=new_public_id)
    # Indexes below begin with each of these three; bare ones would be second copies.
    retailer = models.ForeignKey(
        Retailer, verbose_name=_("retailer"), on_delete=models.CASCADE, related_name="offers", db_index=False
    )
    product = models.ForeignKey(
        ProductPage, verbose_name=_("product"), on_delete=models.CASCADE, related_name="offers", db_index=False
    )
    market = models.ForeignKey(
        Market, verbose_name=_("market"), on_delete=models.PROTECT, related_name="offers", db_index=False
    )
    condition = models.CharField(_("condition"), max_length=8, choices=Condition, default=Condition.NEW)
    url = models.CharField(_("address"), max_length=LONGEST)
    price = models.DecimalField(
        _("price"), max_digits=12, decimal_places=3, validators=[MinValueValidator(SMALLEST, _("More than nothing."))]
    )
    currency = models.CharField(_("currency"), max_length=3)
    was = models.DecimalField(
        _("former price, as the shop says"),
        max_digits=12,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(SMALLEST, _("More than nothing."))],
    )
    was_seen_at = models.DateTimeField(_("former price seen"), null=True, blank=True)
    delivery = models.DecimalField(
        _("delivery"), max_digits=12, decimal_places=3, null=True, blank=True, help_text=_("Empty: not known. 0: free.")
    )
    delivery_note = models.CharField(_("delivery note"), max_length=80, blank=True)
    availability = models.CharField(
        _("availability"), max_length=10, choices=Availability, default=Availability.UNKNOWN
    )
    seen_at = models.DateTimeField(_("seen"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    doubt = models.CharField(_("held back"), max_length=14, choices=Doubt, blank=True, default="")
    is_manual = models.BooleanField(_("kept by hand"), default=False)

    objects = OfferQuerySet.as_manager()
    # Millions of rows, each with three references that their foreign keys answer for.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            models.UniqueConstraint(fields=["public_id"], name="one_offer_per_public_id"),
            models.UniqueConstraint(
                fields=["retailer", "product", "market", "condition"],
                name="one_offer_per_retailer_product_market_condition",
            ),
            models.CheckConstraint(condition=models.Q(price__gt=0, price__lt=TOO_MUCH), name="offer_price_is_a_price"),
            models.CheckConstraint(
                condition=models.Q(was=None) | models.Q(was__gt=0, was__lt=TOO_MUCH, was_seen_at__isnull=False),
                name="offer_former_price_is_dated",
            ),
            models.CheckConstraint(
                condition=models.Q(delivery=None) | models.Q(delivery__gte=0, delivery__lt=TOO_MUCH),
                name="offer_delivery_is_known_or_not",
            ),
            models.CheckConstraint(condition=models.Q(currency__in=CURRENCIES), name="offer_currency_is_iso_4217"),
            models.CheckConstraint(condition=models.Q(url__startswith="https://"), name="offer_address_is_https"),
            models.CheckConstraint(
                condition=models.Q(condition__in=Condition.values, availability__in=Availability.values),
                name="offer_words_are_known",
            ),
        ]
        indexes = [
            models.Index(fields=["product", "market"], name="offers_of_product_in_market"),
            models.Index(fields=["retailer", "seen_at"], name="offers_of_retailer_by_age"),
            models.Index(fields=["market", "seen_at"], name="offers_of_market_by_age"),
            models.Index(fields=["seen_at"], name="offers_by_age"),
            models.Index(fields=["doubt"], condition=~models.Q(doubt=""), name="offers_held_back"),
        ]

    def __str__(self):
        return f"{self.retailer} · {self.product.title} · {self.market.code}"

    def clean(self):
        super().clean()
        if self.currency not in CURRENCIES:
            raise ValidationError({"currency": _("There is no such currency. Write it as GBP.")})
        if self.was is not None and self.was_seen_at is None:
            raise ValidationError({"was_seen_at": _("A former price needs the day on which the shop named it.")})
        if self.delivery is not None and self.delivery < 0:
            raise ValidationError({"delivery": _("Delivery costs nothing or more.")})
        if self.retailer_id:
            self.clean_url()

    def clean_url(self) -> None:
        """Refuse an address that is not the shop's. Raises ValidationError on `url`."""
        problem = refusal(self.url, self.retailer.allowed_hosts)
        if problem:
            raise ValidationError({"url": REFUSALS[problem]})


class OfferItem(models.Model):
    """One size of an offer, as the shop lists it: the size as written on its page, and the shop's number for it."""

    offer = models.ForeignKey(
        Offer, verbose_name=_("offer"), on_delete=models.CASCADE, related_name="items", db_index=False
    )
    system = models.CharField(_("size system"), max_length=2, choices=SizeSystem)
    size = models.CharField(_("size"), max_length=12)
    item_id = models.CharField(_("item number"), max_length=80, blank=True)
    availability = models.CharField(_("availability"), max_length=10, choices=Availability)

    class Meta:
        verbose_name = _("size")
        verbose_name_plural = _("sizes")
        constraints = [
            models.UniqueConstraint(fields=["offer", "system", "size"], name="one_item_per_size"),
            models.CheckConstraint(condition=~models.Q(size=""), name="item_has_a_size"),
            models.CheckConstraint(
                condition=models.Q(system__in=SizeSystem.values, availability__in=Availability.values),
                name="item_words_are_known",
            ),
        ]

    def __str__(self):
        return f"{self.system} {self.size}"


class PriceObservation(models.Model):
    """What an offer cost from a moment on. Written on change only, and never rewritten."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="observations", db_index=False)
    at = models.DateTimeField(_("seen"))
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3)

    class Meta:
        verbose_name = _("price observation")
        ordering = ["offer", "at"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "at"], name="one_observation_per_moment"),
            models.CheckConstraint(
                condition=models.Q(price__gt=0, price__lt=TOO_MUCH), name="observed_price_is_a_price"
            ),
            models.CheckConstraint(condition=models.Q(currency__in=CURRENCIES), name="observed_currency_is_iso_4217"),
        ]
        indexes = [models.Index(fields=["at"], name="observations_by_day")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d} {self.price} {self.currency}"
