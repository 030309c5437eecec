"""Security headers that Django has no setting for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class SecurityHeadersMiddleware:
    """Adds Permissions-Policy everywhere, and the Content-Security-Policy of the admin and of previews.

    The policy is attached the way Django's `csp_override` does it, which decorates views but cannot decorate an
    include; Django's middleware above writes the header.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if getattr(request, "is_dummy", False):
            # The framework plays a reader to show an editor a draft; the answer is framed beside its form.
            response._csp_config = settings.PREVIEW_CSP
        elif request.path_info.startswith(settings.ADMIN_PATH) and not hasattr(response, "_csp_config"):
            response._csp_config = settings.ADMIN_CSP
        return response
