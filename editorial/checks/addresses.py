"""Addresses written by hand: which are our own."""

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect


@dataclass(frozen=True)
class Inside:
    """An address of ours: `path` with slashes around it, empty for the page itself, and the `anchor` in it."""

    path: str
    anchor: str


def own_hosts(hostname: str) -> frozenset[str]:
    """The hosts whose addresses are ours: that of the site, and that of the address we publish."""
    published = urlsplit(getattr(settings, "WAGTAILADMIN_BASE_URL", "") or "").hostname or ""
    return frozenset(host for host in (hostname, published) if host)


def inside(href: str, hosts: frozenset[str]) -> Inside | None:
    """The address inside the site, or None where it leads elsewhere or is none."""
    try:
        parts = urlsplit(href)
        is_ours = (not parts.scheme and not parts.netloc) or (is_web(parts) and (parts.hostname or "") in hosts)
    except ValueError:
        return None
    if not is_ours or (parts.path and not parts.path.startswith("/")):
        return None
    path = unquote(parts.path)
    if not path and parts.netloc:
        path = "/"
    if path and not path.endswith("/"):
        path += "/"
    return Inside(path, unquote(parts.fragment))


def is_web(parts: SplitResult) -> bool:
    """Whether a browser goes there by the web."""
    return parts.scheme in ("http", "https", "")


def host_of(href: str) -> str:
    """The host of a web address, lower case; empty where there is none."""
    try:
        parts = urlsplit(href)
        return (parts.hostname or "").lower() if is_web(parts) else ""
    except ValueError:
        return ""


def redirected() -> frozenset[str]:
    """Every old address that leads on, with a slash at its end."""
    return frozenset(f"{path.rstrip('/')}/" for path in Redirect.objects.values_list("old_path", flat=True))
