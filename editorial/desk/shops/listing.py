"""What the screens of the shops share: who may see them, tables that leave as CSV, a place in the menu."""

import csv
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.http import StreamingHttpResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.admin.views.mixins import Echo
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from editorial.models import Offer
from editorial.shopping.tables import guarded

MARK = "\ufeff"
OFFERS = ModelPermissionPolicy(Offer)


class ShopsMenuItem(MenuItem):
    """Shown to those who may see offers."""

    def is_shown(self, request):
        return OFFERS.user_has_any_permission(request.user, ["add", "change", "view"])


class ShopsViewSet(ViewSet):
    """A screen of the shops: `view_class` at its address, and its results alone for the filters to swap in."""

    menu_item_class = ShopsMenuItem
    view_class: type

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            index_url_name=self.get_url_name("index"),
            index_results_url_name=self.get_url_name("results"),
            header_icon=self.icon,
            **kwargs,
        )

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(self.view_class), name="index"),
            path("results/", self.construct_view(self.view_class, results_only=True), name="results"),
        ]


class ShopsListing(PermissionCheckedMixin, BaseListingView):
    """A list that may be narrowed, read on paper in pages, and taken away as CSV."""

    template_name = "desk/shops/listing.html"
    permission_policy = OFFERS
    any_permission_required = ["change", "view"]
    paginate_by = 50
    csv_name = ""
    csv_columns: tuple[str, ...] = ()

    def get(self, request, *args, **kwargs):
        if self.csv_name and request.GET.get("export") == "csv":
            return csv_response(self.csv_name, self.csv_columns, self.csv_rows())
        return super().get(request, *args, **kwargs)

    def csv_rows(self) -> Iterable[Iterable]:
        """All rows of the list, narrowed as it is."""
        return ()

    @cached_property
    def header_more_buttons(self):
        """The list as a file."""
        if not self.csv_name:
            return []
        return [Button(_("Download CSV"), url=self.address(export="csv"), icon_name="download", priority=100)]

    def address(self, **changes: str) -> str:
        """This list narrowed in the same way but for these parameters; the first of its pages."""
        asked = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment"):
            asked.pop(name, None)
        for name, value in changes.items():
            asked.pop(name, None)
            if value:
                asked[name] = value
        return f"{self.index_url}?{asked.urlencode()}"


def csv_response(name: str, header: Iterable[str], rows: Iterable[Iterable]) -> StreamingHttpResponse:
    """A CSV file that spreadsheets open as UTF-8 and in which no cell is a formula."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_lines(header: Iterable[str], rows: Iterable[Iterable]) -> Iterator[bytes]:
    """The file, a line at a time."""
    writer = csv.writer(Echo())
    yield MARK.encode()
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([guarded(str(cell)) for cell in row])


def add_offer_url(**known) -> str:
    """Where an offer is entered by hand, with what is known of it."""
    return f"{reverse(Offer.snippet_viewset.get_url_name('add'))}?{urlencode(known)}"


def offers_url(**narrowed) -> str:
    """The list of offers, narrowed."""
    return f"{reverse(Offer.snippet_viewset.get_url_name('list'))}?{urlencode(narrowed)}"
