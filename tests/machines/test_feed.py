"""The feed of the demo, read by an XML parser and as a feed reader prints it."""

from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from editorial.models import CollaborationPage, FeaturePage
from editorial.syndication.feeds import ENTRIES
from tests.support.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

BASE = settings.WAGTAILADMIN_BASE_URL
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}"
ATOM = "{http://www.w3.org/2005/Atom}"
MOST_QUERIES = 20


@pytest.fixture
def channel(client) -> ElementTree.Element:
    response = client.get("/feed.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")


def item_of(channel, path: str) -> ElementTree.Element:
    return next(item for item in channel.iter("item") if item.findtext("link") == BASE + path)


def text_of(item) -> BeautifulSoup:
    return BeautifulSoup(item.findtext(CONTENT), "html.parser")


def test_the_channel_says_whose_it_is_and_where(channel):
    assert channel.findtext("title") == "SPORTSHOWROOM"
    assert channel.findtext("link") == f"{BASE}/"
    assert channel.findtext("description")
    assert channel.find(f"{ATOM}link").attrib == {"rel": "self", "href": f"{BASE}/feed.xml"}
    assert channel.findtext("language") == "en-gb"


def test_it_holds_the_newest_stories_and_collaborations_newest_first(channel):
    pages = [*FeaturePage.objects.shown(), *CollaborationPage.objects.shown()]
    newest = sorted(pages, key=lambda page: (page.first_published_at, page.pk), reverse=True)[:ENTRIES]
    assert [item.findtext("link") for item in channel.iter("item")] == [BASE + page.url for page in newest]
    dates = [parsedate_to_datetime(item.findtext("pubDate")) for item in channel.iter("item")]
    assert dates == [page.first_published_at.replace(microsecond=0) for page in newest]


def test_every_item_has_what_the_profile_asks_for(channel):
    keys = set()
    for item in channel.iter("item"):
        names = [child.tag for child in item]
        assert names.index("description") < names.index(CONTENT)
        assert item.findtext("title")
        assert "<" not in item.findtext("description")
        assert item.find("guid").attrib == {"isPermaLink": "false"}
        keys.add(item.findtext("guid"))
        assert item.findall("category")
    assert len(keys) == len(list(channel.iter("item")))


def test_an_item_keeps_its_key_when_its_address_changes(client, channel):
    page = FeaturePage.objects.shown().get(slug="gel-kayano-14")
    before = item_of(channel, page.url).findtext("guid")
    assert before == f"urn:uuid:{page.translation_key}"
    page.slug = "the-fourteenth"
    page.save()
    again = ElementTree.fromstring(client.get("/feed.xml").content).find("channel")
    assert item_of(again, "/features/the-fourteenth/").findtext("guid") == before


def test_every_picture_has_a_credit_under_it_and_an_absolute_address(channel):
    pictures = 0
    for item in channel.iter("item"):
        for picture in text_of(item).select("img"):
            figure = picture.find_parent("figure")
            assert figure.select_one("figcaption small").get_text(strip=True)
            assert picture["src"].startswith(f"{BASE}/")
            assert int(picture["width"]) > 0
            assert int(picture["height"]) > 0
            assert picture.has_attr("alt")
            pictures += 1
        for media in item.iter(f"{MEDIA}content"):
            assert media.get("type") == "image/jpeg"
            assert media.findtext(f"{MEDIA}credit")
    assert pictures > 60


def test_the_pictures_are_served_as_jpeg(client, channel):
    address = text_of(next(channel.iter("item"))).select_one("img")["src"]
    response = client.get(address.removeprefix(BASE))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")


def test_a_story_travels_whole(channel):
    page = FeaturePage.objects.shown().get(slug="gel-kayano-14")
    item = item_of(channel, page.url)
    text = text_of(item)
    headings = [heading.get_text(strip=True) for heading in text.select("h2")]
    assert headings[: len(page.body)] == [section.value["heading"] for section in page.body]
    assert "Notes" in headings
    assert text.select("blockquote")
    assert text.select('a[href*="/asics/gel-kayano-14/"]')
    assert len(text.get_text().split()) > 2500
    credits = page.credits.filter(role="words").select_related("person")
    assert [creator.text for creator in item.iter(CREATOR)] == [credit.person.title for credit in credits]
    assert item.find("category").text == page.topic.title


def test_nothing_travels_that_only_works_at_home(channel):
    for item in channel.iter("item"):
        text = text_of(item)
        assert not text.select("script, button, style, iframe, picture, source, form, input, svg")
        for element in text.find_all(True):
            assert not element.attrs.keys() & {"class", "style", "id", "popovertarget", "srcset", "onclick"}
        for link in text.select("a[href]"):
            assert link["href"].startswith(("https://", "http://", "mailto:")), link["href"]


def test_the_same_bytes_need_not_be_sent_again(client):
    first = client.get("/feed.xml")
    newest = max(page.last_published_at for page in FeaturePage.objects.shown())
    assert parsedate_to_datetime(first["Last-Modified"]) >= newest.replace(microsecond=0)
    assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get("/feed.xml", headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    assert "public" in first["Cache-Control"]
    story = FeaturePage.objects.shown().first()
    story.standfirst = "Other words."
    story.save()
    assert client.get("/feed.xml", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_it_costs_the_same_however_much_it_holds(client, encodings):
    client.get("/feed.xml")
    with queries() as asked:
        client.get("/feed.xml")
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    assert len(encodings) == 0
