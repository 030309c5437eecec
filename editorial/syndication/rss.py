"""RSS 2.0 with full text and credits.

Sources: rssboard.org/rss-profile; the content, Dublin Core and Media RSS modules.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date

# What XML 1.0 cannot carry, however it came into the text.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# When a feed without entries was last changed.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedPicture:
    """A JPEG: absolute address, pixels, what it shows and whose it is."""

    url: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True)
class Entry:
    """One item. `text` is HTML with absolute addresses; `key` never changes; times carry their zone."""

    key: str
    title: str
    url: str
    summary: str
    text: str
    writers: Sequence[str]
    published: datetime
    updated: datetime
    categories: Sequence[str]
    picture: FeedPicture | None


class MagazineFeed(Rss201rev2Feed):
    """Django's feed with the elements that a magazine needs. `logo` is the absolute address of a square picture."""

    def rss_attributes(self):
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_entry(self, entry: Entry) -> None:
        """Put one item at the end."""
        self.add_item(
            title=printable(entry.title),
            link=entry.url,
            description=printable(entry.summary),
            unique_id=f"urn:uuid:{entry.key}",
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[printable(category) for category in entry.categories],
            text=printable(entry.text),
            writers=[printable(writer) for writer in entry.writers],
            picture=entry.picture,
        )

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        handler.startElement("image", {})
        handler.addQuickElement("url", self.feed["logo"])
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.endElement("image")

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NEVER

    def add_item_elements(self, handler, item):
        """In the order of the profile: the description stands before the text, for readers that take the first."""
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", item["link"])
        handler.addQuickElement("description", item["description"])
        handler.addQuickElement("content:encoded", item["text"])
        for writer in item["writers"]:
            handler.addQuickElement("dc:creator", writer)
        handler.addQuickElement("pubDate", rfc2822_date(item["pubdate"]))
        handler.addQuickElement("guid", item["unique_id"], {"isPermaLink": "false"})
        for category in item["categories"]:
            handler.addQuickElement("category", category)
        if item["picture"]:
            add_picture(handler, item["picture"])


def add_picture(handler, picture: FeedPicture) -> None:
    """The picture that opens the story, with its credit."""
    size = {"width": str(picture.width), "height": str(picture.height)}
    handler.startElement("media:content", {"url": picture.url, "type": "image/jpeg", "medium": "image"} | size)
    handler.addQuickElement("media:credit", printable(picture.credit))
    if picture.alt:
        handler.addQuickElement("media:description", printable(picture.alt), {"type": "plain"})
    handler.endElement("media:content")


def printable(text: str) -> str:
    """The text without characters that would make the feed no XML."""
    return UNPRINTABLE.sub("", text)
