"""An accent is chosen by its colour, and the one nearest to the lead picture is suggested."""

import pytest
from PIL import Image

from editorial.accents import accent_of
from editorial.choices import Accent
from editorial.models import EditorialImage, FeatureIndexPage, FeaturePage
from tests.desk.builders import feature, picture
from tests.desk.forms import add_url, edit_url
from tests.support.html import Document
from tests.support.pictures import picture_file

pytestmark = pytest.mark.django_db


def swatches(response) -> list[str]:
    return [tag["value"] for tag in Document(response).select(".accent-swatch input[name=accent]")]


def test_every_accent_is_a_swatch(editor):
    response = editor.get(add_url(FeaturePage, FeatureIndexPage.objects.get()))
    assert swatches(response) == ["", *Accent.values]
    page = Document(response)
    for accent in Accent.values:
        assert page.select_one(f".accent-swatch-colour.accent-{accent}")
    assert any("/static/css/accents.css" in link["href"] for link in page.select("link[rel=stylesheet]"))


def test_the_chosen_one_is_checked(editor):
    page = Document(editor.get(edit_url(feature(accent="teal"))))
    assert page.select_one(".accent-swatch input[checked]")["value"] == "teal"


def test_a_page_suggests_the_accent_of_its_picture(editor):
    page = feature(lead_image=picture(file=picture_file(colour="#e01a20")))
    assert page.lead_image.accent_hint == Accent.SIGNAL
    assert "Nearest to the lead picture: Signal red." in Document(editor.get(edit_url(page))).get_text()


def test_a_picture_just_chosen_is_asked_for(editor):
    image = picture(file=picture_file(colour="#1d5c43"))
    answer = editor.get("/admin/desk/accent-hint/", {"image": image.pk})
    assert answer.json() == {"accent": Accent.PINE}


def test_a_picture_that_came_in_bulk_is_looked_at_when_asked(editor):
    image = picture(file=picture_file(colour="#1d5c43"))
    EditorialImage.objects.update(accent_hint="")
    assert editor.get("/admin/desk/accent-hint/", {"image": image.pk}).json() == {"accent": Accent.PINE}
    image.refresh_from_db()
    assert image.accent_hint == Accent.PINE


@pytest.mark.parametrize("image", ["", "999999", "shoe", "-1", "9" * 40])
def test_a_picture_that_is_not_there_suggests_nothing(editor, image):
    assert editor.get("/admin/desk/accent-hint/", {"image": image}).json() == {"accent": ""}


def test_strangers_are_told_nothing(client):
    assert client.get("/admin/desk/accent-hint/", {"image": "1"}).status_code == 302


def test_another_file_gives_another_hint():
    image = picture(file=picture_file(colour="#e01a20"))
    image.file = picture_file(colour="#1d5c43")
    image.save()
    assert image.accent_hint == Accent.PINE


def test_a_file_that_cannot_be_read_gives_none(media_root):
    image = picture()
    (media_root / image.file.name).unlink()
    image.accent_hint = ""
    image.save()
    assert image.accent_hint == ""


@pytest.mark.parametrize(
    ("ground", "spot", "accent"),
    [
        ("#f4f4f4", "#ff7a2b", Accent.TANGERINE),
        ("#101010", "#c8e62c", Accent.ACID),
        ("#9a9a9a", "#1f46b9", Accent.ROYAL),
        ("#f0f0f0", None, Accent.SILVER),
        ("#202225", None, Accent.GRAPHITE),
    ],
)
def test_the_loudest_colour_counts_however_small(ground, spot, accent):
    shot = Image.new("RGB", (600, 400), ground)
    if spot:
        shot.paste(spot, (250, 150, 330, 230))
    assert accent_of(shot) == accent


def test_what_is_transparent_counts_as_paper():
    shot = Image.new("RGBA", (200, 200), (255, 0, 0, 0))
    assert accent_of(shot) == Accent.SILVER
