"""Files of pictures keep to the rights: what may be kept ends with them, and places are never told."""

import datetime
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image
from wagtail.images.views.serve import generate_image_url

from editorial.listings.expiry import changes_noted
from editorial.middleware.caching import kept_until
from editorial.models import EditorialImage
from editorial.rights import Use, end_of, next_change, shown_image, usable
from tests.desk.builders import member_of, picture
from tests.support.picture_words import XMP, drawn, exif_of, uploaded, with_iptc

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
SPECS = ("format-jpeg|width-100", "format-webp|width-100", "format-avif|width-100", "format-png|width-100", "width-90")


@pytest.fixture
def image() -> EditorialImage:
    said = {"creator": "I", "credit": "SECRET", "rights": "r", "caption": "c", "licence": ""}
    xmp = XMP.format(**said).replace(
        "<dc:creator>", "<exif:GPSLatitude xmlns:exif='e'>52,22N</exif:GPSLatitude><dc:creator>"
    )
    exif = exif_of(artist="SECRET", orientation=6)
    file = with_iptc(uploaded(drawn(), exif=exif, xmp=xmp.encode(), comment=b"SECRET"), caption="SECRET")
    return picture("Told", file=file)


@pytest.mark.parametrize("spec", SPECS)
def test_no_size_says_where_it_was_taken_or_by_whom(image, spec):
    original = image.file.open().read()
    assert b"SECRET" in original
    rendition = image.get_rendition(spec)
    encoded = rendition.file.open().read()
    assert b"SECRET" not in encoded
    assert b"GPS" not in encoded
    with Image.open(BytesIO(encoded)) as opened:
        assert not dict(opened.getexif())
        assert opened.getxmp() == {}
        assert opened.height > opened.width, "the camera was turned, and the picture still is"


def test_many_sizes_at_once_are_as_silent(image):
    for rendition in image.get_renditions("format-jpeg|width-80", "format-webp|width-80").values():
        assert b"SECRET" not in rendition.file.open().read()


def withhold(image, **state) -> None:
    EditorialImage.objects.filter(pk=image.pk).update(**(state or {"rights_until": timezone.localdate() - DAY}))


@pytest.mark.parametrize("state", [{}, {"worldwide": False}, {"rights_from": datetime.date(2999, 1, 1)}])
def test_files_of_withheld_pictures_are_refused_before_they_are_deleted(client, image, state):
    rendition, address = image.get_rendition("format-webp|width-60"), generate_image_url(image, "format-webp|width-61")
    assert client.get(rendition.url).status_code == 200
    withhold(image, **state)
    assert client.get(rendition.url).status_code == 404
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (410, "no-store")
    assert image.renditions.count() == 1, "nothing was encoded for it"


def test_editors_still_see_what_they_decide_about(client, image):
    rendition = image.get_rendition("format-webp|width-60")
    withhold(image)
    client.force_login(member_of("Editors"))
    for address in (rendition.url, generate_image_url(image, "format-webp|width-60")):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "private" in answer["Cache-Control"]


def test_a_cookie_alone_opens_nothing(client, image, settings):
    rendition = image.get_rendition("format-webp|width-60")
    withhold(image)
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"
    assert client.get(rendition.url).status_code == 404


def test_caches_keep_a_file_no_longer_than_its_rights(client, image):
    rendition, address = image.get_rendition("format-webp|width-60"), generate_image_url(image, "format-webp|width-60")
    withhold(image, rights_until=timezone.localdate())
    left = (end_of(timezone.localdate()) - timezone.now()).total_seconds()
    for answer in (client.get(rendition.url), client.get(address)):
        seconds = int(answer["Cache-Control"].rpartition("=")[2])
        assert left - 30 <= seconds <= left
        assert "immutable" not in answer["Cache-Control"]


def test_files_that_no_picture_owns_are_not_served(client, media_root):
    (media_root / "images").mkdir(exist_ok=True)
    (media_root / "images" / "left-behind.jpg").write_bytes(b"\xff\xd8")
    assert client.get("/media/images/left-behind.jpg").status_code == 404


def test_portraits_of_editors_are_for_editors(client, media_root):
    (media_root / "avatar_images").mkdir(exist_ok=True)
    (media_root / "avatar_images" / "ines.jpg").write_bytes(b"\xff\xd8")
    assert client.get("/media/avatar_images/ines.jpg").status_code == 404
    client.force_login(member_of("Editors"))
    assert client.get("/media/avatar_images/ines.jpg").status_code == 200


class TestShownImage:
    """The one place that decides."""

    def test_a_page_is_kept_until_the_next_change_of_its_pictures(self):
        now = timezone.now()
        image = EditorialImage(pk=1, rights_until=timezone.localdate(now), replacement_id=2)
        image.replacement = EditorialImage(pk=2, rights_from=timezone.localdate(now) + DAY)
        with changes_noted() as noted:
            assert shown_image(image, Use.STORY, now) is image
        assert noted == [end_of(timezone.localdate(now))]
        soon = end_of(timezone.localdate(now)) - datetime.timedelta(seconds=90)
        assert next_change(image, soon) == noted[0]

    def test_the_lifetime_of_a_page_ends_with_a_pictures_rights(self):
        header = kept_until([timezone.now() + datetime.timedelta(seconds=90)])
        assert int(header.rpartition("=")[2]) <= 90

    def test_what_stands_in_must_be_usable_and_is_not_replaced_itself(self):
        now = timezone.now()
        past = timezone.localdate(now) - DAY
        first, second, third = (EditorialImage(pk=pk) for pk in (1, 2, 3))
        first.rights_until = second.rights_until = past
        first.replacement, second.replacement, third.replacement = second, third, first
        assert shown_image(first, Use.CARD, now) is None
        assert shown_image(second, Use.CARD, now) is third
        first.replacement = first
        assert shown_image(first, Use.CARD, now) is None

    @pytest.mark.parametrize("use", list(Use))
    def test_each_use_is_asked_for_itself(self, use):
        image = EditorialImage(**{use.value: False})
        assert not usable(image, timezone.now(), use)
        assert all(usable(image, timezone.now(), other) for other in Use if other != use)
