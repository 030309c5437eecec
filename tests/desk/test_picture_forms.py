"""Handing pictures in: what the file says is filled in, and pictures on file already are noticed."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from editorial.actions.picture_facts import alike, keep_facts
from editorial.choices import Licence
from editorial.models import EditorialImage, PictureFile
from editorial.picture_files.looks import Look
from tests.desk.builders import feature, member_of, picture
from tests.support.picture_words import drawn, exif_of, uploaded, with_iptc

pytestmark = pytest.mark.django_db

TICKED = ("worldwide", "for_stories", "for_cards", "for_social", "for_feeds", "for_print")
ALL_TICKED = dict.fromkeys(TICKED, "on")
WORDS = {
    "creator": "Ines Okafor",
    "credit": "Studio North",
    "copyright": "© 2026 Studio North",
    "caption": "A navy runner on ivory paper",
    "title": "Runner on paper",
}


@pytest.fixture
def editor(client):
    client.force_login(member_of("Editors"))
    return client


def agency_file(**drawing):
    return with_iptc(uploaded(drawn(**drawing), exif=exif_of()), **WORDS)


def hand_in(client, file, **fields):
    values = {"title": "IMG_1234", "file": file, "collection": 1, "tags": "", "credit": "", **ALL_TICKED}
    return client.post(reverse("wagtailimages:add"), values | fields)


def test_what_the_file_says_fills_what_is_empty(editor):
    hand_in(editor, agency_file(), rights_holder="Ines Okafor")
    image = EditorialImage.objects.get()
    assert image.title == "Runner on paper"
    assert image.credit == "Photograph: Ines Okafor / Studio North"
    assert image.description == "A navy runner on ivory paper"
    assert image.rights_holder == "Ines Okafor"
    assert image.file_facts.has_location


def test_the_form_says_what_was_read(editor):
    hand_in(editor, agency_file(), rights_holder="Ines Okafor")
    html = editor.get(reverse("wagtailimages:edit", args=[EditorialImage.objects.get().pk])).content.decode()
    marked = [name for name in ("title", "description", "credit", "rights_holder") if marked_as_read(html, name)]
    assert marked == ["title", "description", "credit"]


def marked_as_read(html: str, name: str) -> bool:
    tag = next(part for part in html.split("<") if part.startswith(("input", "textarea")) and f'name="{name}"' in part)
    return "data-read-from-file" in tag


def test_of_many_each_is_read_and_cleared_for_everything(editor):
    answer = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "IMG_1234", "collection": 1, "files[]": agency_file()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    said = json.loads(answer.content)
    assert said["success"]
    assert said["duplicate"] is False
    assert "data-read-from-file" in said["form"]
    image = EditorialImage.objects.get()
    assert image.rights_holder == "Studio North"
    assert all(getattr(image, name) for name in TICKED)


def test_a_box_that_was_unticked_stays_so(editor):
    hand_in(editor, agency_file(), worldwide="", for_feeds="")
    image = EditorialImage.objects.get()
    # A box that is not ticked is not sent; an empty value counts as that.
    assert (image.worldwide, image.for_feeds, image.for_cards) == (False, False, True)


@pytest.mark.parametrize("text", ["IMG_1234", "dsc00012", "header-final-2", "hero.webp", "Picture of a shoe"])
def test_a_description_that_describes_nothing_is_refused(editor, text):
    response = hand_in(editor, agency_file(), description=text)
    assert response.status_code == 200
    assert "description" in response.context["form"].errors
    assert not EditorialImage.objects.exists()


def test_rights_that_end_before_they_begin_are_refused(editor):
    response = hand_in(editor, agency_file(), rights_from="2026-05-02", rights_until="2026-05-01")
    assert "rights_until" in response.context["form"].errors


def on_file(**fields) -> EditorialImage:
    image = picture("Navy runner", file=uploaded(drawn(), "runner.jpg"), **fields)
    image._set_image_file_metadata()
    image.save()
    keep_facts(image)
    return image


def test_a_picture_that_looks_the_same_is_noticed_when_it_is_added(editor):
    known = on_file()
    response = editor.post(
        reverse("wagtailimages:add"),
        {"title": "Small", "file": uploaded(drawn().resize((120, 80)), "small.webp"), "collection": 1} | ALL_TICKED,
        follow=True,
    )
    html = response.content.decode()
    assert reverse("wagtailimages:edit", args=[known.pk]) in html
    assert "on file already" in html


def test_the_upload_of_many_and_the_chooser_offer_it_too(editor):
    known = on_file()
    many = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "b", "collection": 1, "files[]": uploaded(drawn().resize((180, 120)), "b.webp")},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    said = json.loads(many.content)
    assert said["duplicate"]
    assert known.title in said["confirm_duplicate_upload"]
    prefix = "image-chooser-upload"
    fields = {"title": "c", "collection": 1, "tags": "", "credit": "", "rights_holder": ""}
    chosen = editor.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-{name}": value for name, value in (fields | ALL_TICKED).items()}
        | {f"{prefix}-file": uploaded(drawn().resize((150, 100)), "c.jpg")},
    )
    assert json.loads(chosen.content)["step"] == "duplicate_found"


def test_another_colourway_is_another_picture(editor):
    on_file()
    response = hand_in(editor, uploaded(drawn(shoe="darkred"), "red.jpg"))
    assert not [message for message in response.wsgi_request._messages if "on file" in str(message)]


def test_a_file_is_read_before_it_is_handed_in(editor):
    known = on_file(licence=Licence.OWNED)
    address = reverse("desk_read_picture")
    said = editor.post(address, {"file": with_iptc(uploaded(drawn(), exif=exif_of()), **WORDS)}).json()
    assert said["fields"]["credit"] == "Photograph: Ines Okafor / Studio North"
    assert [same["title"] for same in said["same"]] == [known.title]
    assert EditorialImage.objects.count() == 1
    lie = uploaded(drawn(), "a.jpg")
    lie.name = "a.svg"
    assert editor.post(address, {"file": lie}).status_code == 400
    assert editor.post(address, {}).status_code == 400


def test_strangers_read_nothing(client):
    assert client.post(reverse("desk_read_picture")).status_code in (302, 403)
    client.force_login(member_of("Merchandisers"))
    assert client.post(reverse("desk_read_picture")).status_code in (302, 400, 403)


def test_the_like_is_found_by_one_query(django_assert_num_queries):
    known = on_file()
    facts = PictureFile.objects.get(image=known)
    with django_assert_num_queries(1):
        assert alike(Look(facts.fingerprint, facts.colours)) == [known.pk]


def test_the_queue_leads_to_pictures_and_pages(editor, django_assert_max_num_queries):
    image = picture("Bare", licence="", worldwide=False)
    page = feature(lead_image=image)
    page.save_revision()
    type(page).objects.filter(pk=page.pk).update(live=True)
    with django_assert_max_num_queries(36):
        html = editor.get(reverse("desk_picture_queue")).content.decode()
    assert reverse("wagtailimages:edit", args=[image.pk]) in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert "Not cleared world-wide" in html
    assert "1 page" in html
    # The front page and the list of features.
    assert "on cards of 3 other pages" in html
    ended = editor.get(reverse("desk_picture_queue"), {"fault": "ended", "p": "zz"}).content.decode()
    assert reverse("wagtailimages:edit", args=[image.pk]) not in ended


def test_the_queue_says_of_a_picture_that_it_is_not_time_yet(editor):
    tomorrow = timezone.localdate() + timedelta(days=1)
    picture("Early", rights_from=tomorrow, licence=Licence.OWNED)
    picture("Late", rights_until=timezone.localdate() - timedelta(days=1))
    for fault, title, others in (("early", "Early", "Late"), ("ended", "Late", "Early")):
        html = editor.get(reverse("desk_picture_queue"), {"fault": fault}).content.decode()
        assert f">{title}</a>" in html
        assert f">{others}</a>" not in html
    html = editor.get(reverse("desk_picture_queue"), {"fault": "early"}).content.decode()
    assert "Not yet to be shown" in html
    assert f"from {date_format(tomorrow, 'j F Y')}" in html


def test_the_queue_is_for_those_who_may_change_pictures(client):
    assert client.get(reverse("desk_picture_queue")).status_code == 302
