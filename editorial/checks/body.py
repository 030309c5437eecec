"""Reading the pictures of a story's body, with the nearest block that has an id."""

from collections.abc import Iterator

from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from editorial.blocks.walk import children


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
