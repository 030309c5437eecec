"""The shops in the admin: retailers, what they pay, and what they were seen to ask."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from editorial.actions.write_offer import Sighting, write_offer
from editorial.models import AffiliateTerms, Offer, Retailer


class OfferForm(WagtailAdminModelForm):
    """An offer kept by hand. Saving it is a sighting: the price is observed, or held back if it raises a doubt."""

    def clean(self):
        cleaned = super().clean()
        # A former price is dated by the hour it was entered, unless it was there before.
        is_kept = self.instance.pk and cleaned.get("was") == self.instance.was
        if not is_kept:
            self.instance.was_seen_at = timezone.now() if cleaned.get("was") is not None else None
        if cleaned.get("was") is not None and cleaned.get("price") is not None and cleaned["was"] <= cleaned["price"]:
            raise ValidationError({"was": _("A former price is higher than today's.")})
        return cleaned

    def save(self, commit=True):
        offer = super().save(commit=False)
        if commit:
            offer.is_manual = True
            values = self.cleaned_data
            names = ("price", "currency", "availability", "url", "delivery", "delivery_note", "was")
            write_offer(offer, Sighting(at=timezone.now(), **{name: values[name] for name in names}))
        return offer


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
        Column("retailer", label=_("Retailer"), sort_key="retailer__name"),
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


class OfferViewSet(SnippetViewSet):
    """What shops ask, newest sight first; what is held back can be listed by its doubt."""

    model = Offer
    icon = "tag"
    menu_label = _("Offers")
    list_display = [
        Column("product", label=_("Product"), sort_key="product__title"),
        Column("retailer", label=_("Retailer"), sort_key="retailer__name", width="14%"),
        Column("market", label=_("Market"), sort_key="market__name", width="12%"),
        Column("price", label=_("Price"), sort_key="price", width="9%"),
        Column("currency", label=_("Currency"), width="7%"),
        Column("get_availability_display", label=_("Availability"), sort_key="availability", width="10%"),
        Column("seen_at", label=_("Seen"), sort_key="seen_at", width="12%"),
        Column("get_doubt_display", label=_("Held back"), sort_key="doubt", width="10%"),
    ]
    list_filter = {
        "retailer": ["exact"],
        "market": ["exact"],
        "availability": ["exact"],
        "condition": ["exact"],
        "doubt": ["exact"],
        "seen_at": ["lt", "gt"],
    }
    search_fields = ["product__title", "product__style_code", "retailer__name"]
    list_export = [
        "public_id", "retailer.slug", "product.style_code", "market.code", "condition", "price", "currency",
        "availability", "url", "seen_at",
    ]  # fmt: skip
    ordering = ["-seen_at", "-pk"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("retailer"), FieldPanel("market")]),
            FieldPanel("product"),
            FieldRowPanel([FieldPanel("condition"), FieldPanel("availability")]),
            FieldPanel("url"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("price"), FieldPanel("currency")]),
                    FieldRowPanel([FieldPanel("delivery"), FieldPanel("delivery_note")]),
                    FieldPanel("was"),
                ],
                heading=_("Prices"),
            ),
        ],
        base_form_class=OfferForm,
    )

    def get_queryset(self, request):
        return Offer.objects.select_related("product", "retailer", "market")


class Shops(SnippetViewSetGroup):
    """One menu for merchandisers."""

    items = (OfferViewSet, RetailerViewSet, AffiliateTermsViewSet)
    menu_label = _("Shops")
    menu_name = "shops"
    menu_icon = "tag"
    menu_order = 160


register_snippet(Shops)
