"""The first road to live: the editing form."""

import json

import pytest
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from editorial.models import CollaborationIndexPage, CollaborationPage, FeatureIndexPage, FeaturePage
from tests.desk.builders import feature, picture
from tests.desk.forms import NONE, add_url, edit_url, errors_in, sent_form
from tests.support.html import Document

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}


def refused(client, data, page=None):
    """Post the form for publication; it must come back."""
    url = edit_url(page) if page else add_url(FeaturePage, FeatureIndexPage.objects.get())
    response = client.post(url, data | PUBLISH)
    assert response.status_code == 200
    return response


def errors_of_body(response) -> dict:
    """What stands at the blocks of the form."""
    [widget] = Document(response).select("[data-block]")
    return json.loads(widget["data-w-block-arguments-value"])[1]


def inside(error: dict, *names: str) -> dict:
    """The error at a place inside the body: positions and names by turns."""
    for name in names:
        error = error["blockErrors"][name]
    return error


def illustrated(image, **use) -> dict:
    """A body of one section: a line of prose, then the picture used this way."""
    figure = {"picture": {"image": image.pk, **use}, "layout": "text", "caption": rich_text("")}
    content = streamfield([("prose", rich_text("<p>Look.</p>")), ("image", figure)])
    return streamfield([("section", {"heading": "The heel", "anchor": "", "content": content})])


def test_every_problem_stands_at_its_field(chief):
    data = sent_form("FeaturePage", standfirst="", lead_image="", body=streamfield([]), credits=NONE)
    response = refused(chief, data)
    said = errors_in(response)
    for complaint in (
        "There is no standfirst.",
        "There is no lead picture.",
        "The story is empty.",
        "Nobody is credited with the words.",
    ):
        assert complaint in said
    assert "What you typed is still here." in said
    page = Document(response)
    assert "no standfirst" in page.select_one("#id_standfirst").find_parent("section").get_text()
    assert FeaturePage.objects.count() == 0


def test_nothing_typed_is_lost(chief):
    data = sent_form("FeaturePage", title="The fourteenth man", standfirst="", kicker="Before you lose this")
    page = Document(refused(chief, data))
    assert page.select_one("#id_title")["value"] == "The fourteenth man"
    assert page.select_one("#id_kicker")["value"] == "Before you lose this"
    assert "It began with a drawing." in page.decode()
    assert page.select_one("#id_credits-0-person")["value"] == str(data["credits-0-person"])


def test_a_problem_in_the_body_stands_at_its_block(chief):
    bare = picture("Heel, left", credit="", rights_holder="", description="")
    data = sent_form("FeaturePage", body=illustrated(bare, alt_text="The heel from the left"))
    response = refused(chief, data)
    assert inside(errors_of_body(response), "0", "content", "1")["messages"] == [
        "The picture 'Heel, left' has no credit. Open it under Images and fill in the credit and the rights holder."
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "has no alternative text"),
        ("IMG_2041", "looks like the name of a file"),
        ("Photo of a shoe", "begins with"),
    ],
)
def test_what_is_wrong_with_a_picture_s_words_stands_at_them(chief, words, said):
    response = refused(chief, sent_form("FeaturePage", body=illustrated(picture(description=""), alt_text=words)))
    assert said in str(inside(errors_of_body(response), "0", "content", "1", "picture", "alt_text")["messages"])


def test_a_refusal_names_all_at_once(chief):
    figure = {"picture": {"image": picture().pk, "alt_text": "IMG_2041"}, "layout": "text", "caption": rich_text("")}
    films = {"url": "https://you", "title": "", "poster": {"image": "", "alt_text": ""}, "caption": rich_text("")}
    content = streamfield([("image", figure), ("embed", films)])
    body = streamfield([("section", {"heading": "The heel", "anchor": "", "content": content})])
    credits = inline_formset([{"role": "photography", "person": ""}])
    response = refused(chief, sent_form("FeaturePage", standfirst="", body=body, credits=credits, go_live_at="soon"))
    said = Document(response).text_of(".messages")
    for complaint in (
        "There is no standfirst.",
        "Nobody is credited with the words.",
        "Credits, row 1, 'Person' is empty.",
        "'IMG_2041' looks like the name of a file.",
        "Film or post, 'Title' is empty.",
        "Film or post: nothing can be played from this address.",
        "Enter a valid date/time.",
    ):
        assert said.count(complaint) == 1, complaint
    at_blocks = inside(errors_of_body(response), "0", "content")["blockErrors"]
    assert set(at_blocks["1"]["blockErrors"]) == {"url", "title"}
    assert "alt_text" in str(at_blocks["0"])
    assert FeaturePage.objects.count() == 0


@pytest.mark.parametrize("words", ["", "IMG_2041", "Picture of a shoe"])
def test_a_draft_may_hold_a_picture_without_good_words(chief, words):
    data = sent_form("FeaturePage", lead_alt=words, body=illustrated(picture(), alt_text=words))
    response = chief.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), data)
    assert response.status_code == 302, errors_in(response)


def test_a_decorative_picture_needs_no_words_but_a_credit(chief):
    data = sent_form("FeaturePage", body=illustrated(picture("Texture", description=""), decorative="on"))
    response = chief.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), data | PUBLISH)
    assert response.status_code == 302, errors_in(response)


def test_saving_the_same_form_as_a_draft_is_free(chief):
    data = sent_form("FeaturePage", standfirst="", lead_image="", body=streamfield([]), credits=NONE)
    response = chief.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), data)
    assert response.status_code == 302
    assert not FeaturePage.objects.get().live


def test_the_draft_says_what_it_lacks_when_it_is_opened(chief):
    page = Document(chief.get(edit_url(feature(ready=False))))
    assert "It can’t go live yet" in page.text_of(".desk-gate")
    assert "Write one or two sentences" in page.text_of(".desk-gate")


def test_a_finished_draft_has_no_such_list(chief):
    assert not Document(chief.get(edit_url(feature()))).select(".desk-gate")


def test_publishing_an_earlier_version_passes_the_gate_too(chief):
    page = feature()
    poor = page.latest_revision
    poor.content["standfirst"] = ""
    poor.save()
    page.refresh_from_db()
    page.standfirst = "Better now, and long enough to stand under a title."
    page.save_revision()
    data = sent_form("FeaturePage", title=page.title, slug=page.slug, standfirst="")
    response = chief.post(f"/admin/pages/{page.pk}/revisions/{poor.pk}/revert/", data | PUBLISH)
    assert response.status_code == 200
    assert "There is no standfirst." in errors_in(response)
    page.refresh_from_db()
    assert not page.live


def test_an_editor_without_the_right_to_publish_only_saves(editor):
    data = sent_form("FeaturePage", standfirst="")
    response = editor.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), data | PUBLISH)
    assert response.status_code == 302
    assert not FeaturePage.objects.get().live


def test_a_collaboration_needs_a_year_a_partner_and_a_silhouette(chief):
    nobody = {"partners": inline_formset([]), "silhouettes": inline_formset([])}
    data = sent_form("CollaborationPage", year="", month="", day="", **nobody)
    response = chief.post(add_url(CollaborationPage, CollaborationIndexPage.objects.get()), data | PUBLISH)
    assert response.status_code == 200
    said = errors_in(response)
    assert "The collaboration has no date. Give at least the year" in said
    assert "No partner is named." in said
    assert "No silhouette is named." in said
