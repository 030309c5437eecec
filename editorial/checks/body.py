"""Reading the pictures of a story's body, with the blocks they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from editorial.blocks.walk import children


@dataclass(frozen=True)
class BodyPicture:
    """One use of a picture: the picture (None where it was deleted) and the nearest block that has an id."""

    block_id: str
    image: object
    alt: str
    decorative: bool


def body_pictures(value) -> list[BodyPicture]:
    """Every picture in a StreamField's value, in reading order, in one query."""
    found = list(picture_uses(value.stream_block, value.raw_data, ""))
    images = get_image_model().objects.in_bulk({raw["image"] for _, raw in found if raw["image"]})
    return [picture_of_use(block_id, images.get(raw["image"]), raw) for block_id, raw in found]


def picture_of_use(block_id: str, image, raw: dict) -> BodyPicture:
    """One use, its alternative text falling back to the picture's own description."""
    alt = raw.get("alt_text") or (image.default_alt_text if image else "")
    return BodyPicture(block_id, image, alt, bool(raw.get("decorative")))


def picture_uses(block: blocks.Block, raw, block_id: str) -> Iterator[tuple[str, dict]]:
    """The stored uses of pictures under `block`: (nearest block id, {"image", "alt_text", "decorative"})."""
    if isinstance(block, ImageBlock):
        if isinstance(raw, dict):
            yield block_id, raw
    elif isinstance(block, ImageChooserBlock):
        yield block_id, {"image": raw}
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from picture_uses(child, (raw or {}).get(name), block_id)
    else:
        for child, item, item_id in children(block, raw):
            yield from picture_uses(child, item, item_id or block_id)
