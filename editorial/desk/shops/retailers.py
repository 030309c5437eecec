"""The shops themselves, and how they know that a reader came from us."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.models import AffiliateTerms, Retailer


class RetailerViewSet(SnippetViewSet):
    """The shops themselves."""

    model = Retailer
    icon = "group"
    menu_label = _("Retailers")
    list_display = [
        "name",
        Column("home_market", label=_("Home country"), sort_key="home_market__name", width="18%"),
        Column("cadence_hours", label=_("Hours between readings"), sort_key="cadence_hours", width="16%"),
        Column("is_active", label=_("Shown"), sort_key="is_active", width="10%"),
    ]
    list_filter = ["home_market", "is_active"]
    list_per_page = 50
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("home_market"), FieldPanel("town")]),
        FieldPanel("logo"),
        FieldPanel("ships_to"),
        FieldPanel("hosts"),
        FieldRowPanel([FieldPanel("size_system"), FieldPanel("cadence_hours")]),
        FieldPanel("is_active"),
        FieldPanel("notes"),
    ]

    def get_queryset(self, request):
        return Retailer.objects.select_related("home_market")


class AffiliateTermsViewSet(SnippetViewSet):
    """What shops pay, and how they know that a reader came from us."""

    model = AffiliateTerms
    icon = "link"
    menu_label = _("Affiliate terms")
    list_display = [
        "retailer",
        Column("market", label=_("Market"), sort_key="market__name", width="18%"),
        Column("programme", label=_("Programme"), width="18%"),
    ]
    list_filter = ["retailer", "market"]
    list_per_page = 50
    panels = [
        FieldRowPanel([FieldPanel("retailer"), FieldPanel("market")]),
        FieldPanel("programme"),
        FieldPanel("template"),
        FieldPanel("terms"),
    ]

    def get_queryset(self, request):
        return AffiliateTerms.objects.select_related("retailer", "market")
