"""Absolute addresses, always on the canonical host, whatever host a request came by."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings


def absolute_url(path: str) -> str:
    """The full address of a path such as `/features/x/`; an address that is absolute already comes back unchanged."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def canonical_host() -> str:
    """The host, with its port where there is one, that every absolute address carries."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc


def canonical_scheme() -> str:
    """'http' or 'https'."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).scheme
