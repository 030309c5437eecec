"""Reading the sitemap as a crawler does."""

from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client, address: str) -> dict[str, datetime | None]:
    """The paths that one sitemap file names, each with its date. All must be on the canonical host, each named once."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml"
    found: dict[str, datetime | None] = {}
    for entry in ElementTree.fromstring(response.content):
        location, date = entry.findtext(f"{SPACE}loc"), entry.findtext(f"{SPACE}lastmod")
        assert location.startswith(settings.WAGTAILADMIN_BASE_URL + "/")
        path = location.removeprefix(settings.WAGTAILADMIN_BASE_URL)
        assert path not in found
        found[path] = datetime.fromisoformat(date) if date else None
    return found


def listed(client) -> dict[str, datetime | None]:
    """Everything that the sitemap lists, path and date."""
    found: dict[str, datetime | None] = {}
    for section in entries(client, "/sitemap.xml"):
        part = entries(client, section)
        assert part, f"{section} is empty"
        assert not part.keys() & found.keys()
        found |= part
    return found


def path_of(address: str) -> str:
    """The path of an absolute address on the canonical host."""
    assert address.startswith(settings.WAGTAILADMIN_BASE_URL), address
    return urlsplit(address).path
