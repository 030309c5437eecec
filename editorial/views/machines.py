"""Answers for machines: feed, sitemap, robots, manifest and the icons that browsers ask for by name."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from editorial.addresses import absolute_url
from editorial.listings.expiry import changes_noted
from editorial.middleware.caching import kept_until, same_for_everyone
from editorial.syndication.feeds import magazine_feed
from editorial.syndication.sitemaps import SITEMAPS, index_items

FOR_AN_HOUR = "public, max-age=3600"
FOR_A_DAY = "public, max-age=86400"
# Lists of addresses are no results themselves.
NO_RESULT = "noindex"
ICONS = {
    "favicon.ico": ("icons/favicon.ico", "image/x-icon"),
    "apple-touch-icon.png": ("icons/apple-touch-icon.png", "image/png"),
}


def kept(response: HttpResponse, cache_control: str) -> HttpResponse:
    """The answer with the time that anybody may keep it."""
    response.headers["Cache-Control"] = cache_control
    return same_for_everyone(response)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest stories and collaborations as RSS, whole. The ETag is that of the bytes."""
    with changes_noted() as changes:
        made = magazine_feed(request, absolute_url(request.path))
    response = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    response.headers["Last-Modified"] = http_date(made.latest_post_date().timestamp())
    # No longer than the rights of the pictures in it.
    return kept(response, kept_until(changes))


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The files of the sitemap."""
    response = render(request, "sitemap_index.xml", {"sitemaps": index_items()}, content_type="application/xml")
    response.headers["X-Robots-Tag"] = NO_RESULT
    return kept(response, settings.PAGE_CACHE_CONTROL)


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """One file of the sitemap. Raises Http404 for a section, or a page of one, that is not there."""
    response = sitemap(request, SITEMAPS, section=section, template_name="feeds/sitemap.xml")
    response.render()
    # A page that was taken off the site leaves the newest date of the rest behind: only the bytes can tell.
    response.headers.pop("Last-Modified", None)
    response.headers["X-Robots-Tag"] = NO_RESULT
    return kept(response, settings.PAGE_CACHE_CONTROL)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where crawlers need not go, and where the sitemap is."""
    context = {"sitemap": absolute_url(reverse("sitemap"))}
    return kept(render(request, "feeds/robots.txt", context, content_type="text/plain"), FOR_AN_HOUR)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest."""
    return kept(render(request, "site/manifest.webmanifest", content_type="application/manifest+json"), FOR_AN_HOUR)


@require_safe
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """An icon at the address where browsers look for it unasked. Raises Http404 for any other name."""
    file_name, content_type = ICONS[name]
    path = finders.find(file_name)
    if path is None:
        raise Http404
    return kept(FileResponse(open(path, "rb"), content_type=content_type), FOR_A_DAY)
