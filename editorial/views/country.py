"""Choosing a country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.listings.countries import choice, countries, explained
from editorial.listings.house import default_market


@require_safe
def chooser(request: HttpRequest) -> HttpResponse:
    """All countries by region; `?market=` explains one of them. An unknown one is answered with the list, and 404."""
    slug = request.GET.get("market", "")
    regions = countries(default_market(request))
    chosen = choice(slug) if slug else None
    context = {
        "regions": regions,
        "chosen": chosen,
        "facts": explained(chosen) if chosen else (),
        "narrowed": bool(slug),
        "unknown": bool(slug) and chosen is None,
    }
    return render(request, "site/country.html", context, status=404 if context["unknown"] else 200)
