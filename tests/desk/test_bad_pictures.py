"""Files that are no pictures, or too much of one: a clear error, and what was typed is kept."""

import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.models import EditorialImage, EditorialRendition
from tests.desk.builders import picture
from tests.desk.forms import errors_in
from tests.support.html import Document
from tests.support.pictures import picture_file

pytestmark = pytest.mark.django_db

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def black_png(width: int, height: int) -> SimpleUploadedFile:
    """A black and white picture of any size in a file of a few kilobytes, made without drawing it."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = b"\0" * (1 + (width + 7) // 8)
    pixels = zlib.compress(row * height, 9)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return SimpleUploadedFile("wall.png", data, content_type="image/png")


def half_a_picture(name: str, picture_format: str) -> SimpleUploadedFile:
    """What is left where the line broke half-way."""
    whole = picture_file(name, (400, 300), picture_format).read()
    return SimpleUploadedFile(name, whole[: len(whole) // 2], content_type="image/jpeg")


BAD = {
    "half a photograph": (lambda: half_a_picture("shoe.jpg", "JPEG"), "This file is damaged"),
    "half a picture of another kind": (lambda: half_a_picture("shoe.avif", "AVIF"), "This file is damaged"),
    "not a picture": (
        lambda: SimpleUploadedFile("shoe.jpg", b"Dear desk, the picture is attached.", content_type="image/jpeg"),
        "Upload a valid image",
    ),
    "60 megapixels": (lambda: black_png(10_000, 6_000), "too many pixels (60000000). Maximum pixels 50000000"),
    "a script in a drawing": (
        lambda: SimpleUploadedFile("shoe.svg", SCRIPT, content_type="image/svg+xml"),
        "Not a supported image format",
    ),
    "a drawing that calls itself a photograph": (
        lambda: SimpleUploadedFile("shoe.png", SCRIPT, content_type="image/png"),
        "Not a valid .png image",
    ),
    "an empty file": (
        lambda: SimpleUploadedFile("shoe.png", b"", content_type="image/png"),
        "The submitted file is empty",
    ),
}
EVERY_BAD_FILE = pytest.mark.parametrize(("make", "complaint"), BAD.values(), ids=BAD)


@EVERY_BAD_FILE
def test_on_the_picture_form(editor, make, complaint):
    data = {"title": "The wall", "credit": "Photograph: Ines Okafor", "file": make(), "worldwide": "on"}
    response = editor.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 200
    assert complaint in errors_in(response)
    assert Document(response).select_one("[name=credit]")["value"] == "Photograph: Ines Okafor"
    assert not EditorialImage.objects.exists()


@EVERY_BAD_FILE
def test_when_several_are_dropped(editor, make, complaint):
    url = reverse("wagtailimages:add_multiple")
    response = editor.post(
        url, {"title": "The wall", "files[]": make()}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert response.status_code == 200
    assert response.json()["success"] is False
    assert complaint in response.json()["error_message"]
    assert not EditorialImage.objects.exists()


@EVERY_BAD_FILE
def test_in_the_chooser_of_a_story(editor, make, complaint):
    url = reverse("wagtailimages_chooser:create")
    data = {"image-chooser-upload-title": "The wall", "image-chooser-upload-file": make()}
    response = editor.post(url, data)
    assert response.status_code == 200
    assert complaint in response.json()["htmlFragment"]
    assert not EditorialImage.objects.exists()


def test_while_it_is_being_chosen(editor):
    response = editor.post(reverse("desk_read_picture"), {"file": half_a_picture("shoe.png", "PNG")})
    assert response.status_code == 400
    assert "This file is damaged" in response.json()["error"]


@pytest.mark.parametrize("file", [half_a_picture("new.jpg", "JPEG"), picture_file("new.jpg", colour="red")])
def test_a_file_in_the_place_of_another(editor, file):
    image = picture("Heel", credit="")
    url = reverse("wagtailimages:edit", args=[image.pk])
    typed = {"title": "Heel, again", "credit": "Photograph: Ines Okafor", "description": "Picture of a heel"}
    response = editor.post(url, typed | {"file": file, "worldwide": "on"})
    html = Document(response)
    assert html.select_one("[name=credit]")["value"] == "Photograph: Ines Okafor"
    # The picture on file is shown and stays: nothing was taken from a form that was refused.
    assert "could not be found" not in response.content.decode()
    assert not EditorialRendition.objects.filter(file__contains="new").exists()
    kept = EditorialImage.objects.get()
    assert (kept.title, kept.file.name, kept.file_hash) == ("Heel", image.file.name, image.file_hash)


def test_a_good_picture_goes_in(editor):
    data = {"title": "Heel", "credit": "Photograph: Ines Okafor", "file": picture_file(), "worldwide": "on"}
    response = editor.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 302
    assert EditorialImage.objects.get().credit_line == "Photograph: Ines Okafor"
