"""The price board: prices that wait for a decision, those that were decided, and how prices moved."""

from datetime import timedelta

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import DecimalField, Exists, OuterRef, Subquery
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.utils import get_valid_next_url_from_request

from editorial.actions.decide_prices import Decided, accept, reject, reopen
from editorial.choices import Decision, Doubt
from editorial.desk.shops.listing import OFFERS, ShopsListing, ShopsViewSet
from editorial.models import HeldPrice, Market, PriceObservation, Retailer

PER_PAGE = 50
OF_OFFER = ("offer__retailer", "offer__market", "offer__product__brand", "offer__product__silhouette")
# How far back the movements go; older ones are in each product's own chart.
MOVED_SINCE = timedelta(days=30)
# Nobody reads further by hand, and counting all that moved at ten million offers takes minutes.
MOST_MOVEMENTS = 5000


class HeldFilterSet(WagtailFilterSet):
    """By shop, country and kind of doubt."""

    doubt = django_filters.ChoiceFilter(
        choices=Doubt, label=gettext_lazy("Doubt"), widget=RadioSelect, empty_label=gettext_lazy("All")
    )
    retailer = django_filters.ModelChoiceFilter(
        queryset=Retailer.objects.all(), field_name="offer__retailer", label=gettext_lazy("Retailer")
    )
    market = django_filters.ModelChoiceFilter(
        queryset=Market.objects.all(), field_name="offer__market", label=gettext_lazy("Country")
    )

    class Meta:
        model = HeldPrice
        fields: list[str] = []


class DecidedFilterSet(HeldFilterSet):
    """And by what was decided."""

    decision = django_filters.ChoiceFilter(
        choices=Decision, label=gettext_lazy("Decision"), widget=RadioSelect, empty_label=gettext_lazy("All")
    )


class MovementFilterSet(WagtailFilterSet):
    """By shop and country."""

    retailer = HeldFilterSet.base_filters["retailer"]
    market = HeldFilterSet.base_filters["market"]

    class Meta:
        model = PriceObservation
        fields: list[str] = []


class Board(ShopsListing):
    """One of the board's three lists, with ways to the others."""

    template_name = "desk/shops/board.html"
    paginate_by = PER_PAGE
    tab = ""
    page_title = gettext_lazy("Price board")

    def get_context_data(self, **kwargs):
        names = (("index", _("Waiting")), ("decided", _("Decided")), ("movements", _("Movements")))
        tabs = [(label, reverse(f"shops_board:{name}"), name == self.tab) for name, label in names]
        may_decide = OFFERS.user_has_permission(self.request.user, "change")
        return super().get_context_data(**kwargs) | {"tabs": tabs, "may_decide": may_decide}


class Waiting(Board):
    """What nobody has decided yet, oldest sighting first."""

    tab = "index"
    results_template_name = "desk/shops/board_waiting.html"
    filterset_class = HeldFilterSet

    def get_base_queryset(self):
        return joined(HeldPrice.objects.waiting()).order_by("seen_at", "pk")


class DecidedPrices(Board):
    """Who decided what and when, latest first."""

    tab = "decided"
    results_template_name = "desk/shops/board_decided.html"
    filterset_class = DecidedFilterSet

    def get_base_queryset(self):
        return joined(HeldPrice.objects.decided())


class LatestOnly(WagtailPaginator):
    """Ends at the latest `MOST_MOVEMENTS`, so that neither the list nor its count grows with the shops."""

    @cached_property
    def count(self):
        return self.object_list[:MOST_MOVEMENTS].count()


class Movements(Board):
    """Prices that changed in the last thirty days, latest first."""

    tab = "movements"
    results_template_name = "desk/shops/board_movements.html"
    paginator_class = LatestOnly
    filterset_class = MovementFilterSet

    def get_base_queryset(self):
        return movements(timezone.now())


def joined(prices):
    """With all that a line of the board says."""
    return prices.select_related(*OF_OFFER, "decided_by")


def movements(at):
    """Observed prices that are not an offer's first, with the one before each: `before` and `before_currency`."""
    earlier = PriceObservation.objects.filter(offer=OuterRef("offer"), at__lt=OuterRef("at")).order_by("-at")
    seen = PriceObservation.objects.filter(at__gte=at - MOVED_SINCE, at__lte=at).annotate(
        before=Subquery(earlier.values("price")[:1], output_field=DecimalField()),
        before_currency=Subquery(earlier.values("currency")[:1]),
    )
    moved = seen.filter(Exists(earlier)).order_by("-at", "-pk")
    return moved.select_related(*OF_OFFER)


class PriceBoardViewSet(ShopsViewSet):
    """The board's three lists and the decisions."""

    icon = "warning"
    menu_label = gettext_lazy("Price board")
    url_prefix = "shops/prices"

    def get_urlpatterns(self):
        routes = []
        for name, view in (("index", Waiting), ("decided", DecidedPrices), ("movements", Movements)):
            where = "" if name == "index" else f"{name}/"
            results = "results" if name == "index" else f"{name}_results"
            names = {
                "index_url_name": self.get_url_name(name),
                "index_results_url_name": self.get_url_name(results),
            }
            routes += [
                path(where, self.construct_view(view, **names), name=name),
                path(f"{where}results/", self.construct_view(view, results_only=True, **names), name=results),
            ]
        return [*routes, path("decide/", decide, name="decide")]


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Accept, turn down or ask again about the prices chosen with `price`, or the one in the button's own name."""
    if not OFFERS.user_has_permission(request.user, "change"):
        raise PermissionDenied
    verb, ids = asked(request)
    now = timezone.now()
    if not ids:
        messages.warning(request, _("No price was chosen."))
    elif verb == "accept":
        tell(request, accept(ids, request.user, now), "accept")
    elif verb == "reject":
        tell(request, reject(ids, request.user, now), "reject")
    elif verb == "reopen":
        tell(request, reopen(ids, request.user), "reopen")
    return redirect(get_valid_next_url_from_request(request) or "shops_board:index")


def asked(request: HttpRequest) -> tuple[str, list[int]]:
    """What to do with which prices. A button in a row carries `verb:id`; those below the list carry the verb."""
    verb, _colon, single = request.POST.get("do", "").partition(":")
    chosen = [single] if single else request.POST.getlist("price")
    return verb, [int(pk) for pk in chosen if pk.isascii() and pk.isdigit() and len(pk) < 19][:1000]


def tell(request: HttpRequest, decided: Decided, verb: str) -> None:
    """Say what was done, and what could not be."""
    done = {
        "accept": ngettext("%d price accepted.", "%d prices accepted.", decided.done),
        "reject": ngettext("%d price turned down.", "%d prices turned down.", decided.done),
        "reopen": ngettext("%d price waits again.", "%d prices wait again.", decided.done),
    }[verb]
    if decided.done:
        messages.success(request, done % decided.done)
    if decided.missed:
        missed = ngettext("%d price was let alone:", "%d prices were let alone:", decided.missed) % decided.missed
        why = _("decided by somebody else, seen anew meanwhile, or with an address that is no longer the shop's.")
        messages.warning(request, f"{missed} {why}")
