"""Reading a stored body without loading what it points at.

`StreamValue.raw_data` is the JSON as stored: looping over the stream itself would fetch every page and picture in it.
"""

from collections.abc import Iterable, Iterator

from wagtail import blocks


def leaves(block: blocks.Block, raw) -> Iterator[tuple[blocks.Block, object]]:
    """Every field block under `block` with its stored value, in reading order.

    `raw` is the stored value of `block`: a list for streams and lists, a dict for structs. Parts that no longer fit the
    definition (an old revision) are passed over.
    """
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        for child, value, _item_id in children(block, raw):
            yield from leaves(child, value)
    elif isinstance(block, blocks.BaseStructBlock):
        if isinstance(raw, dict):
            for name, child in block.child_blocks.items():
                if name in raw:
                    yield from leaves(child, raw[name])
    else:
        yield block, raw


def children(block: blocks.Block, raw) -> Iterator[tuple[blocks.Block, object, str]]:
    """The items of a stream or list: their block, stored value and id (empty where none is stored).

    Nothing for other blocks, and nothing for items of a type the stream no longer knows.
    """
    if isinstance(block, blocks.BaseStreamBlock):
        for item in raw or ():
            child = block.child_blocks.get(item["type"])
            if child is not None:
                yield child, item["value"], item.get("id") or ""
    elif isinstance(block, blocks.ListBlock):
        for item in raw or ():
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield block.child_block, item["value"] if is_wrapped else item, (item.get("id") or "") if is_wrapped else ""


def rich_texts(block: blocks.Block, raw) -> Iterator[str]:
    """The stored HTML of every rich text under `block`, in reading order."""
    for leaf, value in leaves(block, raw):
        if isinstance(leaf, blocks.RichTextBlock) and value:
            yield str(value)


def chosen_ids(block: blocks.Block, raws: Iterable, stands_for: str | None = None) -> dict[type, set[int]]:
    """What the choosers in several stored values of `block` point at: ids by model.

    With `stands_for`, only choosers that have that attribute with that value.
    """
    wanted: dict[type, set[int]] = {}
    for raw in raws:
        for leaf, value in leaves(block, raw):
            is_asked = stands_for is None or getattr(leaf, "stands_for", None) == stands_for
            if isinstance(leaf, blocks.ChooserBlock) and isinstance(value, int) and is_asked:
                wanted.setdefault(leaf.model_class, set()).add(value)
    return wanted
