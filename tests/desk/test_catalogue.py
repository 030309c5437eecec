"""The Catalogue menu: releases, glossary, topics, markets, regions."""

import pytest
from django.urls import reverse

from editorial.models import Market, Region, Release, ReleaseHistory, Term, Topic
from tests.desk.builders import brand, product, silhouette
from tests.desk.forms import errors_in, messages_of
from tests.support.html import Document

pytestmark = pytest.mark.django_db

NAMES = ("release", "term", "topic", "market", "region")


def url(model: str, view: str = "list", *arguments) -> str:
    return reverse(f"wagtailsnippets_editorial_{model}:{view}", args=arguments)


@pytest.fixture
def pair():
    return product(silhouette(brand()))


def release_form(pair, **changes) -> dict:
    """A release as the form sends it."""
    japan = Market.objects.get(code="JP")
    return {
        "product": pair.pk,
        "market": japan.pk,
        "year": "2026",
        "month": "12",
        "day": "",
        "status": "announced",
        "source": "ASICS",
        "note": "",
    } | changes


def test_one_menu_holds_them_all(chief):
    page = chief.get("/admin/").content.decode()
    assert "Catalogue" in page
    for name in NAMES:
        assert url(name) in page
    assert "/admin/snippets/&quot;" not in page


@pytest.mark.parametrize("name", NAMES)
def test_each_is_listed_searched_and_added_to(chief, pair, name):
    for address in (url(name), url(name) + "?q=gel", url(name, "add")):
        assert chief.get(address).status_code == 200


def test_a_release_is_entered_and_found(chief, pair):
    response = chief.post(url("release", "add"), release_form(pair))
    assert response.status_code == 302, errors_in(response)
    page = Document(chief.get(url("release") + "?q=1201A019&status=announced"))
    assert {"December 2026", "Japan", "1201A019-107", "Announced"} <= set(page.texts("td"))


def test_a_changed_date_keeps_what_was_said_before(chief, pair):
    chief.post(url("release", "add"), release_form(pair))
    release = Release.objects.get()
    chief.post(url("release", "edit", release.pk), release_form(pair, month="", year="2027", status="moved"))
    assert ReleaseHistory.objects.get().month == 12


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"market": "999999"}, "Select a valid choice"),
        ({"market": ""}, "This field is required."),
        ({"product": "999999"}, "Select a valid choice"),
        ({"year": ""}, "Give at least the year."),
        ({"month": "2", "day": "30"}, "There is no such day in that month."),
        ({"month": "", "day": "3"}, "A day needs its month."),
        ({"status": "hoped for"}, "Select a valid choice"),
    ],
)
def test_a_release_filled_in_wrongly(chief, pair, changes, complaint):
    response = chief.post(url("release", "add"), release_form(pair, **changes))
    assert response.status_code == 200
    assert complaint in errors_in(response)
    assert not Release.objects.exists()


def test_a_second_release_in_the_same_market(chief, pair):
    chief.post(url("release", "add"), release_form(pair))
    response = chief.post(url("release", "add"), release_form(pair))
    assert response.status_code == 200
    assert "already exists" in errors_in(response)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"currency": "XXQ"}, "There is no such currency."),
        ({"locale": "xx_YY"}, "There is no such number format."),
        ({"time_zone": "Mars/Olympus"}, "There is no such time zone."),
        ({"code": "gb"}, "Two capital letters"),
        ({"code": "JP"}, "already exists"),
        ({"region": "999999"}, "Select a valid choice"),
    ],
)
def test_a_market_filled_in_wrongly(chief, changes, complaint):
    data = {
        "name": "Atlantis",
        "slug": "atlantis",
        "code": "QQ",
        "region": Region.objects.first().pk,
        "currency": "EUR",
        "locale": "fr_CH",
        "time_zone": "Europe/Zurich",
        "size_system": "EU",
        "price_note": "",
    }
    response = chief.post(url("market", "add"), data | changes)
    assert response.status_code == 200
    assert complaint in errors_in(response)
    assert chief.post(url("market", "add"), data).status_code == 302


def test_topics_are_put_in_order(chief):
    for title in ("Archive", "Buying", "Company"):
        chief.post(url("topic", "add"), {"title": title, "slug": title.lower(), "introduction": ""})
    last = Topic.objects.get(title="Company")
    chief.post(url("topic", "reorder", last.pk) + "?position=0")
    assert [topic.title for topic in Topic.objects.all()] == ["Company", "Archive", "Buying"]


def test_a_region_that_holds_markets_stays(chief):
    region = Market.objects.get(code="JP").region
    response = chief.post(url("region", "delete", region.pk))
    assert response.status_code == 302
    assert f"'{region.name}' is still used" in messages_of(chief)
    assert Region.objects.filter(pk=region.pk).exists()
    bulk = reverse("wagtail_bulk_action", args=["editorial", "region", "delete"])
    assert chief.post(f"{bulk}?id={region.pk}").status_code == 302
    assert Region.objects.filter(pk=region.pk).exists()


def test_an_empty_region_may_go(chief):
    region = Region.objects.create(name="Antarctica", slug="antarctica")
    assert chief.post(url("region", "delete", region.pk)).status_code == 302
    assert not Region.objects.filter(pk=region.pk).exists()


def test_a_term_in_use_says_where(chief):
    term = Term.objects.create(title="Gel", slug="gel", definition="A cushion.")
    assert chief.get(url("term", "usage", term.pk)).status_code == 200
    assert chief.get(url("term", "edit", term.pk)).status_code == 200
