"""The release calendar as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from editorial.listings.asked import page_id
from editorial.listings.reach import shown_pages
from editorial.syndication.release_calendar import release_calendar


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """All releases with a day, or with `?for=<page id>` those of a brand, a silhouette or a colourway and its siblings.

    Any other page, and anything that is no page, is a 404: nobody should subscribe to what they did not ask for.
    """
    page = None
    if "for" in request.GET:
        pk = page_id(request.GET["for"])
        found = shown_pages().filter(pk=pk).first() if pk else None
        if found is None:
            raise Http404
        page = found.specific
    try:
        body = release_calendar(page, localdate())
    except ValueError as error:
        raise Http404 from error
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["X-Robots-Tag"] = "noindex"
    return response
