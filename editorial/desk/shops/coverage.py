"""Coverage: which shoes readers can buy where, where they cannot, and which stories send them there anyway."""

from collections.abc import Iterable
from datetime import timedelta

import django_filters
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from editorial.desk.shops.coverage_figures import ALL, PRODUCT, SILHOUETTE, Figures, figures, markets_in, pages_of
from editorial.desk.shops.listing import OFFERS, ShopsListing, ShopsViewSet, add_offer_url, offers_url
from editorial.models import BrandPage, ProductPage, Region, SilhouettePage

# An empty filter is what the screen opens with.
KINDS = (("", gettext_lazy("Products")), (SILHOUETTE, gettext_lazy("Silhouettes")))
# Clicks older than this say little about what readers look for now.
COUNTED = timedelta(days=90)
STORIES_SHOWN = 3


class CoverageFilterSet(WagtailFilterSet):
    """Which rows and which columns."""

    rows = django_filters.ChoiceFilter(
        choices=KINDS[1:], method="let_be", label=gettext_lazy("Rows"), widget=RadioSelect, empty_label=KINDS[0][1]
    )
    brand = django_filters.ModelChoiceFilter(queryset=BrandPage.objects.order_by("title"), label=gettext_lazy("Brand"))
    silhouette = django_filters.ModelChoiceFilter(
        queryset=SilhouettePage.objects.order_by("title"), method="narrow_silhouette", label=gettext_lazy("Silhouette")
    )
    region = django_filters.ModelChoiceFilter(
        queryset=Region.objects.all(), method="let_be", label=gettext_lazy("Region")
    )
    markets = django_filters.ChoiceFilter(
        choices=((ALL, gettext_lazy("All")),),
        method="let_be",
        label=gettext_lazy("Countries"),
        widget=RadioSelect,
        empty_label=gettext_lazy("Where a shop of ours sells or ships"),
    )

    class Meta:
        model = ProductPage
        fields: list[str] = []

    def let_be(self, pages, _name, _value):
        return pages

    def narrow_silhouette(self, pages, _name, silhouette):
        is_rows = pages.model is SilhouettePage
        return pages.filter(pk=silhouette.pk) if is_rows else pages.filter(silhouette=silhouette)


class Coverage(ShopsListing):
    """The matrix: shoes that most stories name first, countries by name."""

    page_title = gettext_lazy("Coverage")
    template_name = "desk/shops/coverage.html"
    results_template_name = "desk/shops/coverage_results.html"
    filterset_class = CoverageFilterSet
    paginate_by = 25
    csv_name = "coverage"

    @cached_property
    def kind(self) -> str:
        """Products or silhouettes."""
        return SILHOUETTE if self.request.GET.get("rows") == SILHOUETTE else PRODUCT

    @cached_property
    def markets(self) -> list:
        """The columns."""
        asked = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        return list(markets_in(asked.get("markets"), asked.get("region")))

    def get_base_queryset(self):
        return pages_of(self.kind)

    @cached_property
    def csv_columns(self):
        return (_("Shoe"), _("Stories"), _("Clicks"), *(market.code for market in self.markets))

    def csv_rows(self) -> Iterable[Iterable]:
        pages = self.get_queryset()
        for start in range(0, pages.count(), 500):
            some = list(pages[start : start + 500])
            found = figures(self.kind, some, self.markets, self.since)
            for page in some:
                cells = (found.cell(page, market) for market in self.markets)
                numbers = (str(cell.offers) if cell.offers else "" for cell in cells)
                yield page.full_name, len(found.stories_of(page)), found.clicks_of(page), *numbers

    @cached_property
    def since(self):
        """From when clicks count."""
        return timezone.localdate() - COUNTED

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = list(context["object_list"])
        found = figures(self.kind, pages, self.markets, self.since)
        may_add = OFFERS.user_has_permission(self.request.user, "add")
        lines = [
            {
                "page": page,
                "cells": [self.cell(page, market, found, may_add) for market in self.markets],
                "stories": found.stories_of(page)[:STORIES_SHOWN],
                "more": max(0, len(found.stories_of(page)) - STORIES_SHOWN),
                "clicks": found.clicks_of(page),
            }
            for page in pages
        ]
        holes = sum(cell["is_hole"] for line in lines for cell in line["cells"])
        return context | {
            "lines": lines,
            "markets": self.markets,
            "holes": holes,
            "kind": self.kind,
            "kinds": [(label, self.address(rows=name), (name or PRODUCT) == self.kind) for name, label in KINDS],
        }

    def cell(self, page, market, found: Figures, may_add: bool) -> dict:
        """One shoe in one country: a number that leads to its offers, or a hole that leads to where it is filled."""
        figure = found.cell(page, market)
        if self.kind == SILHOUETTE:
            url = self.address(rows="", silhouette=str(page.pk))
        elif figure.offers:
            url = offers_url(q=page.style_code or page.title, market=market.pk)
        else:
            url = add_offer_url(product=page.pk, market=market.pk) if may_add else ""
        return {"market": market, "figure": figure, "url": url, "is_hole": not figure.offers and not figure.shipping}


class CoverageViewSet(ShopsViewSet):
    """The coverage matrix."""

    icon = "table"
    menu_label = gettext_lazy("Coverage")
    url_prefix = "shops/coverage"
    view_class = Coverage
