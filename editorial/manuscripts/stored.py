"""A draft as the stored value of a feature's body."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import uuid4

from editorial.manuscripts import rich_text
from editorial.manuscripts.pieces import Aside, Block, Draft, Facts, Picture, Prose, Quote
from editorial.manuscripts.rich_text import NO_LINKS, Links


class OwnLinks(NamedTuple):
    """Addresses inside the magazine: the attributes by which links to pages and to glossary terms are stored."""

    pages: Links = NO_LINKS
    terms: Links = NO_LINKS


NONE_OWN = OwnLinks()


def body(draft: Draft, image_ids: Mapping[int, int], links: OwnLinks = NONE_OWN) -> list[dict]:
    """The raw stream value. `image_ids` maps places of `draft.pictures()` to images in the library."""
    pictures = {id(picture): image_ids[at] for at, picture in enumerate(draft.pictures())}
    return [
        item("section", {"heading": section.heading, "anchor": "", "content": content(section.blocks, pictures, links)})
        for section in draft.sections
    ]


def content(blocks: Sequence[Block], pictures: Mapping[int, int], links: OwnLinks) -> list[dict]:
    """The blocks of one section."""
    return [stored_block(block, pictures, links) for block in blocks]


def stored_block(block: Block, pictures: Mapping[int, int], links: OwnLinks) -> dict:
    """One block."""
    if isinstance(block, Picture):
        return item("image", figure(block, pictures[id(block)], links.pages))
    if isinstance(block, Quote):
        return item("pull_quote", {"text": block.text, "attribution": block.attribution})
    if isinstance(block, Facts):
        rows = [item("item", {"label": label, "value": value}) for label, value in block.rows]
        return item("fact_box", {"title": block.title, "text": "", "rows": rows})
    if isinstance(block, Aside):
        return item("note", {"text": rich_text.paragraphs(block.paragraphs, links.pages)})
    return item("prose", prose(block, links))


def prose(block: Prose, links: OwnLinks) -> str:
    """Running text, the only text in which words are tied to the glossary."""
    return rich_text.story(block.lines, {**links.pages, **links.terms})


def figure(picture: Picture, image_id: int, links: Links) -> dict:
    """A picture in text width, with its own description and caption."""
    return {
        "picture": {"image": image_id, "alt_text": picture.alt, "decorative": False},
        "layout": "text",
        "caption": rich_text.paragraphs([picture.caption], links) if picture.caption else "",
    }


def item(kind: str, value) -> dict:
    """A child of a stream or list."""
    return {"type": kind, "value": value, "id": str(uuid4())}
