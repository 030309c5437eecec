"""The click report: readers on their way to shops, counted by page, product, retailer, market or time."""

from collections.abc import Iterable

import django_filters
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.forms import RadioSelect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from editorial.desk.shops.listing import ShopsListing, ShopsViewSet
from editorial.models import FeaturePage, Market, OutboundClick, ProductPage, Retailer
from editorial.models.clicks import NO_MARKET, NO_PAGE

STORY, PRODUCT, RETAILER, MARKET, DAY, MONTH = "story", "product", "retailer", "market", "day", "month"
GROUPS = (
    (STORY, gettext_lazy("Story or page")),
    (PRODUCT, gettext_lazy("Product")),
    (RETAILER, gettext_lazy("Retailer")),
    (MARKET, gettext_lazy("Country")),
    (DAY, gettext_lazy("Day")),
    (MONTH, gettext_lazy("Month")),
)
# What each group is counted by, under the name that its rows carry.
KEYS = {STORY: "page", PRODUCT: "offer__product", RETAILER: "offer__retailer", MARKET: "market", DAY: "day"}


def market_choices():
    """Countries by code, and the one that nobody knows."""
    return [(NO_MARKET, _("Not known")), *Market.objects.values_list("code", "name")]


class ProductField(django_filters.fields.ModelChoiceField):
    """Colourways by their full names: many are called Triple Black."""

    def label_from_instance(self, obj):
        return obj.full_name


class ProductFilter(django_filters.ModelChoiceFilter):
    """A product by its full name."""

    field_class = ProductField


class ClickFilterSet(WagtailFilterSet):
    """What is counted, and by what."""

    by = django_filters.ChoiceFilter(
        choices=GROUPS[1:],
        method="let_be",
        label=gettext_lazy("Group by"),
        widget=RadioSelect,
        empty_label=GROUPS[0][1],
    )
    day = django_filters.DateFromToRangeFilter(label=gettext_lazy("Period"), widget=DateRangePickerWidget)
    story = django_filters.ModelChoiceFilter(
        queryset=FeaturePage.objects.order_by("title"), method="narrow_story", label=gettext_lazy("Story")
    )
    product = ProductFilter(
        queryset=ProductPage.objects.select_related("brand", "silhouette").order_by("path"),
        field_name="offer__product",
        label=gettext_lazy("Product"),
    )
    retailer = django_filters.ModelChoiceFilter(
        queryset=Retailer.objects.all(), field_name="offer__retailer", label=gettext_lazy("Retailer")
    )
    market = django_filters.ChoiceFilter(choices=market_choices, label=gettext_lazy("Country of the reader"))

    class Meta:
        model = OutboundClick
        fields: list[str] = []

    def let_be(self, clicks, _name, _value):
        return clicks

    def narrow_story(self, clicks, _name, story):
        return clicks.filter(page=story.pk)


class ClickReport(ShopsListing):
    """Clicks in groups, the largest first; days and months in their order, latest first."""

    page_title = gettext_lazy("Clicks")
    results_template_name = "desk/shops/clicks_results.html"
    filterset_class = ClickFilterSet
    csv_name = "clicks"

    @cached_property
    def group(self) -> str:
        """What the clicks are grouped by."""
        asked = self.request.GET.get("by", "")
        return asked if asked in dict(GROUPS) else STORY

    @cached_property
    def csv_columns(self):
        return (str(dict(GROUPS)[self.group]), "id", _("Clicks"))

    def get_base_queryset(self):
        return OutboundClick.objects.order_by()

    @cached_property
    def counted(self):
        """The rows that are counted, narrowed but not grouped."""
        return self.filter_queryset(self.get_base_queryset())

    def get_queryset(self):
        return grouped(self.counted, self.group)

    def csv_rows(self) -> Iterable[Iterable]:
        rows = list(self.get_queryset())
        names = names_of(self.group, rows)
        for row in rows:
            yield names[row["key"]], row["key"], row["total"]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["object_list"])
        names = names_of(self.group, rows)
        total = self.counted.aggregate(total=Sum("clicks"))["total"] or 0
        lines = [
            {
                "name": names[row["key"]],
                "total": row["total"],
                "share": 100 * row["total"] / total,
                "url": self.narrower(row["key"]),
            }
            for row in rows
        ]
        return context | {
            "lines": lines,
            "total": total,
            "group_label": dict(GROUPS)[self.group],
            "groups": [
                (label, self.address(by="" if name == STORY else name), name == self.group) for name, label in GROUPS
            ],
        }

    def narrower(self, key) -> str:
        """The report of this group alone, counted by what it is made of; '' where there is no such filter."""
        if key in (NO_PAGE, None):
            return ""
        if self.group == DAY:
            return self.address(by="", day_from=key.isoformat(), day_to=key.isoformat())
        if self.group == STORY:
            return self.address(by=PRODUCT, story=str(key)) if key in self.stories else ""
        following = {PRODUCT: "", RETAILER: PRODUCT, MARKET: PRODUCT}.get(self.group)
        return "" if following is None else self.address(**{"by": following, self.group: str(key)})

    @cached_property
    def stories(self) -> set[int]:
        """The pages that the filter for stories knows."""
        return set(FeaturePage.objects.values_list("pk", flat=True))


def grouped(clicks, group: str):
    """Rows of `key` and `total`: how many clicks each page, product, retailer, market, day or month had."""
    if group == MONTH:
        clicks = clicks.annotate(month=TruncMonth("day"))
    name = KEYS.get(group, "month")
    rows = clicks.values(name).annotate(total=Sum("clicks"))
    order = (f"-{name}",) if group in (DAY, MONTH) else ("-total", name)
    return Renamed(rows.order_by(*order), name)


class Renamed:
    """Grouped rows whose group is called `key`, whatever its column is; sliced and counted like the query."""

    ordered = True

    def __init__(self, rows, name: str):
        self.rows, self.name = rows, name

    def __iter__(self):
        return ({"key": row[self.name], "total": row["total"]} for row in self.rows)

    def __len__(self):
        return self.rows.count()

    def count(self):
        return self.rows.count()

    def __getitem__(self, part):
        return Renamed(self.rows[part], self.name)


def names_of(group: str, rows: Iterable[dict]) -> dict:
    """What the groups are called, in two queries at most."""
    keys = {row["key"] for row in rows}
    if group == STORY:
        pages = Page.objects.filter(pk__in=keys)
        full = names_of(PRODUCT, rows)
        found = {page.pk: f"{full.get(page.pk, page.title)} ({page.page_type_display_name})" for page in pages}
        unknown = {NO_PAGE: _("Not known")}
        return {key: found.get(key) or unknown.get(key) or _("A page that is gone (%d)") % key for key in keys}
    if group == PRODUCT:
        pages = ProductPage.objects.filter(pk__in=keys).select_related("brand", "silhouette")
        return {page.pk: f"{page.full_name} {page.style_code}".strip() for page in pages}
    if group == RETAILER:
        return dict(Retailer.objects.filter(pk__in=keys).values_list("pk", "name"))
    if group == MARKET:
        return dict.fromkeys(keys, _("Not known")) | dict(
            Market.objects.filter(code__in=keys).values_list("code", "name")
        )
    return {key: date_format(key, "F Y" if group == MONTH else "j F Y") for key in keys}


class ClicksViewSet(ShopsViewSet):
    """The click report."""

    icon = "view"
    menu_label = gettext_lazy("Clicks")
    url_prefix = "shops/clicks"
    view_class = ClickReport
