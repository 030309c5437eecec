"""A picture whose rights have ended is nowhere: not on a page, a card, a feed, a social card or in structured data."""

import datetime
import json
import re
from pathlib import PurePath

import pytest
from django.utils import timezone

from editorial.middleware import caching
from editorial.models import EditorialImage, Market, ProductPage
from editorial.rights import end_of
from tests.factories.catalogue import picture
from tests.support.public_pages import PUBLIC_PAGES
from tests.support.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

CREDIT = "Photograph: Ended Agency"
MOST_QUERIES = 15
FILES = ("/feed.xml", "/sitemap.xml", "/sitemap-features.xml", "/releases.ics")
HOUSE_CARD = "icons/social-card"
NOT_FOUND = "/nothing/stands/here/"
IMAGE_ADDRESS = re.compile(r"(?:/media/images/|/images/)[^\s\"'<>&,]+")


@pytest.fixture
def stems() -> set[str]:
    """The beginnings of the names of the files that may not be named: every picture of the demo has ended."""
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    EditorialImage.objects.update(credit=CREDIT, rights_holder="Ended Agency", rights_until=yesterday, replacement=None)
    return {PurePath(name).stem for name in EditorialImage.objects.values_list("file", flat=True)}


@pytest.fixture
def replacement(stems) -> EditorialImage:
    """What stands in for all of them."""
    image = picture(title="Stand-in", credit="Photograph: Own Archive", description="A quiet shelf")
    EditorialImage.objects.exclude(pk=image.pk).update(replacement=image)
    return image


def addresses() -> list[str]:
    product, market = ProductPage.objects.shown().first(), Market.objects.get(code="GB")
    return [*PUBLIC_PAGES.values(), *FILES, f"{product.url}where-to-buy/{market.slug}/"]


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == (404 if address == NOT_FOUND else 200), address
    return b"".join(response).decode()


def named_in(text: str, stems: set[str]) -> set[str]:
    """Those of the files that the text points at, whatever their size."""
    names = {PurePath(found).name.partition(".")[0] for found in IMAGE_ADDRESS.findall(text)}
    return names & stems


def test_without_a_replacement_nothing_is_left_of_it(client, stems):
    for address in addresses():
        text = text_of(client, address)
        assert named_in(text, stems) == set(), address
        assert "Ended Agency" not in text, address


def test_its_replacement_stands_in_with_its_own_credit_and_words(client, stems, replacement):
    stand_in = PurePath(replacement.file.name).stem
    without_pictures = {
        "/glossary/",
        "/country/",
        "/cookie-policy/",
        "/sitemap.xml",
        "/sitemap-features.xml",
        "/releases.ics",
        NOT_FOUND,
        "/search/?q=zzqqxx",
    }
    for address in addresses():
        text = text_of(client, address)
        assert named_in(text, stems - {stand_in}) == set(), address
        assert "Ended Agency" not in text, address
        if address not in without_pictures:
            assert named_in(text, {stand_in}), address
            assert "Own Archive" in text, address


def test_replacing_costs_no_query(client, stems, replacement):
    for name in ("front page", "long feature", "brand", "silhouette", "product", "collaboration", "person", "releases"):
        client.get(PUBLIC_PAGES[name])
        with queries() as asked:
            client.get(PUBLIC_PAGES[name])
        assert len(asked) <= MOST_QUERIES, (name, "\n".join(asked))


def test_not_cleared_and_not_begun_are_as_good_as_ended(client, stems):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for state in ({"worldwide": False}, {"rights_from": tomorrow}):
        EditorialImage.objects.update(rights_until=None, rights_from=None, worldwide=True)
        EditorialImage.objects.update(**state)
        for name in ("front page", "long feature", "product"):
            text = text_of(client, PUBLIC_PAGES[name])
            assert named_in(text, stems) == set(), (state, name)


def test_each_use_is_a_use_of_its_own(client):
    story = PUBLIC_PAGES["long feature"]

    def social(text: str) -> str:
        return re.search(r'<meta property="og:image" content="([^"]+)"', text)[1]

    def told(text: str) -> list:
        graph = json.loads(re.search(r"<script type=\"application/ld\+json\">(.*?)</script>", text, re.DOTALL)[1])
        return [node for node in graph["@graph"] if "image" in node]

    allowed = text_of(client, story)
    assert HOUSE_CARD not in social(allowed)
    assert told(allowed)
    EditorialImage.objects.update(for_social=False)
    text = text_of(client, story)
    assert HOUSE_CARD in social(text)
    assert told(text) == []
    assert "<picture>" in text
    EditorialImage.objects.update(for_social=True, for_stories=False)
    assert 0 < text_of(client, story).count("<picture>") < allowed.count("<picture>")
    EditorialImage.objects.update(for_stories=True, for_feeds=False)
    assert "<img" not in text_of(client, "/feed.xml").replace("&lt;", "<")
    EditorialImage.objects.update(for_feeds=True, for_cards=False)
    assert "<picture>" not in text_of(client, "/features/")
    EditorialImage.objects.update(for_cards=True, for_print=False)
    assert (
        text_of(client, "/features/").count("on-screens-only") == text_of(client, "/features/").count("<picture>") > 0
    )


@pytest.mark.parametrize("address", ["/releases/", "/people/", "/feed.xml", "/", PUBLIC_PAGES["long feature"]])
def test_nothing_is_kept_past_the_end_of_a_pictures_rights(client, address, monkeypatch):
    # Longer than a day, so that the midnight at which the rights end is always nearer.
    monkeypatch.setattr(caching, "LONGEST", 200_000)
    EditorialImage.objects.update(rights_until=timezone.localdate())
    left = (end_of(timezone.localdate()) - timezone.now()).total_seconds()
    kept = int(client.get(address)["Cache-Control"].rpartition("s-maxage=")[2])
    assert kept <= left
    if address in ("/releases/", "/people/"):
        # No price there ages before that.
        assert kept >= left - 60
