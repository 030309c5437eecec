"""The release calendar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe
from wagtail.models import Site

from editorial.listings.calendar import calendar


@require_safe
def upcoming(request: HttpRequest) -> HttpResponse:
    """What is still to come, by month, narrowed to a market or a brand by `?market=` and `?brand=`."""
    market, brand = request.GET.get("market", ""), request.GET.get("brand", "")
    narrowed = bool(market or brand)
    context = calendar(localdate(), request.GET.get("page"), market, brand) | {
        "narrowed": narrowed,
        "clear": request.path if narrowed else "",
        # The calendar is no page of the tree: the front page answers for its prices.
        "prices_of": getattr(Site.find_for_request(request), "root_page_id", None),
    }
    return render(request, "site/releases.html", context)
