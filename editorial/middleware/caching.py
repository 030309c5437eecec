"""Who may keep an answer.

Readers without a session all get the same bytes, so shared caches may keep pages. A request that carries the session
cookie belongs to an editor: its answer is nobody else's, and no cache keeps it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PRIVATE = "private, no-store"


def same_for_everyone(response: HttpResponse) -> HttpResponse:
    """Mark a file whose bytes depend on its address alone, so that editors' browsers may keep it too."""
    response.same_for_everyone = True
    return response


def depends_on_cookies(response: HttpResponse) -> bool:
    """Whether the answer sets a cookie or was made by looking at one."""
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return bool(response.cookies) or "cookie" in varies


class CacheHeadersMiddleware:
    """Writes Cache-Control. A header that a view wrote itself stays, except for requests that carry a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            if not getattr(response, "same_for_everyone", False):
                response.headers["Cache-Control"] = PRIVATE
        elif "Cache-Control" not in response.headers:
            if depends_on_cookies(response):
                response.headers["Cache-Control"] = PRIVATE
            elif request.method in {"GET", "HEAD"} and response.status_code == 200:
                response.headers["Cache-Control"] = settings.PAGE_CACHE_CONTROL
        return response
