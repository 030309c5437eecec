"""Pages on which a picture is seen without standing in any of their fields."""

import pytest

from editorial.listings.rights import offenders, pages_with
from editorial.models import EditorialImage, FeatureIndexPage, FeatureSubject, HomePage, PersonPage
from tests.desk.builders import brand, collaboration, feature, picture, product, section, silhouette

pytestmark = pytest.mark.django_db


def cards_of(image) -> set[str]:
    """The titles of the pages whose cards show it, as a reader would be told."""
    held, announced = pages_with(EditorialImage.objects.filter(pk=image.pk), None)
    pages = HomePage.objects.get().get_descendants(inclusive=True).in_bulk(announced[image.pk] - held[image.pk])
    return {page.title for page in pages.values()}


@pytest.fixture
def shoe():
    page = silhouette(brand())
    pair = product(page)
    pair.lead_image = picture("The pair")
    pair.save_revision().publish()
    return pair


def story_about(page, title: str = "A story", **fields):
    """A published story with the page as its subject."""
    story = feature(title, **fields)
    story.subjects = [FeatureSubject(page=page)]
    story.save_revision().publish()
    return story


def test_a_story_is_announced_by_its_lists_its_people_and_what_it_is_about(shoe):
    story = story_about(shoe, lead_image=(image := picture("Opens a story")))
    lists = {FeatureIndexPage.objects.get().title, HomePage.objects.get().title, PersonPage.objects.get().title}
    assert cards_of(image) == lists | {"Pure Silver", "Gel-Kayano 14", "ASICS"}
    story.refresh_from_db()
    story.unpublish()
    assert cards_of(image) == set()


def test_a_pair_is_seen_on_its_shoe_its_siblings_its_brand_and_in_stories_that_show_it(shoe):
    product(shoe.get_parent().specific, "Rose Dust", "1201A019-108")
    card = {"type": "product_card", "value": {"product": shoe.pk}}
    linked = {"type": "prose", "value": f'<p><a linktype="page" id="{shoe.pk}">Silver</a> it was.</p>'}
    feature("Shows it", body=[section("Silver", card)]).save_revision().publish()
    feature("Links to it", body=[section("Silver", linked)]).save_revision().publish()
    home = HomePage.objects.get().title
    assert cards_of(shoe.lead_image) == {"Gel-Kayano 14", "Rose Dust", "ASICS", "Shows it", home}


def test_a_list_with_room_for_three_stories_shows_the_newest_three(shoe):
    first, second, *_newer = [story_about(shoe, f"Story {n}", lead_image=picture(f"Opens {n}")) for n in range(4)]
    assert "Pure Silver" not in cards_of(first.lead_image)
    assert "Pure Silver" in cards_of(second.lead_image)


def test_what_a_page_says_in_words_is_no_card(shoe):
    history = story_about(shoe, "The history", lead_image=picture("Opens the history"))
    silhouette_page = shoe.get_parent().specific
    silhouette_page.lead_feature = history
    silhouette_page.save_revision().publish()
    assert "Gel-Kayano 14" not in cards_of(history.lead_image)
    sequel = story_about(history, "The sequel", lead_image=picture("Opens the sequel"))
    assert "The history" not in cards_of(sequel.lead_image)
    shared = collaboration("Together", lead_image=picture("Both of them"), live=True)
    years = {"type": "collaboration_timeline", "value": {"title": "", "collaborations": [shared.pk]}}
    feature("Lists it", body=[section("Years", years)]).save_revision().publish()
    assert "Lists it" not in cards_of(shared.lead_image)


def test_what_is_not_cleared_for_cards_stands_on_none(shoe):
    EditorialImage.objects.filter(pk=shoe.lead_image_id).update(for_cards=False)
    assert cards_of(shoe.lead_image) == set()


def test_a_picture_on_cards_stands_before_one_that_two_pages_hold(shoe):
    twice = picture("Inside two stories")
    body = [section("Laces", {"type": "image", "value": {"picture": {"image": twice.pk}, "layout": "text"}})]
    for title in ("One", "Two"):
        feature(title, body=body).save_revision().publish()
    ranked = [one for one in offenders("licence") if one.pk in (twice.pk, shoe.lead_image_id)]
    assert [(one.pk, one.showing) for one in ranked] == [(shoe.lead_image_id, 1), (twice.pk, 2)]
    assert ranked[0].on_cards > 1
    assert ranked[1].on_cards == 0
