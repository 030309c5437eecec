"""The way out: from an offer to its shop. The destination is the offer's own; nothing in a request can choose it."""

import hashlib
import logging
import re
import secrets
from datetime import date

from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from editorial.actions.record_click import record_click
from editorial.listings.reach import shown_pages
from editorial.listings.way_out import Exit, exit_of, page_named
from editorial.models.clicks import NO_MARKET, NO_PAGE
from editorial.shopping.affiliates import tagged
from editorial.shopping.clicks import counts
from editorial.shopping.destinations import refusal

logger = logging.getLogger(__name__)

A_DAY = 60 * 60 * 24
# A second click within this many seconds is the same reader's impatience.
SAME_CLICK = 10
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
    asked_in = request.GET.get("in", "")
    well_formed = PUBLIC_ID.fullmatch(public_id)
    way = exit_of(public_id, asked_in if MARKET.fullmatch(asked_in) else NO_MARKET) if well_formed else None
    page = page_named(request.GET.get("from", ""))
    if way is None or not way.is_open or refusal(way.url, way.hosts):
        return closed(way_back(request, way, page))
    page_id = page.pk if page else NO_PAGE
    count(request, way, page_id, asked_in if way.is_market_known else NO_MARKET)
    values = {"market": way.market, "offer": public_id, "page": str(page_id)}
    return closed(tagged(way.url, way.template, values))


def way_back(request: HttpRequest, way: Exit | None, page) -> str:
    """Where a reader goes whose shop is gone: the product, else the page they came from, else the search.

    The notice is part of every page and is shown to whoever arrives at its anchor: one address, the same bytes.
    """
    product = shown_pages().filter(pk=way.product_id).first() if way else None
    found = product or page
    return f"{found.get_url(request) if found else reverse('search')}#{GONE}"


def closed(address: str) -> HttpResponse:
    """A redirect that nobody keeps, indexes or learns a path from."""
    response = HttpResponseRedirect(address)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def count(request: HttpRequest, way: Exit, page: int, market: str) -> None:
    """Count the click if it is a reader's. Whatever goes wrong here, the reader still gets to the shop."""
    agent = request.headers.get("User-Agent", "")
    purposes = " ".join(request.headers.get(name, "") for name in PURPOSES)
    if not counts(request.method, agent, purposes):
        return
    today = timezone.localdate()
    try:
        if is_repeat(request, way.offer_id, today):
            return
        with transaction.atomic():
            record_click(way.offer_id, page, market, today)
    # Caches fail with the errors of whatever client they use, and no count is worth a reader's way to the shop.
    except Exception:
        logger.exception("A click on offer %s was not counted", way.offer_id)


def is_repeat(request: HttpRequest, offer_id: int, today: date) -> bool:
    """Whether the same reader took the same offer moments ago.

    What is kept for those seconds is a hash, with a salt that nobody writes down and that is gone with the day.
    """
    salt = cache.get_or_set(f"click-salt-{today:%Y%m%d}", lambda: secrets.token_hex(16), A_DAY)
    reader = f"{salt}|{request.META.get('REMOTE_ADDR', '')}|{request.headers.get('User-Agent', '')}|{offer_id}"
    return not cache.add(f"click-{hashlib.sha256(reader.encode()).hexdigest()}", 1, SAME_CLICK)
