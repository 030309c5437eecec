"""What editors set once for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from editorial.models.markets import Market
from editorial.models.standard import StandardPage
from editorial.panels.site import SETTINGS


@register_setting(icon="site")
class SiteSettings(BaseGenericSetting):
    """Introductions of the pages that are views, the default market, the policy pages."""

    default_market = models.ForeignKey(
        Market,
        verbose_name=_("default market"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Pages show its prices until a reader chooses another country."),
    )
    releases_introduction = models.TextField(_("releases: introduction"), blank=True)
    glossary_introduction = models.TextField(_("glossary: introduction"), blank=True)
    country_introduction = models.TextField(_("countries: introduction"), blank=True)
    search_introduction = models.TextField(_("search: introduction"), blank=True)
    cookie_notice = models.CharField(_("cookie notice"), max_length=200, blank=True)
    cookie_policy = models.ForeignKey(
        StandardPage,
        verbose_name=_("cookie policy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    disclosure = models.TextField(
        _("shop links: notice"),
        blank=True,
        help_text=_("Said before the first shop link of a page that may pay us. A market can have its own wording."),
    )
    footer_note = models.TextField(_("small print in the footer"), blank=True)

    select_related = ["default_market", "cookie_policy"]

    panels = SETTINGS

    class Meta:
        verbose_name = _("site settings")
