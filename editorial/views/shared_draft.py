"""A draft shown to whoever has its share link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.actions.share_links import LinkClosed, NoSuchLink, count_view, find_link
from editorial.models import ShareLink
from editorial.views.errors import not_found

# Nobody keeps it, nobody lists it, and the pages it links to do not learn the link.
HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
GONE = 410


@require_safe
def shared_draft(request: HttpRequest, token: str) -> HttpResponse:
    """The draft of an open link; 410 for a closed one, 404 for what was never a link of ours."""
    try:
        link = find_link(token)
    except NoSuchLink as error:
        # Answered here: what the middleware makes of an error would lack the headers.
        return with_headers(not_found(request, error))
    except LinkClosed:
        return with_headers(render(request, "site/410.html", status=GONE))
    answer = rendered(link)
    if request.method == "GET" and answer.status_code < 300:
        count_view(link)
    return with_headers(answer)


def rendered(link: ShareLink) -> HttpResponse:
    """The page as the link's version has it, made as for a reader nobody knows: no session, no cookie, no editor."""
    revision = link.revision or link.page.get_latest_revision()
    page = revision.as_object() if revision else link.page.specific
    extra = {"shared_link": link, "shared_standing": standing_of(link)}
    made = page.make_preview_request(extra_request_attrs=extra)
    return HttpResponse(made.content, status=made.status_code, content_type=made.headers.get("Content-Type"))


def standing_of(link: ShareLink) -> str:
    """What the version is to readers: 'live', 'changes' that are not out yet, 'older' or newer than theirs, 'draft'."""
    page = link.page
    if not page.live:
        return "draft"
    shown = link.revision_id or page.latest_revision_id
    if shown == page.live_revision_id or (shown == page.latest_revision_id and not page.has_unpublished_changes):
        return "live"
    return "changes" if shown == page.latest_revision_id else "older"


def with_headers(response: HttpResponse) -> HttpResponse:
    """The answer with what keeps it between the two who share it."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
