"""The window in which an editor writes a footnote."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.create_superuser("mina", "mina@example.org", "a-long-password"))
    return client


def window(response) -> dict:
    assert response.status_code == 200
    return json.loads(response.content)


def test_it_shows_the_note_that_is_being_changed(desk):
    shown = window(desk.get(reverse("footnote_form"), {"note": 'A "note" & more'}))
    assert shown["step"] == "form"
    assert "A &quot;note&quot; &amp; more</textarea>" in shown["html"]


def test_it_hands_the_finished_note_back_on_one_line(desk):
    shown = window(desk.post(reverse("footnote_form"), {"note": "  Two\n lines "}))
    assert shown == {"step": "footnote_chosen", "result": {"note": "Two lines"}}


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001])
def test_it_says_what_is_wrong_and_keeps_the_words(desk, text):
    shown = window(desk.post(reverse("footnote_form"), {"note": text}))
    assert shown["step"] == "form"
    assert "error" in shown["html"]
    assert text.strip() in shown["html"]


def test_it_is_for_editors_only(client):
    response = client.get(reverse("footnote_form"))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_the_term_chooser_lists_terms(desk):
    shown = window(desk.get(reverse("term_chooser:choose")))
    assert shown["step"] == "choose"
