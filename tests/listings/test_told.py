"""Every story that names an entry stands on its page: a few with a picture, the others in words."""

import pytest

from editorial.listings import told as lists
from editorial.listings.told import told
from editorial.models import FeaturePage, FeatureSubject
from tests.desk.builders import brand, feature, section, silhouette
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def stories_about(page, many: int) -> list[FeaturePage]:
    made = []
    for number in range(many):
        story = feature(f"Story {number}", live=True, body=[section("Heel")])
        story.subjects = [FeatureSubject(page=page)]
        story.save()
        story.publish(story.save_revision())
        made.append(story)
    return made


def test_a_page_names_every_story_about_it(client):
    shoe = silhouette(brand())
    stories = stories_about(shoe, 5)
    for page in (shoe, shoe.brand):
        seen = Document(client.get(page.url)).select("main a[href^='/features/']")
        assert {link["href"] for link in seen} >= {story.url for story in stories}


def test_what_no_list_has_room_for_is_counted_and_searched(client, monkeypatch):
    monkeypatch.setattr(lists, "IN_WORDS", 1)
    shoe = silhouette(brand())
    stories_about(shoe, 6)
    found = told(FeaturePage.objects.beneath(shoe), 3)
    assert (len(found.cards), len(found.others), found.count, found.left) == (3, 1, 6, 2)
    rest = Document(client.get(shoe.url)).select_one(".more-stories p a")
    assert rest.get_text() == "2 more stories"
    assert client.get(rest["href"]).status_code == 200


def test_a_story_shown_elsewhere_gives_its_place_to_the_next():
    shoe = silhouette(brand())
    stories_about(shoe, 5)
    found = told(FeaturePage.objects.beneath(shoe), 3)
    rest = found.without(found.cards[0])
    assert (rest.cards, rest.others, rest.count) == ([*found.cards[1:], found.others[0]], found.others[1:], 4)
    assert found.without(None) == found
