"""What the choosers of a body's form name, read from what the form sends: to be fetched for all of them at once.

Names of fields are the framework's: those of `value_from_datadict` of its stream, list and struct blocks.
"""

from collections.abc import Iterator, Mapping

from wagtail import blocks


def choices(block: blocks.Block, data: Mapping[str, str], prefix: str):
    """The body as it would be stored, with nothing in it but what its choosers name: see `walk.chosen_ids`.

    Fields that are missing or hold no number are left out, and so are deleted blocks.
    """
    if isinstance(block, blocks.BaseStructBlock):
        return {name: choices(child, data, f"{prefix}-{name}") for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock):
        kinds = ((item, data.get(f"{item}-type") or "") for item in items(data, prefix))
        return [
            {"type": kind, "value": choices(block.child_blocks[kind], data, f"{item}-value")}
            for item, kind in kinds
            if kind in block.child_blocks
        ]
    if isinstance(block, blocks.ListBlock):
        return [choices(block.child_block, data, f"{item}-value") for item in items(data, prefix)]
    if isinstance(block, blocks.ChooserBlock):
        return number(data.get(prefix))
    return None


def items(data: Mapping[str, str], prefix: str) -> Iterator[str]:
    """The prefixes of a list's items."""
    place = 0
    # Not as many as the form claims: as many as it holds.
    while f"{prefix}-{place}-deleted" in data:
        if not data.get(f"{prefix}-{place}-deleted"):
            yield f"{prefix}-{place}"
        place += 1


def number(value: str | None) -> int | None:
    """The id in a field, if that is what it holds."""
    return int(value) if value and value.isascii() and value.isdecimal() else None
