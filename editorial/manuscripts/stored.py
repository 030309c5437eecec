"""A draft as the stored value of a feature's body."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from editorial.manuscripts import rich_text
from editorial.manuscripts.pieces import Aside, Block, Draft, Facts, Picture, Prose, Quote


def body(draft: Draft, image_ids: Mapping[int, int]) -> list[dict]:
    """The raw stream value. `image_ids` maps places of `draft.pictures()` to images in the library."""
    pictures = {id(picture): image_ids[at] for at, picture in enumerate(draft.pictures())}
    return [
        item("section", {"heading": section.heading, "anchor": "", "content": content(section.blocks, pictures)})
        for section in draft.sections
    ]


def content(blocks: Sequence[Block], pictures: Mapping[int, int]) -> list[dict]:
    """The blocks of one section."""
    return [stored_block(block, pictures) for block in blocks]


def stored_block(block: Block, pictures: Mapping[int, int]) -> dict:
    """One block."""
    if isinstance(block, Picture):
        return item("image", figure(block, pictures[id(block)]))
    if isinstance(block, Quote):
        return item("pull_quote", {"text": block.text, "attribution": block.attribution})
    if isinstance(block, Facts):
        rows = [item("item", {"label": label, "value": value}) for label, value in block.rows]
        return item("fact_box", {"title": block.title, "text": "", "rows": rows})
    if isinstance(block, Aside):
        return item("note", {"text": rich_text.paragraphs(block.paragraphs)})
    return item("prose", prose(block))


def prose(block: Prose) -> str:
    """Running text."""
    return rich_text.story(block.lines)


def figure(picture: Picture, image_id: int) -> dict:
    """A picture in text width, with its own description and caption."""
    return {
        "picture": {"image": image_id, "alt_text": picture.alt, "decorative": False},
        "layout": "text",
        "caption": rich_text.paragraphs([picture.caption]) if picture.caption else "",
    }


def item(kind: str, value) -> dict:
    """A child of a stream or list."""
    return {"type": kind, "value": value, "id": str(uuid4())}
