"""Stored bodies of stories: blocks and sections as the editor form leaves them in the database."""

from itertools import count
from uuid import NAMESPACE_URL, uuid5

from wagtail.rich_text import RichText

from editorial.blocks.stories import FeatureBody
from editorial.models import FeaturePage

_numbers = count(1)


def block(key: str, value) -> dict:
    """One block of a stream."""
    return {"type": key, "value": value, "id": str(uuid5(NAMESPACE_URL, f"block-{next(_numbers)}"))}


def prose(html: str = "<p>It began with a drawing.</p>") -> dict:
    """Running text."""
    return block("prose", html)


def use(image, alt: str = "", decorative: bool = False) -> dict:
    """A use of a picture, with an alternative text of its own."""
    return {"image": image.pk, "alt_text": alt, "decorative": decorative}


def figure(image, layout: str = "text", caption: str = "", **fields) -> dict:
    """One picture."""
    return block("image", {"picture": use(image, **fields), "layout": layout, "caption": caption})


def card(product) -> dict:
    """A product card."""
    return block("product_card", {"product": product.pk})


def section(heading: str, *content: dict, anchor: str = "") -> dict:
    """A numbered section."""
    return block("section", {"heading": heading, "anchor": anchor, "content": list(content)})


def stream(*sections: dict):
    """A body made of stored sections, as a page holds it."""
    return FeaturePage._meta.get_field("body").to_python(list(sections))


def section_block():
    """The definition of a section."""
    return FeatureBody().child_blocks["section"]


def content_blocks() -> dict:
    """The definitions of what may stand in a section, by key."""
    return section_block().child_blocks["content"].child_blocks


def page_link(page, words: str = "there") -> str:
    """A link to a page as stored."""
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def rich(html: str) -> RichText:
    """A rich text value."""
    return RichText(html)
