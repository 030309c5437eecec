"""Choosing a country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from editorial.listings.countries import choice, countries, explained
from editorial.listings.house import default_market
from editorial.listings.shoes_there import ids_on, is_product, page_from, shoes_there


@require_safe
def chooser(request: HttpRequest) -> HttpResponse:
    """All countries by region; `?market=` explains one of them, `?for=` says which have shops for a page's shoes.

    An unknown market is answered with the list, and 404; an unknown page is nobody's and left out.
    """
    slug = request.GET.get("market", "")
    came_from = page_from(request.GET.get("for", ""))
    regions = countries(default_market(request), came_from)
    chosen = choice(slug) if slug else None
    context = {
        "regions": regions,
        "chosen": chosen,
        "facts": explained(chosen) if chosen else (),
        "shoes": shoes_there(ids_on(came_from), chosen, timezone.now()) if chosen and came_from else (),
        "narrowed": "market" in request.GET or "for" in request.GET,
        "came_from": came_from,
        "product": came_from if came_from and is_product(came_from) else None,
        "unknown": bool(slug) and chosen is None,
    }
    return render(request, "site/country.html", context, status=404 if context["unknown"] else 200)
