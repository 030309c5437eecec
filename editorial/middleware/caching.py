"""Who may keep an answer.

Readers without a session all get the same bytes, so shared caches may keep pages. A request that carries the session
cookie belongs to an editor: its answer is nobody else's, and no cache keeps it.
"""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from editorial.listings.expiry import changes_noted
from editorial.shopping.freshness import lifetime

PRIVATE = "private, no-store"
# Seconds that PAGE_CACHE_CONTROL lets a page live in all, stale allowances included, and in a browser.
LONGEST = 900
IN_A_BROWSER = 60


def same_for_everyone(response: HttpResponse) -> HttpResponse:
    """Mark a file whose bytes depend on its address alone, so that editors' browsers may keep it too."""
    response.same_for_everyone = True
    return response


def depends_on_cookies(response: HttpResponse) -> bool:
    """Whether the answer sets a cookie or was made by looking at one."""
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return bool(response.cookies) or "cookie" in varies


def kept_until(changes: list[datetime]) -> str:
    """The Cache-Control of a page: the house's own, or a shorter one that ends before anything on it changes."""
    seconds = lifetime(changes, timezone.now(), LONGEST)
    if seconds == LONGEST:
        return settings.PAGE_CACHE_CONTROL
    return f"public, max-age={min(seconds, IN_A_BROWSER)}, s-maxage={seconds}"


class CacheHeadersMiddleware:
    """Writes Cache-Control. A header that a view wrote itself stays, except for requests that carry a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with changes_noted() as changes:
            response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            if not getattr(response, "same_for_everyone", False):
                response.headers["Cache-Control"] = PRIVATE
        elif "Cache-Control" not in response.headers:
            if depends_on_cookies(response):
                response.headers["Cache-Control"] = PRIVATE
            elif request.method in {"GET", "HEAD"} and response.status_code == 200:
                response.headers["Cache-Control"] = kept_until(changes)
        return response
