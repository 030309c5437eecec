"""Retailers: the shops we send readers to."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from editorial.choices import SizeSystem
from editorial.models.markets import Market
from editorial.shopping.destinations import host_of, is_host, refusal

LONGEST_CADENCE = 24 * 30


class Retailer(index.Indexed, models.Model):
    """A shop: where it is at home, where it ships to, on which hosts it lives, how often we read its prices.

    What it pays is kept elsewhere, where the order of shops cannot see it.
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    logo = models.ForeignKey(
        "editorial.EditorialImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    home_market = models.ForeignKey(
        Market, verbose_name=_("home country"), on_delete=models.PROTECT, related_name="retailers"
    )
    town = models.CharField(_("town"), max_length=80, blank=True)
    ships_to = models.ManyToManyField(Market, verbose_name=_("ships to"), blank=True, related_name="shipping_retailers")
    hosts = models.TextField(
        _("hosts"),
        help_text=_("One to a line, such as shop.example. Links lead there and below, nowhere else."),
    )
    size_system = models.CharField(_("size system"), max_length=2, choices=SizeSystem, default=SizeSystem.EU)
    cadence_hours = models.PositiveSmallIntegerField(
        _("hours between readings"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_CADENCE)],
        help_text=_("How often its prices are read. A price that misses its round grows old on the page."),
    )
    is_active = models.BooleanField(_("shown to readers"), default=True)
    notes = models.TextField(_("notes"), blank=True, help_text=_("For the desk only."))

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("retailer")
        verbose_name_plural = _("retailers")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cadence_hours__gte=1, cadence_hours__lte=LONGEST_CADENCE),
                name="retailer_is_read_every_so_often",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.hosts = "\n".join(self.allowed_hosts)
        wrong = [host for host in self.allowed_hosts if not is_host(host)]
        if wrong:
            raise ValidationError({"hosts": _("This is no host: %s. Write it as shop.example.") % ", ".join(wrong)})
        if not self.hosts:
            raise ValidationError({"hosts": _("A shop needs at least one host.")})
        # Only a change of hosts is worth reading every offer.
        if self.pk and not type(self).objects.filter(pk=self.pk, hosts=self.hosts).exists():
            self.keep_hosts_of_offers()

    def keep_hosts_of_offers(self) -> None:
        """Refuse to let go of a host that offers lead to; the database would refuse as well. Raises ValidationError."""
        offers = self.offers.filter(withdrawn_at=None).values_list("url", flat=True)
        stranded = {host_of(url) for url in offers.iterator() if refusal(url, self.allowed_hosts)}
        if stranded:
            raise ValidationError(
                {
                    "hosts": _("Offers lead to %s. Withdraw them before you let go of the host.")
                    % ", ".join(sorted(stranded)[:3])
                }
            )

    @property
    def allowed_hosts(self) -> list[str]:
        """The hosts that its links may lead to, each with those below it."""
        return self.hosts.lower().split()

    @property
    def cadence(self) -> timedelta:
        """The time between two readings of its prices."""
        return timedelta(hours=self.cadence_hours)
