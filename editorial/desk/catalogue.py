"""The Catalogue menu: everything editors keep that is not a page."""

from django.contrib import messages
from django.db import router
from django.db.models import Max, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from editorial.desk.columns import ThumbnailColumn
from editorial.desk.mentions.aside import SetAsideViewSet
from editorial.desk.mentions.naming import NamedCreateView
from editorial.desk.mentions.terms import TermEditView
from editorial.models import Market, Region, Release, Term, Topic

ADDRESS_HELP = _("Its part of the page's address. Small letters, figures and hyphens.")


class ReleaseViewSet(SnippetViewSet):
    """Releases, the newest dates first."""

    model = Release
    icon = "date"
    menu_label = _("Releases")
    list_display = [
        "product__full_name",
        ThumbnailColumn("picture", label=_("Picture"), width="90px", page_of=lambda release: release.product),
        Column("product.style_code", label=_("Style code"), width="14%"),
        Column("market", label=_("Market"), sort_key="market__name", width="14%"),
        Column("date.text", label=_("Date"), sort_key="year", width="14%"),
        Column("get_status_display", label=_("Status"), sort_key="status", width="10%"),
        DateColumn("updated_at", label=_("Updated"), sort_key="updated_at", width="12%"),
    ]
    list_filter = ["status", "year", "market"]
    search_fields = ["product__title", "product__style_code", "product__silhouette__title", "market__name"]
    ordering = ["-year", "-month", "-day"]
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [FieldPanel("product"), FieldPanel("market")],
            heading=_("What and where"),
            help_text=_("One release for each product and country."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("year"), FieldPanel("month"), FieldPanel("day")]), FieldPanel("status")],
            heading=_("When"),
            help_text=_("As much as is known. A changed date or status keeps what was said before."),
        ),
        MultiFieldPanel(
            [FieldPanel("source"), FieldPanel("note", help_text=_("A remark for readers, such as 'by raffle only'."))],
            heading=_("Who says so"),
        ),
    ]

    def get_queryset(self, request):
        return Release.objects.select_related("market", "product")


class LastInLine(CreateView):
    """A new entry of an ordered list takes the last place."""

    def save_instance(self):
        last = self.model.objects.aggregate(last=Max("sort_order"))["last"] or 0
        self.form.instance.sort_order = last + 1
        return super().save_instance()


class TopicViewSet(SnippetViewSet):
    """Topics, in the order readers see them."""

    model = Topic
    add_view_class = LastInLine
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["title", "slug"]
    sort_order_field = "sort_order"
    panels = [
        FieldPanel("title", help_text=_("The name of the shelf, in a word or two.")),
        FieldPanel("slug", help_text=ADDRESS_HELP),
        FieldPanel("introduction", help_text=_("A line or two at the top of the topic's page.")),
    ]


class TermViewSet(SnippetViewSet):
    """The glossary."""

    model = Term
    add_view_class = NamedCreateView
    edit_view_class = TermEditView
    icon = "help"
    menu_label = _("Glossary")
    list_display = [
        "title",
        Column("brand", label=_("Brand"), width="16%"),
        Column("definition", label=_("Definition")),
    ]
    list_filter = ["brand"]
    list_per_page = 50
    panels = [
        FieldPanel("title", help_text=_("The word as stories write it.")),
        FieldPanel("slug", help_text=ADDRESS_HELP),
        FieldPanel("definition"),
        FieldPanel("aliases"),
        FieldPanel("brand"),
    ]

    def get_queryset(self, request):
        return Term.objects.select_related("brand")


class MarketViewSet(SnippetViewSet):
    """Countries as places to shop."""

    model = Market
    icon = "globe"
    menu_label = _("Markets")
    list_display = [
        "name",
        Column("code", label=_("Code"), sort_key="code", width="8%"),
        Column("region", label=_("Region"), sort_key="region__name", width="16%"),
        Column("currency", label=_("Currency"), sort_key="currency", width="10%"),
        Column("get_size_system_display", label=_("Sizes"), width="10%"),
    ]
    list_filter = ["region", "size_system", "currency"]
    list_per_page = 100
    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("code"), FieldPanel("region")],
            heading=_("Country"),
            help_text=_("Its name in English, its address, its two letters in ISO 3166 and its part of the world."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("currency"), FieldPanel("locale")]),
                FieldPanel("price_note"),
                FieldRowPanel([FieldPanel("size_system"), FieldPanel("time_zone")]),
            ],
            heading=_("Prices, sizes and clocks"),
            help_text=_("How prices, sizes and hours are written for readers who shop there."),
        ),
        FieldPanel("disclosure"),
    ]

    def get_queryset(self, request):
        return Market.objects.select_related("region")


class RegionViewSet(SnippetViewSet):
    """Parts of the world, in the order of the country chooser."""

    model = Region
    add_view_class = LastInLine
    icon = "site"
    menu_label = _("Regions")
    list_display = ["name", "slug"]
    sort_order_field = "sort_order"
    panels = [
        FieldPanel("name", help_text=_("As the country chooser heads it.")),
        FieldPanel("slug", help_text=ADDRESS_HELP),
    ]


class Catalogue(SnippetViewSetGroup):
    """One menu for all of them, next to the pages."""

    items = (ReleaseViewSet, TermViewSet, TopicViewSet, MarketViewSet, RegionViewSet, SetAsideViewSet)
    menu_label = _("Catalogue")
    menu_name = "catalogue"
    menu_icon = "list-ul"
    menu_order = 150


register_snippet(Catalogue)


@hooks.register("before_delete_snippet")
def keep_what_is_used(request, instances) -> HttpResponse | None:
    """What others stand on may not be deleted: a region with markets in it."""
    try:
        Collector(using=router.db_for_write(type(instances[0])), origin=instances).collect(instances)
    except (ProtectedError, RestrictedError):
        names = ", ".join(f"'{instance}'" for instance in instances)
        messages.error(request, _("%(names)s is still used. Move what belongs to it first.") % {"names": names})
        return redirect(type(instances[0]).snippet_viewset.get_url_name("list"))
    return None
