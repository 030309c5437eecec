"""Films and posts: recognised by address, played by hosts the policy names, asked for nothing before a click."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings

from editorial.blocks.players import PROVIDERS, player_for
from tests.factories import catalogue
from tests.factories.bodies import block, section, stream
from tests.support.html import Document

KNOWN = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ": "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
    "https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=3": (
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    ),
    "https://youtu.be/dQw4w9WgXcQ?si=x": "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
    "https://www.youtube.com/shorts/abcDEF123_-": "https://www.youtube-nocookie.com/embed/abcDEF123_-?autoplay=1",
    "https://vimeo.com/76979871": "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
    "https://www.instagram.com/p/C1abcDEFgh/": "https://www.instagram.com/p/C1abcDEFgh/embed/",
    "https://www.instagram.com/asics/reel/C1abcDEFgh/": "https://www.instagram.com/reel/C1abcDEFgh/embed/",
    "https://www.tiktok.com/@asics/video/7300000000000000000": "https://www.tiktok.com/player/v1/7300000000000000000",
    "https://x.com/asics/status/1700000000000000000": (
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1700000000000000000"
    ),
}
UNKNOWN = [
    "",
    "not an address",
    "https://www.youtube.com/@asics",
    "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
    "https://example.org/?u=https://youtu.be/dQw4w9WgXcQ",
    "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
    "https://[youtu.be/dQw4w9WgXcQ",
    "https://www.instagram.com/asics/",
]


@pytest.mark.parametrize(("url", "src"), KNOWN.items())
def test_known_addresses_find_their_player(url, src):
    assert player_for(url).src == src


@pytest.mark.parametrize("url", UNKNOWN)
def test_other_addresses_find_none(url):
    assert player_for(url) is None


def test_the_policy_lets_every_player_into_a_frame_and_nobody_else():
    hosts = {"https://" + urlsplit(provider.src).netloc for provider in PROVIDERS}
    assert hosts == set(settings.SECURE_CSP["frame-src"])
    assert hosts < set(settings.ADMIN_CSP["frame-src"])


@pytest.fixture
def story(client, db):
    film = {"url": "https://youtu.be/dQw4w9WgXcQ", "title": "Rebirth of Cool", "poster": None, "caption": ""}
    post = {"url": "https://example.org/post", "title": "A post", "poster": None, "caption": ""}
    page = catalogue.feature(body=stream(section("Film", block("embed", film), block("embed", post))))
    return Document(client.get(page.url))


def test_a_page_asks_nothing_of_the_provider(story):
    assert story.select("iframe, object, embed") == []
    said_only = {"canonical", "alternate", "next", "prev"}
    links = [tag for tag in story.select("link[href]") if not said_only & set(tag["rel"])]
    loaded = [tag.get("src") or tag.get("href") for tag in (*story.select("[src]"), *links)]
    assert len(loaded) > 3
    assert [address for address in loaded if address.startswith(("http", "//"))] == []


def test_without_scripts_a_film_is_a_link_to_its_own_page(story):
    frame = story.select_one("[data-embed]")
    assert frame["data-embed"] == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    assert frame["data-embed-title"] == "Rebirth of Cool"
    assert frame.a["href"] == "https://youtu.be/dQw4w9WgXcQ"
    assert frame.a["rel"] == ["noopener"]


def test_a_film_nobody_here_can_play_stays_a_link(story):
    assert story.find("a", href="https://example.org/post").get_text() == "A post"
