"""The way out: from an offer to its shop. The destination is the offer's own; nothing in a request can choose it."""

import logging
import re
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from editorial.actions.record_click import record_click
from editorial.listings.way_out import Exit, exit_of, page_number, shown_page
from editorial.models.clicks import NO_MARKET, NO_PAGE
from editorial.shopping.affiliates import tagged
from editorial.shopping.clicks import counts
from editorial.shopping.destinations import refusal
from editorial.views.repeats import is_repeat

logger = logging.getLogger(__name__)

PUBLIC_ID = re.compile(r"[a-z0-9]{1,12}")
MARKET = re.compile(r"[A-Z]{2}")
# The anchor of the notice in templates/components/offer_gone.html.
GONE = "offer-gone"
PURPOSES = ("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose")


@require_safe
def go(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send the reader to the shop, or, where the offer is gone, to a page of ours that says so.

    `?from=` is the id of the page the link stands on and `?in=` the market it stands for. Both are for the count only.
    """
    now = timezone.now()
    asked_in = request.GET.get("in", "")
    page = page_number(request.GET.get("from", ""))
    way = None
    if PUBLIC_ID.fullmatch(public_id):
        market = asked_in if MARKET.fullmatch(asked_in) else NO_MARKET
        way = exit_of(public_id, market, NO_PAGE if page is None else page, now)
    if way is None or not way.is_open or refusal(way.url, way.hosts):
        return closed(way_back(request, way, page))
    known_page = page if page is not None and way.is_page_known else NO_PAGE
    count(request, way, known_page, asked_in if way.is_market_known else NO_MARKET, now)
    values = {"market": way.market, "offer": public_id, "page": str(known_page)}
    return closed(tagged(way.url, way.template, values))


def way_back(request: HttpRequest, way: Exit | None, page: int | None) -> str:
    """Where a reader goes whose shop is gone: the product, else the page they came from, else the search.

    The notice is part of every page and is shown to whoever arrives at its anchor: one address, the same bytes.
    """
    found = (shown_page(way.product_id) if way else None) or shown_page(page)
    return f"{found.get_url(request) if found else reverse('search')}#{GONE}"


def closed(address: str) -> HttpResponse:
    """A redirect that nobody keeps, indexes or learns a path from."""
    response = HttpResponseRedirect(address)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def count(request: HttpRequest, way: Exit, page: int, market: str, at: datetime) -> None:
    """Count the click if it is a reader's. Whatever goes wrong here, the reader still gets to the shop."""
    purposes = " ".join(request.headers.get(name, "") for name in PURPOSES)
    if not counts(request.method, request.headers.get("User-Agent", ""), purposes):
        return
    if is_repeat(request, way.offer_id, at):
        return
    try:
        record_click(way.offer_id, page, market, timezone.localdate(at))
    # No count is worth a reader's way to the shop, whatever the database, its pool or its network have to say.
    except Exception:
        logger.exception("A click on offer %s was not counted", way.offer_id)
