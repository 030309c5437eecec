"""Where readers shop: regions and the countries in them. A market is not a language."""

from zoneinfo import available_timezones

from babel import UnknownLocaleError
from babel.core import Locale
from babel.numbers import is_currency
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.search import index

from editorial.choices import SizeSystem

# English says "in the Netherlands", and "in Japan".
WITH_ARTICLE = "AE AX BQ BS CF CK DO FK FO GB GM KM KY MH MP MV NL PH SB SC TC US VG VI"


class Region(models.Model):
    """Europe, Americas, Asia Pacific, Africa, Middle East."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name


class Market(index.Indexed, models.Model):
    """A country as a place to shop: its currency, its formats, its sizes."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    code = models.CharField(
        _("country code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, as in ISO 3166: GB, JP, BR."))],
    )
    region = models.ForeignKey(Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="markets")
    currency = models.CharField(
        _("currency"),
        max_length=3,
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, as in ISO 4217: GBP, JPY, BRL."))],
    )
    locale = models.CharField(
        _("number format"), max_length=20, help_text=_("How prices are written there: en_GB, ja_JP, pt_BR.")
    )
    time_zone = models.CharField(_("time zone"), max_length=60)
    size_system = models.CharField(_("size system"), max_length=2, choices=SizeSystem, default=SizeSystem.EU)
    price_note = models.CharField(
        _("price note"), max_length=200, blank=True, help_text=_("Such as 'including VAT' or 'before sales tax'.")
    )

    disclosure = models.TextField(
        _("shop links: notice"),
        blank=True,
        help_text=_("Said there before the first shop link of a page. Left empty, the site's own wording is used."),
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("region")]

    class Meta:
        verbose_name = _("market")
        verbose_name_plural = _("markets")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def name_in_text(self) -> str:
        """The name inside a sentence: 'the United Kingdom', 'Japan'."""
        if self.code not in WITH_ARTICLE.split():
            return self.name
        return pgettext("a country inside a sentence", "the %(country)s") % {"country": self.name}

    def clean(self):
        super().clean()
        problems = unknown_standards(self.locale, self.currency, self.time_zone)
        if problems:
            raise ValidationError(problems)


def unknown_standards(locale: str, currency: str, time_zone: str) -> dict[str, str]:
    """Which of a market's three standards do not exist, by field name.

    Sources: CLDR through Babel for locales and currencies, the IANA database for time zones.
    """
    problems: dict[str, str] = {}
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        problems["locale"] = _("There is no such number format. Write language and country, such as fr_CH.")
    if not is_currency(currency):
        problems["currency"] = _("There is no such currency.")
    if time_zone not in available_timezones():
        problems["time_zone"] = _("There is no such time zone. Write it as Asia/Tokyo.")
    return problems
