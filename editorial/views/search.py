"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from editorial.listings.search import LONGEST, Query, search


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What was found for `?q=`, narrowed by `?kind=` to one kind or several, page by page.

    Whatever was typed, there is an answer and no error.
    """
    query = Query.read(request.GET.get("q", ""))
    kinds = request.GET.getlist("kind")
    context = search(query, kinds, request.GET.get("page")) | {
        "title": gettext("Search: %(words)s") % {"words": query.text} if query.text else gettext("Search"),
        "longest": LONGEST,
        "clear": f"{request.path}?{urlencode({'q': query.text})}" if kinds else "",
    }
    return render(request, "site/search.html", context)
