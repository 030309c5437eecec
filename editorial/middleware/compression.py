"""Compression of what is text."""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

TEXT_TYPES = ("text/", "application/json", "application/feed+json", "application/rss+xml", "application/xml")


class TextCompressionMiddleware(GZipMiddleware):
    """Django's gzip, for pages, feeds and data only: pictures and documents are compressed by their own formats."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.streaming or not response.get("Content-Type", "").startswith(TEXT_TYPES):
            return response
        return super().process_response(request, response)
