"""Where a block, a term or a picture is used, saved and in drafts."""

import pytest
from django.urls import reverse

from editorial.desk.where_used.blocks import block_names
from editorial.models import Term
from tests.desk.builders import brand, feature, picture, section, silhouette
from tests.desk.forms import edit_url
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

QUOTE_ID = "5f0c2a44-0000-4000-8000-000000000001"
PROSE_ID = "5f0c2a44-0000-4000-8000-000000000002"
QUOTE = {"type": "pull_quote", "id": QUOTE_ID, "value": {"text": "Said.", "attribution": "Nobody"}}


def asked(client, **what) -> Document:
    """The answer."""
    return Document(client.get(reverse("desk_where_used"), what))


def prose(html: str) -> dict:
    """Running text as stored, under a known id."""
    return {"type": "prose", "id": PROSE_ID, "value": html}


def in_draft(page, *content) -> None:
    """A newer version of the page with this in its one section."""
    page.body = page.body.stream_block.to_python([section("New", *content)])
    page.save_revision()


def test_a_block_is_found_in_saved_stories_and_in_drafts(editor):
    saved = feature("Saved", body=[section("The quote", QUOTE)])
    drafted = feature("Drafted", body=[section("One")])
    in_draft(drafted, QUOTE)
    feature("Neither", body=[section("One", prose('<p>"type": "pull_quote"</p>'))])
    answer = asked(editor, block="pull_quote")
    assert answer.texts(".desk-uses strong") == ["Drafted", "Saved"]
    assert answer.texts(".desk-uses ul a") == ["New", "The quote"]
    assert f"{edit_url(saved)}#block-{QUOTE_ID}-section" in answer.links()
    assert "in the draft" in answer.texts(".desk-uses > li")[0]


def test_a_term_is_found_by_its_links(editor):
    term = Term.objects.create(title="Gel", slug="gel")
    link = f'<p>A <a linktype="term" id="{term.pk}">gel</a>.</p>'
    page = feature("Saved", body=[section("One", prose(link))])
    drafted = feature("Drafted", body=[section("One")])
    in_draft(drafted, prose(link))
    feature("Another number", body=[section("One", prose(f"<p>{term.pk}</p>"))])
    answer = asked(editor, term=term.pk)
    assert answer.texts(".desk-uses strong") == ["Drafted", "Saved"]
    assert answer.texts(".desk-uses ul a") == ["New", "One"]
    assert f"{edit_url(page)}#block-{PROSE_ID}-section" in answer.links()
    assert f"?term={term.pk}" in editor.get(f"/admin/snippets/editorial/term/edit/{term.pk}/").content.decode()


def test_a_picture_is_found_at_the_top_and_in_the_story(editor):
    image = picture("Laces")
    feature("At the top", lead_image=image)
    drafted = feature("Drafted", body=[section("One")])
    drafted.lead_image = image
    drafted.save_revision()
    answer = asked(editor, image=image.pk)
    assert answer.texts(".desk-uses strong") == ["At the top", "Drafted"]
    assert answer.texts(".desk-uses ul a") == ["Lead picture", "Lead picture"]
    assert f"?image={image.pk}" in editor.get(f"/admin/images/{image.pk}/").content.decode()


def test_answers_are_of_pages_one_may_edit(merchandiser):
    feature("Not theirs", body=[section("The quote", QUOTE)])
    said = " ".join(asked(merchandiser, block="pull_quote").get_text().split())
    assert "No page you may edit uses it. It also stands on 1 page that you may not edit." in said
    assert "Not theirs" not in said
    image = picture("Laces")
    feature("Nor theirs", lead_image=image)
    shoe = silhouette(brand())
    shoe.lead_image = image
    shoe.save()
    said = " ".join(asked(merchandiser, image=image.pk).get_text().split())
    assert "On 1 page. It also stands on 1 page that you may not edit." in said


def test_places_beyond_the_first_are_folded_away(editor):
    feature(
        "Long", body=[section("The quotes", *[QUOTE | {"id": f"{QUOTE_ID[:-2]}{number}"} for number in range(10, 25)])]
    )
    answer = asked(editor, block="pull_quote")
    assert answer.text_of(".desk-uses summary") == "and 3 more"
    assert len(answer.select(".desk-uses li li a")) == 15


def test_many_pages_are_answered_with_as_many_queries(editor):
    def cost() -> int:
        with queries() as found:
            asked(editor, block="pull_quote")
        return len(found)

    feature("One", ready=False, body=[section("The quote", QUOTE)])
    cost()
    few = cost()
    for number in range(21):
        feature(f"Story {number}", ready=False, body=[section("The quote", QUOTE)])
    assert cost() == few
    assert "Page 1 of 2" in asked(editor, block="pull_quote").get_text()


@pytest.mark.parametrize("wrong", [{"term": "x"}, {"image": "9" * 30}, {"term": "0"}, {"image": "-1"}])
def test_what_is_not_there_is_not_found(editor, wrong):
    assert editor.get(reverse("desk_where_used"), wrong).status_code == 404


def test_without_a_question_there_is_no_answer(editor):
    assert not asked(editor).select(".desk-uses")
    assert "There is no kind of block of that name." in asked(editor, block="nonsense").get_text()
    assert {"section", "prose", "pull_quote", "product_card"} <= set(block_names())
