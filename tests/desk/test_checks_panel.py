"""The panel of checks: what it shows on opening, what it says of a form that is being written, who may ask."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from editorial.models import FeatureIndexPage, FeaturePage
from tests.desk.builders import brand, feature, person, picture, section
from tests.desk.forms import add_url, edit_url, sent_form
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def live_url(page) -> str:
    return reverse("desk_checks_of_page", args=[page.pk])


def new_url() -> str:
    return reverse("desk_checks_of_new_page", args=["editorial", "featurepage", FeatureIndexPage.objects.get().pk])


def said(response) -> str:
    """The list in an answer, as text."""
    return " ".join(Document(response.json()["html"]).get_text(" ").split())


def test_the_panel_stands_in_the_form_before_any_script_runs(chief):
    words = {"type": "prose", "id": "the-prose", "value": '<p><a linktype="page" id="999999">Kobe</a></p>'}
    page = feature(title="A" * 71, standfirst="Too short.", body=[section("Heel", words)])
    form = Document(chief.get(edit_url(page)))
    panel = form.select_one("[data-side-panel=rules]")
    assert [group.get_text(" ", strip=True) for group in panel.select("h3")] == ["Errors 1", "Warnings 2"]
    assert panel.select_one("#desk-checks-address").get_text() == live_url(page)
    jumps = [link["href"] for link in panel.select("[data-desk-jump]")]
    assert jumps == ["#block-the-prose-section", "#id_standfirst", "#id_title"]
    assert panel.select_one(".desk-checks-sum").get_text(strip=True) == "3 in all, errors first."
    counter = form.select_one("[data-side-panel-toggle=rules] [data-side-panel-toggle-counter]")
    assert counter.get_text(strip=True) == "3"
    assert "w-bg-critical-200" in counter["class"]


def test_a_new_page_has_the_panel_too(chief):
    form = Document(chief.get(add_url(FeaturePage, FeatureIndexPage.objects.get())))
    assert form.select_one("#desk-checks-address").get_text() == new_url()


def test_the_form_is_checked_as_it_stands_and_nothing_is_saved(editor):
    page = feature()
    before = Revision.objects.count()
    answer = editor.post(live_url(page), sent_form("FeaturePage", title="A" * 101))
    assert answer.json() | {"html": ""} == {"html": "", "errors": 1, "warnings": 0, "is_complete": True}
    assert "The title has 101 characters. Shorten it to 100 or fewer. Go to the field" in said(answer)
    page.refresh_from_db()
    assert page.title == "Gel-Kayano 14"
    assert Revision.objects.count() == before


def test_a_sound_form_has_nothing_to_object_to(editor):
    answer = editor.post(live_url(feature()), sent_form("FeaturePage"))
    assert "Nothing to object to." in said(answer)


def test_a_new_page_is_checked_before_it_is_saved(editor):
    answer = editor.post(new_url(), sent_form("FeaturePage", standfirst=""))
    assert answer.json()["errors"] == 1
    assert "There is no standfirst." in said(answer)
    assert not FeaturePage.objects.exists()


def test_an_empty_title_is_an_error_and_not_the_previews_word(editor):
    answer = editor.post(live_url(feature()), sent_form("FeaturePage", title=""))
    assert "The title is empty." in said(answer)


@pytest.mark.parametrize(
    "form", [{}, {"title": "x"}, {"body-count": "a"}, {"body-count": "3", "body-0-type": "section"}]
)
def test_broken_data_is_answered_in_words(editor, form):
    answer = editor.post(live_url(feature()), form)
    assert answer.status_code == 200
    assert answer.json()["html"].strip()


def in_a_section(kind: str, value: dict) -> dict:
    """A body of one section: a line of prose, then this block."""
    content = streamfield([("prose", rich_text("<p>Look.</p>")), (kind, value)])
    return {"body": streamfield([("section", {"heading": "The heel", "anchor": "", "content": content})])}


def film(url: str) -> dict:
    return in_a_section(
        "embed",
        {"url": url, "title": "A film", "poster": {"image": "", "alt_text": ""}, "caption": rich_text("")},
    )


def figure(alt: str) -> dict:
    use = {"image": picture().pk, "alt_text": alt}
    return in_a_section("image", {"picture": use, "layout": "text", "caption": rich_text("")})


def two_credits() -> dict:
    return {"credits": inline_formset([{"role": "words", "person": person().pk}, {"role": "words", "person": ""}])}


UNREADABLE = {
    "a file name": (lambda: figure("IMG_2041"), "'IMG_2041' looks like the name of a file.", "alt_text"),
    "a picture of": (lambda: figure("Picture of a shoe"), "begins with 'Picture of'", "alt_text"),
    "half an address": (lambda: film("https://you"), "nothing can be played from this address", "url"),
    "a channel": (lambda: film("https://www.youtube.com/@asics"), "not of a channel", "url"),
    "a row": (two_credits, "Credits, row 2, 'Person' is empty. Fill it in, or delete the row.", "1-person"),
    "a picture": (lambda: {"lead_image": "99999999"}, "'Lead picture': Select a valid choice.", ""),
    "a slug": (lambda: {"slug": "taken"}, "'taken' is already in use within the parent page. Choose another.", ""),
    "a date": (lambda: {"go_live_at": "soon"}, "Enter a valid date/time.", ""),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_named_beside_all_the_rest(editor, case):
    change, words, part = UNREADABLE[case]
    feature("Taken")
    answer = editor.post(live_url(feature()), sent_form("FeaturePage", standfirst="", **change()))
    assert words in said(answer)
    assert "There is no standfirst." in said(answer)
    assert answer.json()["errors"] == 2, said(answer)
    jumps = [jump["data-part"] for jump in Document(answer.json()["html"]).select(".desk-checks-error a")]
    assert sorted(jumps) == ["", part]


def test_what_was_read_before_is_not_checked_in_its_place(editor):
    page = feature(lead_image=picture("Heel, left", credit=""))
    answer = editor.post(live_url(page), sent_form("FeaturePage", lead_image="99999999"))
    assert "Heel, left" not in said(answer)


def test_a_blank_form_is_neither_blamed_nor_praised(chief):
    panel = Document(chief.get(add_url(FeaturePage, FeatureIndexPage.objects.get()))).select_one(".desk-checks")
    assert panel.get_text(" ", strip=True).endswith("Checked as soon as you write.")


def test_a_refused_form_says_what_was_sent(chief):
    page = feature()
    sent = sent_form("FeaturePage", standfirst="", **film("https://you")) | {"action-publish": "action-publish"}
    panel = Document(chief.post(edit_url(page), sent)).select_one(".desk-checks")
    assert "As you sent it. It was not saved." in panel.get_text()
    assert [item.get_text() for item in panel.select(".desk-checks-what")] == [
        "Film or post: nothing can be played from this address.",
        "There is no standfirst.",
    ]


def test_markup_in_a_title_stays_text(editor):
    answer = editor.post(live_url(feature()), sent_form("FeaturePage", sources="", kicker="", title="<script>" * 20))
    assert "<script>" not in answer.json()["html"]


def test_only_those_who_may_edit_may_ask(merchandiser, editor):
    page = feature()
    for who in (Client(), merchandiser):
        answer = who.post(live_url(page), sent_form("FeaturePage"))
        assert answer.status_code == 302
    assert editor.get(live_url(page)).status_code == 405
    assert editor.post(reverse("desk_checks_of_page", args=[999_999])).status_code == 404
    new = reverse("desk_checks_of_new_page", args=["editorial", "nothing", brand().pk])
    assert editor.post(new, {}).status_code == 404
