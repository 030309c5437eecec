"""A story's page: both openings, who made it and when, where it stands."""

from datetime import UTC, datetime

import pytest

from editorial.choices import CreditRole
from editorial.models import FeatureCredit, FeatureSubject
from tests.factories import catalogue
from tests.factories.bodies import prose, section, stream
from tests.support.html import Document

pytestmark = pytest.mark.django_db

BODY = (section("First", prose()), section("Second", prose()))


def read(client, page) -> Document:
    return Document(client.get(page.url))


def subjects(page, *pages) -> None:
    page.subjects.set([FeatureSubject(page=one.page_ptr, sort_order=at) for at, one in enumerate(pages)])
    page.save()


def test_a_long_story_opens_across_the_sheet(client):
    picture = catalogue.picture(credit="Photograph: Ines Okafor")
    page = catalogue.feature(
        "Gel-Kayano 14",
        headline="The fourteenth man",
        kicker="Silhouette history",
        topic=catalogue.topic("Silhouettes"),
        lead_image=picture,
        lead_alt="The toe",
        hero_caption="Pure Silver",
        accent="amber",
        body=stream(*BODY),
    )
    document = read(client, page)
    assert document.html["class"] == ["accent-amber"]
    assert document.text_of("h1") == "Gel-Kayano 14"
    assert document.title.get_text() == "The fourteenth man | SPORTSHOWROOM"
    hero = document.select_one(".feature-head figure")
    assert (hero.img["alt"], hero.img["fetchpriority"]) == ("The toe", "high")
    assert hero.figcaption.get_text(" ", strip=True) == "Pure Silver Photograph: Ines Okafor"
    assert (document.select_one(".kicker a")["href"], document.text_of(".kicker")) == (
        "/topics/silhouettes/",
        "Silhouette history",
    )
    assert document.text_of(".standfirst") == "What there is to say of Gel-Kayano 14."
    assert len(document.select("h1")) == 1
    assert [image for image in document.select("img") if image.get("fetchpriority")] == [hero.img]


def test_a_short_story_shares_the_sheet_with_its_picture(client):
    page = catalogue.feature(
        "The running brands nobody’s uncle wore",
        hero_layout="split",
        lead_image=catalogue.picture(credit="Illustration: Studio"),
        body=stream(*BODY),
    )
    document = read(client, page)
    assert document.text_of(".split h1") == "The running brands nobody’s uncle wore"
    assert document.text_of(".split .credit") == "Illustration: Studio"
    assert document.select_one(".article--short > .section") is not None
    assert document.select(".feature-head") == []


def test_pictures_of_a_short_story_are_not_numbered(client):
    image = catalogue.picture()
    body = stream(section("First", prose(), figure_of(image)))
    assert read(client, catalogue.feature(hero_layout="split", body=body)).select(".section figcaption b") == []


def figure_of(image) -> dict:
    use = {"image": image.pk, "alt_text": "", "decorative": False}
    return {"type": "image", "value": {"picture": use, "layout": "text", "caption": ""}}


def test_the_byline_says_who_did_what(client):
    page = catalogue.feature(body=stream(*BODY))
    people = {name: catalogue.person(name) for name in ("Ines", "Mina", "Jonas")}
    hidden = catalogue.person("Nobody", live=False)
    page.credits.set(
        [
            FeatureCredit(person=people["Mina"], role=CreditRole.EDITING),
            FeatureCredit(person=hidden, role=CreditRole.WORDS),
            FeatureCredit(person=people["Ines"], role=CreditRole.WORDS),
            FeatureCredit(person=people["Jonas"], role=CreditRole.ILLUSTRATION),
        ]
    )
    page.save()
    document = read(client, page)
    assert document.texts(".byline p")[:3] == ["Words Ines", "Illustration Jonas", "Editing Mina"]
    assert people["Ines"].url in document.links()


@pytest.mark.parametrize(
    ("last", "dates"),
    [
        (datetime(2026, 3, 18, 20, tzinfo=UTC), ["18 March 2026"]),
        (datetime(2026, 4, 2, 9, tzinfo=UTC), ["18 March 2026", "2 April 2026"]),
        (None, ["18 March 2026"]),
    ],
)
def test_a_later_version_says_so(client, last, dates):
    page = catalogue.feature(first_published_at=datetime(2026, 3, 18, 9, tzinfo=UTC), last_published_at=last)
    assert read(client, page).texts(".byline time") == dates


def test_the_breadcrumb_follows_the_first_subject_of_the_catalogue(client):
    shoe = catalogue.silhouette(parent=catalogue.brand("ASICS"))
    other = catalogue.silhouette("XT-6", parent=catalogue.brand("Salomon"))
    product = catalogue.product(parent=shoe)
    page = catalogue.feature()
    subjects(page, catalogue.person("Hidenori Yamashita"), product, other)
    document = read(client, page)
    assert document.texts(".breadcrumb li") == ["SPORTSHOWROOM", "ASICS", "Gel-Kayano 14", "The fourteenth man"]
    assert [link["href"] for link in document.select(".breadcrumb a")] == ["/", shoe.get_parent().url, shoe.url]


def test_a_story_about_no_shoe_stands_under_features(client):
    page = catalogue.feature()
    subjects(page, catalogue.person())
    document = read(client, page)
    assert document.texts(".breadcrumb li") == ["SPORTSHOWROOM", "Features", "The fourteenth man"]


def test_a_hidden_silhouette_leaves_the_breadcrumb(client):
    shoe = catalogue.silhouette()
    page = catalogue.feature()
    subjects(page, shoe)
    shoe.unpublish()
    assert read(client, page).texts(".breadcrumb li") == ["SPORTSHOWROOM", "Features", "The fourteenth man"]


def test_a_story_with_nothing_in_it_still_opens(client):
    document = read(client, catalogue.feature("Empty", standfirst="", body=stream()))
    assert document.text_of("h1") == "Empty"
    assert document.select(".toc, .next-up, .related") == []


def test_the_page_sets_no_cookie_and_does_not_vary_by_one(client):
    response = client.get(catalogue.feature(body=stream(*BODY)).url)
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
