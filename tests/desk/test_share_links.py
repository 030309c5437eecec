"""A draft read by somebody without an account."""

import datetime
import re

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.actions.share_links import hash_of, make_link, signer
from editorial.models import ShareLink
from tests.desk.builders import brand, feature, product, section, silhouette
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def shared(page, user, days: int = 7, revision=None) -> str:
    """The path of a new link."""
    _link, token = make_link(page, "A reader", timezone.now() + datetime.timedelta(days=days), user, revision)
    return reverse("shared_draft", args=[token])


def prose(words: str) -> dict:
    """A paragraph as stored."""
    return {"type": "prose", "value": f"<p>{words}</p>"}


def test_a_stranger_reads_the_draft_under_a_banner_and_nothing_is_kept(editor):
    page = feature("Not out yet", body=[section("One", prose("Nobody has read this."))])
    path = shared(page, editor.user)
    answer = Client().get(path)
    assert answer.status_code == 200
    read = Document(answer)
    assert "Nobody has read this." in read.get_text()
    assert "Draft, not published." in read.text_of(".shared-banner")
    assert read.select("picture img, .lead img")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert Client().get(page.url).status_code == 404
    link = ShareLink.objects.get()
    assert (link.views, link.last_seen_at is not None) == (1, True)
    Client().head(path)
    assert ShareLink.objects.get().views == 1


def test_the_latest_version_or_the_one_it_was_made_for(editor):
    page = feature("Draft", body=[section("One", prose("As it was."))])
    latest, fixed = shared(page, editor.user), shared(page, editor.user, revision=page.latest_revision)
    page.body = [("section", {"heading": "One", "content": [("prose", "<p>As it is.</p>")]})]
    page.save_revision()
    assert "As it is." in Client().get(latest).content.decode()
    assert "As it was." in Client().get(fixed).content.decode()


def test_the_banner_says_what_the_version_is_to_readers(editor):
    page = feature("Out", live=False)
    page.latest_revision.publish()
    page.refresh_from_db()
    path, fixed = shared(page, editor.user), shared(page, editor.user, revision=page.latest_revision)
    assert "This version is published." in Document(Client().get(path)).text_of(".shared-banner")
    page.save_revision()
    assert "Changes, not published." in Document(Client().get(path)).text_of(".shared-banner")
    assert "This version is published." in Document(Client().get(fixed)).text_of(".shared-banner")
    page.get_latest_revision().publish()
    assert "Not the version that is published." in Document(Client().get(fixed)).text_of(".shared-banner")


def test_machines_are_told_nothing_of_a_draft(editor):
    read = Document(Client().get(shared(feature("Not out yet"), editor.user)))
    assert [tag["content"] for tag in read.select("meta[name=robots]")] == ["noindex, nofollow, noarchive"]
    assert read.text_of("title") == "Not out yet | SPORTSHOWROOM"
    assert not read.select("link[rel=canonical], meta[property^='og:'], script[type='application/ld+json']")


def test_other_drafts_stay_closed(editor):
    shoe = product(silhouette(brand()), "Hidden colour", live=False)
    card = {"type": "product_card", "value": {"product": shoe.pk}}
    other = feature("Hidden story")
    link = prose(f'See <a linktype="page" id="{other.pk}">the other</a>.')
    page = feature("Draft", body=[section("One", card, link)])
    read = Client().get(shared(page, editor.user)).content.decode()
    assert "See " in read
    assert "Hidden colour" not in read
    assert other.slug not in read


def test_an_editor_who_opens_it_sees_what_the_stranger_sees(editor):
    path = shared(feature("Draft"), editor.user)
    answer = editor.get(path)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "wagtail-userbar" not in answer.content.decode()


def test_expired_and_revoked_links_are_gone_in_kind_words(editor):
    path = shared(feature("Secret title"), editor.user, days=1)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        answer = Client().get(path)
    assert answer.status_code == 410
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "This link has closed" in answer.content.decode()
    assert "Secret title" not in answer.content.decode()
    assert Client().get(path).status_code == 200
    editor.post(reverse("desk_revoke", args=[ShareLink.objects.get().pk]))
    assert Client().get(path).status_code == 410


def test_what_was_never_a_link_of_ours_is_not_found(editor, django_assert_num_queries):
    path = shared(feature("Draft"), editor.user)
    forged = path[:-3] + ("aa/" if path[-3:] != "aa/" else "bb/")
    for wrong in (forged, "/shared/x/", f"/shared/{'a' * 300}/", "/shared/a.b/", "/shared/%00/"):
        assert Client().get(wrong).status_code == 404
    signed_but_unknown = reverse("shared_draft", args=[signer().sign("guessed")])
    for address in (forged, signed_but_unknown):
        answer = Client().get(address)
        assert answer.status_code == 404
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"]
    assert Client().post(path).status_code == 405


def test_the_token_is_shown_once_and_stored_nowhere(editor):
    page = feature("Draft")
    sheet = reverse("desk_share", args=[page.pk])
    answer = editor.post(sheet, {"label": "Ines", "days": "3", "shows": "fixed"})
    assert (answer.status_code, answer.url) == (302, sheet)
    cookie = answer.cookies["desk_new_link"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (sheet, True, "Strict")
    assert not any("/shared/" in repr(session.get_decoded()) for session in Session.objects.all())
    elsewhere = reverse("desk_share", args=[feature("Another").pk])
    assert "/shared/" not in editor.get(elsewhere).content.decode()
    made = editor.get(sheet).content.decode()
    token = re.search(r"/shared/([^/]+)/", made)[1]
    link = ShareLink.objects.get()
    assert link.token_hash == hash_of(token)
    assert link.revision == page.latest_revision
    assert token not in repr(ShareLink.objects.values().get())
    again = editor.get(sheet).content.decode()
    assert "Ines" in again
    assert token not in again
    assert Client().get(f"/shared/{token}/").status_code == 200


def test_bad_wishes_make_no_link(editor):
    sheet = reverse("desk_share", args=[feature("Draft").pk])
    for wish in ({}, {"label": "", "days": "3", "shows": "latest"}, {"label": "A", "days": "9999", "shows": "latest"}):
        assert editor.post(sheet, wish).status_code == 200
    assert not ShareLink.objects.exists()


def test_links_are_for_those_who_may_edit_the_page(merchandiser, editor):
    page = feature("Draft")
    path = shared(page, editor.user)
    sheet = reverse("desk_share", args=[page.pk])
    assert merchandiser.get(sheet).status_code == 302
    merchandiser.post(sheet, {"label": "Me", "days": "3", "shows": "latest"})
    merchandiser.post(reverse("desk_revoke", args=[ShareLink.objects.get().pk]))
    assert Client().get(path).status_code == 200
    assert Client().get(sheet).status_code == 302
