"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.listings.facts import Step
from editorial.listings.search import LONGEST, Query, search
from editorial.models import SiteSettings


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, narrowed by `?kind=`, page by page; whatever was typed, an answer and no error."""
    query = Query.read(request.GET.get("q", ""))
    found = search(query, request.GET.get("kind", ""), request.GET.get("page"))
    context = found | {
        "longest": LONGEST,
        "introduction": SiteSettings.load(request).search_introduction,
        "brands": Step("", "/#brands"),
    }
    return render(request, "site/search.html", context)
