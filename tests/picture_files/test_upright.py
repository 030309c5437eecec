"""Pictures taken with an upright camera, which stores them lying: everybody measures them as they are shown."""

import pytest
from django.urls import reverse
from wagtail.images.models import Filter
from wagtail.models import Collection

from editorial.actions.import_manuscript_pictures import PictureFiles
from editorial.actions.picture_facts import keep_facts, read_missing
from editorial.blocks.pictures import ratio_for
from editorial.choices import FigureLayout
from editorial.manuscripts.notes import Place
from editorial.manuscripts.pieces import Picture
from editorial.models import EditorialImage, PictureFile
from editorial.pictures import cut_to_come, focal_class
from editorial.renditions import RECIPES, SOCIAL
from editorial.syndication.social import card_of
from tests.desk.builders import member_of, picture
from tests.support.picture_words import drawn, exif_of, uploaded
from tests.support.pictures import picture_file

pytestmark = pytest.mark.django_db

BY_TELEPHONE = {"exif": exif_of(orientation=6)}


def lying_file(name: str = "tower.jpg"):
    """A file of 300 by 200 that is shown 200 wide and 300 high."""
    return uploaded(drawn((300, 200)), name, **BY_TELEPHONE)


def test_it_is_measured_as_it_is_shown(client):
    client.force_login(member_of("Editors"))
    data = {"title": "Tower", "credit": "Photograph: Ines Okafor", "collection": 1, "file": lying_file()}
    client.post(reverse("wagtailimages:add"), data)
    image = EditorialImage.objects.get()
    assert (image.width, image.height) == (200, 300)
    assert ratio_for(image, FigureLayout.TEXT) == "4-5"
    # The file is as it came: the next copy of it is the same file.
    lying = lying_file().read()
    with image.open_file() as kept:
        assert kept.read() == lying


def test_it_is_measured_so_where_it_comes_with_a_manuscript():
    files = PictureFiles(Collection.get_first_root_node(), None)
    files.add(Picture(lying_file().read(), "tower.jpg", Place()))
    files.enter()
    image = EditorialImage.objects.get()
    assert (image.width, image.height) == (200, 300)


def test_a_library_measured_before_is_put_right_once():
    image = picture(file=lying_file())
    keep_facts(image)
    # As it was: of the stored width, with the point an editor set at a fifth from the left and a tenth from the top.
    EditorialImage.objects.update(
        width=300, height=200, focal_point_x=60, focal_point_y=20, focal_point_width=30, focal_point_height=40
    )
    PictureFile.objects.update(is_upright=False)
    lying = picture("Beside it", file=picture_file(size=(30, 20)))
    assert read_missing() == 2
    assert read_missing() == 0
    keep_facts(EditorialImage.objects.get(pk=image.pk))
    image.refresh_from_db()
    assert (image.width, image.height) == (200, 300)
    assert (image.focal_point_x, image.focal_point_y) == (40, 30)
    assert (image.focal_point_width, image.focal_point_height) == (20, 60)
    assert focal_class(image) == "focal-left-top"
    lying.refresh_from_db()
    assert (lying.width, lying.height) == (30, 20)


SIZES = [(200, 300), (1067, 1600), (1600, 1067), (641, 427), (33, 1001), (1001, 7), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("point", [None, (0.83, 0.07)])
def test_what_is_promised_of_a_cut_is_what_is_served(size, point):
    width, height = size
    marked = {}
    if point:
        marked = {"focal_point_x": int(point[0] * width), "focal_point_y": int(point[1] * height)}
        marked |= {"focal_point_width": 9, "focal_point_height": 11}
    image = picture(file=picture_file(size=size), **marked)
    for recipe in RECIPES.values():
        wanted = Filter(spec=recipe.spec("jpeg", recipe.jpeg[0]))
        promised = cut_to_come(image, wanted)
        served = image.get_rendition(wanted)
        assert (promised.width, promised.height) == (served.width, served.height), wanted.spec


def test_the_card_of_an_upright_picture_says_its_size_to_the_pixel():
    image = picture(file=uploaded(drawn((1600, 1067)), "tower.jpg", **BY_TELEPHONE))
    card = card_of(image, "")
    served = image.get_rendition(SOCIAL.spec("jpeg", 1200))
    assert (card.width, card.height) == (served.width, served.height) == (1067, 562)
