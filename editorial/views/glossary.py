"""The glossary."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.listings.glossary import glossary


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Every term the magazine explains, by letter."""
    context = {"letters": glossary()}
    return render(request, "site/glossary.html", context)
