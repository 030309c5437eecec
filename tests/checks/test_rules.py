"""Each rule says what, where and how to mend it; and keeps silent when there is nothing to say."""

import pytest

from editorial.checks import Problem, PublishRefused
from editorial.checks.ground import Ground
from editorial.checks.picture_uses import body_uses
from editorial.models import CollaborationPartner, CollaborationSilhouette
from tests.desk.builders import brand, collaboration, feature, partner, picture, product, section, silhouette

pytestmark = pytest.mark.django_db


def codes(page) -> list[str]:
    return [problem.code for problem in page.publish_problems()]


def only(page) -> Problem:
    """The one problem of the page."""
    [problem] = page.publish_problems()
    return problem


def test_a_sound_page_of_each_type_has_no_problem():
    house = brand()
    shoe = silhouette(house)
    entry = collaboration(year=2021)
    entry.partners = [CollaborationPartner(partner=partner())]
    entry.silhouettes = [CollaborationSilhouette(silhouette=shoe)]
    for page in (house, shoe, product(shoe), entry, feature(), partner("Kith")):
        assert codes(page) == [], page


def test_every_problem_says_how_to_mend_it():
    house = brand(live=False)
    pages = [feature(ready=False), collaboration(), product(silhouette(house, live=False), code="", live=False)]
    for page in pages:
        problems = page.publish_problems()
        assert problems
        for problem in problems:
            assert problem.message.endswith(".")
            assert problem.mend.endswith(".")
            assert problem.field or problem.page_id


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"title": " "}, "title_missing", "title"),
        ({"title": "A" * 101}, "title_too_long", "title"),
        ({"standfirst": "  "}, "standfirst_missing", "standfirst"),
        ({"lead_image": None}, "lead_picture_missing", "lead_image"),
        ({"body": []}, "body_empty", "body"),
    ],
)
def test_a_feature_that_lacks_one_thing(changes, code, field):
    page = feature()
    for name, value in changes.items():
        setattr(page, name, value)
    problem = only(page)
    assert (problem.code, problem.field) == (code, field)


def test_a_feature_without_a_writer():
    page = feature()
    page.credits = []
    assert only(page).field == "credits"


def test_a_credit_may_be_the_rights_holder():
    page = feature(lead_image=picture(credit="", rights_holder="ASICS"))
    assert codes(page) == []
    page.lead_image.rights_holder = ""
    assert codes(page) == ["credit_missing"]


def test_the_words_for_a_lead_picture_may_be_its_own_or_the_pages():
    page = feature(lead_image=picture(description=""))
    assert only(page).field == "lead_alt"
    page.lead_alt = "A shoe on sand"
    assert codes(page) == []


@pytest.mark.parametrize("kind", ["image", "image_pair", "gallery"])
def test_every_picture_of_the_body_is_looked_at(kind):
    good, bad = picture(), picture("Heel", credit="", rights_holder="", description="")
    uses = [{"image": image.pk, "decorative": False, "alt_text": ""} for image in (good, good, bad)]
    value = {"picture": uses[-1]} if kind == "image" else {"pictures": uses[-2:] if kind == "image_pair" else uses}
    block = {"type": kind, "id": "the-block", "value": value}
    problems = feature(body=[section("Heel", block)]).publish_problems()
    assert [problem.code for problem in problems] == ["credit_missing", "alt_missing"]
    assert {problem.field for problem in problems} == {"body"}
    if kind == "image":
        assert {problem.block_id for problem in problems} == {"the-block"}


def test_a_deleted_picture_is_named_as_such():
    block = {"type": "image", "id": "the-block", "value": {"picture": {"image": 999_999}, "layout": "text"}}
    problem = only(feature(body=[section("Heel", block)]))
    assert (problem.code, problem.block_id) == ("picture_missing", "the-block")


def test_the_pictures_of_a_long_story_cost_one_query(django_assert_num_queries):
    blocks = [{"type": "image", "value": {"picture": {"image": picture().pk, "alt_text": "x"}}} for _ in range(12)]
    page = feature(body=[section("Pictures", *blocks)])
    page.refresh_from_db()
    with django_assert_num_queries(1):
        assert len(list(body_uses(page.body, Ground()))) == 12


@pytest.mark.parametrize("code", ["1201A019-107", "1201a019107", "1201A019 - 107", "1201A019.107"])
def test_a_style_code_is_the_same_however_it_is_spelled(code):
    shoe = silhouette(brand())
    holder = product(shoe)
    other = product(shoe, "Clay Rust", code, live=False)
    problem = only(other)
    assert problem.code == "style_code_taken"
    assert problem.page_id == holder.pk
    assert "'ASICS Gel-Kayano 14, Pure Silver'" in problem.message


@pytest.mark.parametrize("code", ["", "  ", "---"])
def test_a_product_without_a_style_code(code):
    assert only(product(silhouette(brand()), code=code, live=False)).code == "style_code_missing"


def test_a_code_is_free_again_when_its_holder_goes_off():
    shoe = silhouette(brand())
    holder, other = product(shoe), product(shoe, "Clay Rust", live=False)
    holder.unpublish()
    assert codes(other) == []


def test_a_silhouette_follows_no_circle():
    house = brand()
    first, second, third = (silhouette(house, f"Gel-Kayano {number}") for number in (12, 13, 14))
    for older, newer in ((first, second), (second, third)):
        newer.predecessor = older
        newer.save()
    first.predecessor = third
    assert only(first).code == "own_ancestor"


def test_a_child_waits_for_its_parent():
    house = brand(live=False)
    problem = only(silhouette(house, live=False))
    assert problem.code == "parent_not_live"
    assert problem.page_id == house.pk


def test_the_exception_reads_as_its_problems():
    refusal = PublishRefused(None, [Problem("a", "It is wrong.", "Mend it."), Problem("b", "It is late.")])
    assert refusal.messages == ["It is wrong. Mend it.", "It is late."]
