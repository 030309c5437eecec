"""The list of offers, and offers kept by hand."""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from editorial.actions.offer_files import COLUMNS, for_export, row_of
from editorial.desk.shops.listing import csv_response
from editorial.desk.shops.offer_filters import OfferFilterSet
from editorial.desk.shops.offer_form import OfferForm
from editorial.models import HeldPrice, Market, Offer, ProductPage
from editorial.shopping.codes import Freshness
from editorial.shopping.freshness import freshness

AGES = {
    Freshness.FRESH: gettext_lazy("fresh"),
    Freshness.AGEING: gettext_lazy("ageing"),
    Freshness.HIDDEN: gettext_lazy("too old to be shown"),
}

WITHDRAW = ("withdraw", gettext_lazy("Withdraw"), "no-view")


class PriceColumn(Column):
    """Amount and currency, marked where the currency is not the country's own."""

    cell_template_name = "desk/shops/price_cell.html"


class StateColumn(Column):
    """What readers see of the offer, and how old its price is."""

    cell_template_name = "desk/shops/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        step = freshness(instance.seen_at, instance.retailer.cadence, timezone.now())
        return context | {"step": step, "age": AGES[step]}


class OfferIndex(IndexView):
    """The list; its file is what the import reads."""

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "csv":
            rows = for_export(self.get_queryset()).iterator(2000)
            return csv_response(self.export_filename, COLUMNS, map(row_of, rows))
        return super().get(request, *args, **kwargs)

    def _get_title_column(self, field_name, *args, **kwargs):
        column = super()._get_title_column(field_name, *args, **kwargs)
        # Many colourways are called Triple Black.
        column.accessor, column.sort_key = "product.full_name", "product__title"
        return column

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            verb, label, icon = ("bring_back", _("Bring back"), "undo") if instance.withdrawn_at else WITHDRAW
            address = reverse("wagtail_bulk_action", args=["editorial", "offer", verb])
            asked = urlencode({"id": instance.pk, "next": self.request.get_full_path()})
            buttons.append(Button(label, url=f"{address}?{asked}", icon_name=icon, priority=40))
        return buttons

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons.copy()
        buttons.append(Button(_("Download CSV"), url=self.get_export_url("csv"), icon_name="download", priority=90))
        if self.user_has_permission("change"):
            buttons.append(Button(_("Import CSV"), url=reverse("shops_import:index"), icon_name="upload", priority=95))
        return buttons


class SaidByForm:
    """Says after saving whether readers see what was typed."""

    # The framework names the object when one is added, and not when one is changed.
    def get_success_message(self, *instance):
        if self.form.is_believed:
            return super().get_success_message(*instance)
        if self.form.waits:
            return _("%s: the price raises a doubt and waits on the price board.") % self.form.instance
        return _("%s: this price was turned down before, so the offer stays as it is.") % self.form.instance


class AddOffer(SaidByForm, CreateView):
    """A new offer; links from the coverage name its product and market."""

    def get_initial_form_instance(self):
        offer = Offer()
        for name, model in (("product", ProductPage), ("market", Market)):
            value = self.request.GET.get(name, "")
            if value.isascii() and value.isdigit() and len(value) < 19:
                setattr(offer, name, model.objects.filter(pk=int(value)).first())
        if offer.market_id:
            offer.currency = offer.market.currency
        return offer


class EditOffer(SaidByForm, EditView):
    """An offer as it is believed to be."""


class OfferViewSet(SnippetViewSet):
    """What shops ask, newest sight first."""

    model = Offer
    icon = "tag"
    menu_label = gettext_lazy("Offers")
    index_view_class = OfferIndex
    add_view_class = AddOffer
    edit_view_class = EditOffer
    copy_view_enabled = False
    index_template_name = "desk/shops/offers.html"
    filterset_class = OfferFilterSet
    list_display = [
        "product",
        Column("retailer", label=gettext_lazy("Retailer"), sort_key="retailer__name", width="16%"),
        Column("market", label=gettext_lazy("Country"), sort_key="market__name", width="13%"),
        PriceColumn("price", label=gettext_lazy("Price"), sort_key="price", width="11%"),
        Column("get_availability_display", label=gettext_lazy("Availability"), sort_key="availability", width="11%"),
        DateColumn("seen_at", label=gettext_lazy("Seen"), sort_key="seen_at", width="11%"),
        StateColumn("state", label=gettext_lazy("State"), width="15%"),
    ]
    search_fields = ["product__title", "product__style_code", "retailer__name"]
    export_filename = "offers"
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
                heading=gettext_lazy("Prices"),
            ),
        ],
        base_form_class=OfferForm,
    )

    def get_queryset(self, request):
        waiting = HeldPrice.objects.waiting().filter(offer=OuterRef("pk"))
        joined = ("product__brand", "product__silhouette", "retailer", "market")
        return Offer.objects.select_related(*joined).annotate(is_held=Exists(waiting))
