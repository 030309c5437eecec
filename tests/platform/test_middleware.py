"""What every answer carries, and who may keep it."""

import gzip

import pytest
from django.contrib.auth import get_user_model

pytestmark = [pytest.mark.urls("tests.platform.urls"), pytest.mark.django_db]


def directives(response) -> set[str]:
    return {part.strip() for part in response["Cache-Control"].split(",")}


def policy(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_a_page_may_be_kept_by_shared_caches_and_depends_on_no_cookie(client):
    response = client.get("/page/")
    assert {"public", "max-age=60", "s-maxage=300", "stale-while-revalidate=300"} <= directives(response)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_other_cookies_of_a_reader_change_nothing(client):
    plain = client.get("/page/")
    client.cookies["market"] = "de"
    client.cookies["csrftoken"] = "x" * 32
    chosen = client.get("/page/")
    assert chosen.content == plain.content
    assert directives(chosen) == directives(plain)


def test_a_header_the_view_wrote_stays(client):
    assert client.get("/own-header/")["Cache-Control"] == "public, max-age=7"
    assert "no-store" in directives(client.get("/never/"))


@pytest.mark.parametrize("address", ["/page/", "/own-header/", "/missing/", "/cookie/"])
def test_a_request_with_a_session_is_kept_by_nobody(client, settings, address):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"
    response = client.get(address)
    assert directives(response) == {"private", "no-store"}
    assert not response.has_header("ETag")


@pytest.mark.parametrize("address", ["/cookie/", "/personal/"])
def test_an_answer_made_for_one_reader_is_kept_by_nobody(client, address):
    assert directives(client.get(address)) == {"private", "no-store"}


def test_mistakes_are_not_kept(client):
    client.raise_request_exception = False
    assert not client.get("/missing/").has_header("Cache-Control")
    assert not client.post("/page/").has_header("Cache-Control")


def test_an_unchanged_page_is_answered_with_304(client):
    first = client.get("/page/")
    again = client.get("/page/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]
    assert client.get("/page/", headers={"if-none-match": '"other"'}).status_code == 200


def test_text_is_compressed_for_those_who_ask_and_still_revalidates(client):
    response = client.get("/page/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert b"The sole is the story" in gzip.decompress(response.content)
    assert response["Vary"] == "Accept-Encoding"
    headers = {"accept-encoding": "gzip", "if-none-match": response["ETag"]}
    assert client.get("/page/", headers=headers).status_code == 304


def test_the_public_policy_allows_files_of_ours_only(client):
    found = policy(client.get("/page/"))
    assert found["default-src"] == "'none'"
    for kind in ("script-src", "style-src", "font-src", "img-src", "connect-src", "form-action", "manifest-src"):
        assert found[kind] == "'self'"
    assert all(host.startswith("https://") and "*" not in host for host in found["frame-src"].split())
    assert found["frame-ancestors"] == "'none'"
    assert "nonce" not in str(found)
    assert "unsafe" not in str(found)


def test_the_looser_policy_stays_under_the_admin_path(client):
    found = policy(client.get("/admin/login/"))
    assert found["script-src"] == "'self' 'unsafe-inline'"
    assert found["frame-ancestors"] == "'self'"
    assert "nonce" not in str(found)
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert "'unsafe-inline'" not in policy(client.get("/page/"))["script-src"]


def test_answers_to_mistakes_carry_the_policy_too(client):
    client.raise_request_exception = False
    for address in ("/missing/", "/nowhere/", "/broken/"):
        assert policy(client.get(address))["default-src"] == "'none'", address


def test_the_other_security_headers(client):
    response = client.get("/page/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert "camera=()" in response["Permissions-Policy"]


def test_readers_are_held_to_https_in_production(client, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    assert client.get("/page/", secure=True)["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
