"""The admin wears the magazine's clothes."""

import pytest
from django.contrib.staticfiles import finders

from tests.support.html import Document

pytestmark = pytest.mark.django_db


def test_the_sign_in_page_is_ours(client):
    page = Document(client.get("/admin/login/"))
    assert page.title.string.strip().endswith("SPORTSHOWROOM")
    assert page.text_of("h1") == "Sign in to the desk"
    assert page.text_of(".desk-login-logo") == "SPORTSHOWROOM"
    assert "Wagtail" not in page.select_one("main").get_text()
    assert page.select_one("link[rel=icon]")["href"].startswith("/static/icons/icon.")


def test_every_page_of_the_desk_is_ours(editor):
    response = editor.get("/admin/")
    page = Document(response)
    assert page.title.string.strip().endswith("SPORTSHOWROOM")
    assert "desk-wordmark" in response.content.decode()
    assert any("admin-desk/css/desk.css" in link["href"] for link in page.select("link[rel=stylesheet]"))
    assert "Wagtail 8" not in page.get_text()


def test_what_the_desk_links_to_exists():
    for name in ("desk.css", "accents.css"):
        assert finders.find(f"admin-desk/css/{name}")
    assert finders.find("admin-desk/js/accent-hint.js")
