"""Choosing a country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.listings.countries import choice, countries, explained, product_from
from editorial.listings.house import default_market


@require_safe
def chooser(request: HttpRequest) -> HttpResponse:
    """All countries by region; `?market=` explains one of them, `?for=` says which have shops for a product.

    An unknown market is answered with the list, and 404.
    """
    slug = request.GET.get("market", "")
    product = product_from(request.GET.get("for", ""))
    regions = countries(default_market(request), product)
    chosen = choice(slug) if slug else None
    context = {
        "regions": regions,
        "chosen": chosen,
        "facts": explained(chosen) if chosen else (),
        "narrowed": bool(slug) or product is not None,
        "product": product,
        "unknown": bool(slug) and chosen is None,
    }
    return render(request, "site/country.html", context, status=404 if context["unknown"] else 200)
