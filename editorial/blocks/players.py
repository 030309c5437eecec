"""Who plays what: from the address of a film or post to the address of its player.

Pure: nothing is fetched. Every player's host is named in the content security policy, and a test says so.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Player:
    """A film or post that can be played inside our page, after a click.

    `src` is what the frame loads; `shape` is 'wide' for films, 'tall' for posts.
    """

    provider: str
    src: str
    shape: str


@dataclass(frozen=True)
class Provider:
    """One host. `pattern` finds the item's id in `host/path`; `src` is the player's address with `{id}` in it."""

    name: str
    pattern: re.Pattern
    src: str
    shape: str = "wide"


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(r"^(?:youtube\.com/(?:watch/|shorts/|embed/|live/)|youtu\.be/)(?P<id>[\w-]{6,20})"),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    Provider(
        "Vimeo",
        re.compile(r"^(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d{5,12})"),
        "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
    ),
    Provider(
        "Instagram",
        re.compile(r"^instagram\.com/(?:[\w.]+/)?(?P<id>(?:p|reel)/[\w-]{5,40})"),
        "https://www.instagram.com/{id}/embed/",
        "tall",
    ),
    Provider(
        "TikTok",
        re.compile(r"^tiktok\.com/@[\w.]+/video/(?P<id>\d{8,25})"),
        "https://www.tiktok.com/player/v1/{id}",
        "tall",
    ),
    Provider(
        "X",
        re.compile(r"^(?:x|twitter)\.com/\w{1,20}/status/(?P<id>\d{5,25})"),
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id={id}",
        "tall",
    ),
)

PROVIDER_NAMES = ", ".join(provider.name for provider in PROVIDERS)


def web_address(url: str) -> str:
    """The address if a browser may be sent there, else an empty string: no script, no file."""
    return url if re.match(r"https?://", url.strip(), re.IGNORECASE) else ""


def player_for(url: str) -> Player | None:
    """The player of a public address, or None where no provider of ours knows it."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    # YouTube alone keeps the id in the query.
    watched = parse_qs(parts.query).get("v", [""])[0]
    place = f"{host}{parts.path.rstrip('/')}" + (f"/{watched}" if watched else "")
    for provider in PROVIDERS:
        match = provider.pattern.match(place)
        if match:
            return Player(provider.name, provider.src.format(id=match["id"]), provider.shape)
    return None
