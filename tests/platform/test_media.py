"""Pictures are served, originals and documents are not."""

import pytest
from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.images.views.serve import generate_image_url

from tests.support.picture_words import drawn, spoilt_exif, uploaded
from tests.support.pictures import picture_file


@pytest.fixture
def image(db):
    return get_image_model().objects.create(title="Shoe", file=picture_file(), width=120, height=80)


@pytest.fixture
def rendition(image):
    return image.get_rendition("format-avif|width-60")


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_rendition_is_served_to_be_kept_for_ever(client, rendition):
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert body(response) == rendition.file.open().read()


def test_a_rendition_is_not_sent_twice(client, rendition):
    first = client.get(rendition.url)
    by_tag = client.get(rendition.url, headers={"if-none-match": first["ETag"]})
    by_time = client.get(rendition.url, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_tag.status_code, by_time.status_code) == (304, 304)
    assert by_tag["Cache-Control"] == first["Cache-Control"]


def test_editors_may_keep_pictures_too(client, rendition, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"
    assert "immutable" in client.get(rendition.url)["Cache-Control"]


def test_a_picture_opened_by_itself_may_do_nothing(client, rendition):
    response = client.get(rendition.url)
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_original_is_not_served(client, image):
    assert image.file.url.startswith("/media/original_images/")
    assert client.get(image.file.url).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stored", "address"),
    [
        ("documents/prices.pdf", "/media/documents/prices.pdf"),
        ("documents/shoe.jpg", "/media/documents/shoe.jpg"),
        ("images/page.html", "/media/images/page.html"),
        ("images/script.svg", "/media/images/script.svg"),
        ("original_images/a.jpg", "/media/images/../original_images/a.jpg"),
        ("original_images/b.jpg", "/media/images/..%2foriginal_images%2fb.jpg"),
        ("original_images/c.jpg", "/media/images%2f..%2foriginal_images/c.jpg"),
        ("original_images/d.jpg", "/media/../media/original_images/d.jpg"),
        ("images/sub/e.jpg", "/media/images/sub/e.jpg"),
        ("images/f.jpg", "/media/images/f.jpg%00.png"),
        ("images/g.jpg", "/media/images/..\\images\\g.jpg"),
        ("images/h.jpg", "/media/images/"),
        ("images/i.jpg", "/media/./images/i.jpg/"),
    ],
)
def test_nothing_else_is_served(client, media_root, stored, address):
    path = media_root / stored
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not for readers")
    assert client.get(address).status_code == 404


def test_a_folder_is_not_a_picture(client, media_root, db):
    (media_root / "images" / "folder.jpg").mkdir(parents=True)
    assert client.get("/media/images/folder.jpg").status_code == 404


def test_a_signed_address_encodes_once_and_is_kept(client, image, encodings):
    address = generate_image_url(image, "format-webp|width-50")
    assert address.startswith("/images/")
    first = client.get(address)
    assert (first.status_code, first["Content-Type"]) == (200, "image/webp")
    assert first["Cache-Control"] == "public, max-age=2592000"
    assert body(first)[8:12] == b"WEBP"
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert encodings.specs == ["format-webp|width-50"]


def test_an_address_we_did_not_sign_encodes_nothing(client, image, encodings):
    address = generate_image_url(image, "format-webp|width-50")
    for forged in (address.replace("width-50", "width-51"), address.replace("/images/", "/images/x")):
        response = client.get(forged)
        assert response.status_code == 403
        assert not response.has_header("Cache-Control")
    assert len(encodings) == 0


def test_a_signed_address_of_a_lost_original_says_gone(client, image):
    address = generate_image_url(image, "width-50")
    image.file.storage.delete(image.file.name)
    response = client.get(address)
    assert response.status_code == 410
    assert response["Cache-Control"] == "no-store"


def test_a_signed_address_of_a_deleted_picture_is_not_found(client, image):
    address = generate_image_url(image, "width-50")
    image.delete()
    assert client.get(address).status_code == 404


@pytest.mark.filterwarnings("ignore:Metadata Warning")
@pytest.mark.parametrize("kind", ["no picture", "notes of a camera"])
def test_a_broken_original_does_not_stop_the_house(client, image, kind):
    broken = b"no picture" if kind == "no picture" else uploaded(drawn((60, 40)), exif=spoilt_exif()).read()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(broken))
    assert client.get(generate_image_url(image, "width-40")).status_code == 410
