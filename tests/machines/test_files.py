"""robots.txt, the manifest and the icons."""

import json
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from editorial.reserved import is_reserved
from editorial.urls import urlpatterns


def test_crawlers_are_told_where_not_to_go_and_where_the_sitemap_is(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /search/", "Disallow: /go/"} <= set(lines)
    assert lines[-1] == f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap.xml"


def test_the_manifest_names_icons_that_are_there(client):
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert manifest["name"] == "SPORTSHOWROOM"
    assert len(manifest["icons"]) >= 3
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            name = icon["src"].removeprefix(settings.STATIC_URL)
            with Image.open(settings.BASE_DIR / "static" / name) as picture:
                assert icon["sizes"] == f"{picture.width}x{picture.height}"


@pytest.mark.parametrize(
    ("address", "kind", "size"), [("/favicon.ico", "ICO", (48, 48)), ("/apple-touch-icon.png", "PNG", (180, 180))]
)
def test_icons_are_where_browsers_look_unasked(client, address, kind, size):
    response = client.get(address)
    assert response.status_code == 200
    with Image.open(BytesIO(response.getvalue())) as picture:
        assert (picture.format, picture.size) == (kind, size)


@pytest.mark.parametrize("address", ["/robots.txt", "/manifest.webmanifest", "/favicon.ico", "/apple-touch-icon.png"])
def test_files_are_the_same_for_everyone_and_may_be_kept(client, address):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"
    response = client.get(address)
    assert response["Cache-Control"].startswith("public, max-age=")
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert client.post(address).status_code == 405


def test_no_page_can_take_a_fixed_address():
    """A slug holds no dot; every other first part is reserved. What starts with a brand's slug lies below its pages."""
    parts = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns} - {"<slug:brand>"}
    assert {part for part in parts if not (is_reserved(part, "BrandPage") or part.endswith(".xml"))} == set()
    assert all(is_reserved(name, "BrandPage") for name in ("feed.xml", "feed.json", "news-sitemap.xml", "sitemap.xml"))
