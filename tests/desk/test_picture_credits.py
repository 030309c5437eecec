"""A credit is not taken from a picture that readers see."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.models import EditorialImage
from tests.desk.builders import feature, member_of, picture, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(member_of("Editors"))
    return client


def shown_on(image: EditorialImage, pages: int) -> EditorialImage:
    """The picture, opening live stories."""
    for number in range(pages):
        feature(f"Story {number}", lead_image=image, live=True)
    return image


def change(client, image: EditorialImage, **fields):
    """The picture's form, sent with what stands in it and `fields`; the errors of its fields."""
    sent = {"title": image.title, "credit": image.credit, "rights_holder": image.rights_holder, "worldwide": "on"}
    sent |= {"description": image.description, "collection": image.collection_id, "tags": "", "for_stories": "on"}
    response = client.post(reverse("wagtailimages:edit", args=[image.pk]), sent | fields)
    return {} if response.status_code == 302 else response.context["form"].errors


@pytest.mark.parametrize(
    ("taken", "refused"),
    [
        (["credit", "rights_holder"], ["credit", "rights_holder"]),
        (["rights_holder"], ["rights_holder"]),
        # '© Ines Okafor' is printed then.
        (["credit"], []),
    ],
)
def test_what_live_pages_print_is_not_taken_away(editor, taken, refused):
    image = shown_on(picture(), 2)
    errors = change(editor, image, **dict.fromkeys(taken, "  "))
    assert sorted(errors) == refused
    assert all("2 live pages show this picture" in str(errors[name]) for name in refused)
    image.refresh_from_db()
    assert bool(image.credit) == ("credit" not in taken or bool(refused))


def test_other_words_and_the_end_of_rights_are_taken(editor):
    image = shown_on(picture(), 1)
    over = timezone.localdate() - timedelta(days=1)
    assert change(editor, image, credit="Photograph: Somebody Else", rights_until=over.isoformat()) == {}
    image.refresh_from_db()
    assert (image.credit, image.rights_until) == ("Photograph: Somebody Else", over)


def test_where_no_reader_sees_it_a_credit_may_go(editor):
    draft, live = picture("In a draft"), shown_on(picture("Never credited", credit="", rights_holder=""), 1)
    feature("Draft", lead_image=draft, body=[section()])
    assert change(editor, draft, credit="", rights_holder="") == {}
    assert change(editor, live, title="Still uncredited") == {}


@pytest.mark.parametrize("days", [-1, 30])
def test_a_picture_that_stands_in_for_another_is_seen_too(editor, days):
    stands_in = picture("Stands in")
    last_day = timezone.localdate() + timedelta(days=days)
    shown_on(picture("Ends", rights_until=last_day, replacement=stands_in), 1)
    assert "1 live page shows" in str(change(editor, stands_in, rights_holder="")["rights_holder"])


def test_what_nobody_credits_replaces_nothing(editor):
    image, bare = picture(), picture("Bare", credit="", rights_holder="")
    assert "has no credit" in str(change(editor, image, replacement=str(bare.pk))["replacement"])
    EditorialImage.objects.filter(pk=bare.pk).update(rights_holder="Ines Okafor")
    assert change(editor, image, replacement=str(bare.pk)) == {}
