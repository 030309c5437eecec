"""Pages for addresses that lead nowhere and for mistakes of ours."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The magazine's own 404."""
    return defaults.page_not_found(request, exception, template_name="site/404.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """The magazine's own 500: complete in itself, because whatever it might ask could be what broke."""
    return defaults.server_error(request, template_name="site/500.html")
