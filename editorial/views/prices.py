"""Prices of one page in one market: what the script asks for once, and any cache may keep."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from editorial.listings.countries import coded
from editorial.listings.market_prices import prices_on
from editorial.listings.reach import shown_pages


@require_safe
def on_page(request: HttpRequest, market: str, page_id: int) -> HttpResponse:
    """`{"market": "JP", "prices": {"<product id>": ["from ¥19,800", "2026-11-23T…", "23 Nov"]}}` for a page that
    readers may see; what a brand asks comes without a day.

    `market` is a country code in small letters, which is all the script remembers.
    """
    where = coded(market)
    page = shown_pages().filter(pk=page_id).first() if page_id < 2**63 else None
    if where is None or page is None:
        raise Http404
    response = JsonResponse({"market": where.code, "prices": prices_on(page, where, timezone.now())})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
