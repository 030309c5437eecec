"""What the front page chooses when editors have not, and what it does when they have."""

from datetime import date

import pytest

from editorial.listings.front import front, front_stories
from editorial.models import HomePage, HomeStory
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture
def home():
    return HomePage.objects.get()


def choose(home, lead=None, row=()):
    home.lead_feature = lead
    home.stories.set([HomeStory(feature=feature) for feature in row])
    home.save()
    return front_stories(HomePage.objects.get())


def test_an_empty_site_has_an_empty_front_page(home):
    found = front(home, TODAY)
    assert (found["stories"].lead, found["stories"].newest) == (None, None)
    assert not any(found[name] for name in ("collaborations", "products", "releases", "brands"))


def test_unchosen_the_newest_leads_and_the_next_follow(home):
    made = [make.feature(f"Story {number}") for number in range(12)]
    stories = front_stories(home)
    newest = made[::-1]
    assert stories.lead == newest[0]
    assert stories.row == newest[1:4]
    assert stories.more == newest[4:10]
    assert stories.newest == newest[0].first_published_at


def test_the_chosen_stand_where_they_were_put_and_none_stands_twice(home):
    made = [make.feature(f"Story {number}") for number in range(8)]
    stories = choose(home, lead=made[2], row=[made[0], made[7]])
    assert stories.lead == made[2]
    assert stories.row == [made[0], made[7], made[6]]
    assert stories.more == [made[5], made[4], made[3]], "a fourth would hang alone under a row of three"
    assert stories.newest == made[7].first_published_at


def test_a_row_without_a_lead_leaves_the_lead_to_the_newest_other(home):
    made = [make.feature(f"Story {number}") for number in range(3)]
    stories = choose(home, row=[made[2]])
    assert stories.lead == made[1]
    assert stories.row == [made[2], made[0]]


def test_one_chosen_story_alone_leads(home):
    only = make.feature()
    assert choose(home, row=[only]).lead == only


def test_a_chosen_story_that_left_the_site_leaves_its_place(home):
    made = [make.feature(f"Story {number}") for number in range(3)]
    made[0].unpublish()
    stories = choose(home, lead=made[0], row=[made[0]])
    assert stories.lead == made[2]
    assert stories.row == [made[1]]


def test_brands_count_the_silhouettes_readers_may_see(home):
    asics, nike = make.brand(), make.brand("Nike")
    make.silhouette("Gel-Kayano 14", asics)
    make.silhouette("Gel-Kayano 15", asics, live=False)
    assert [(brand.title, brand.count) for brand in front(home, TODAY)["brands"]] == [("ASICS", 1), ("Nike", 0)]
    assert nike.pk


def test_new_shoes_carry_the_retail_price_of_the_default_market(home):
    shoe = make.product()
    make.price(shoe, make.market(default=True), "150")
    make.price(shoe, make.market("Japan", "JP", currency="JPY", locale="ja_JP"), "19800")
    assert front(home, TODAY)["products"][0].price_line == "£150 retail"


def test_without_a_default_market_there_is_no_price(home):
    make.price(make.product(), make.market())
    assert front(home, TODAY)["products"][0].price_line == ""


def test_a_brand_in_small_letters_stands_in_its_place(home):
    for name in ("Nike", "adidas", "Brooks"):
        make.brand(name)
    assert [brand.title for brand in front(home, TODAY)["brands"]] == ["adidas", "Brooks", "Nike"]
