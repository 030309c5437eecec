"""Putting the gate's objections on the very blocks of a story they are about."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from wagtail import blocks

from editorial.blocks.walk import children
from editorial.checks.problems import Problem

Messages = Mapping[str, list[str]]


def stream_error(value, problems: Iterable[Problem]) -> ValidationError:
    """One error for a StreamField that shows each problem at its block, and the rest above the field.

    `value` is the field's StreamValue; problems without a known `block_id` belong to the field as a whole.
    """
    by_block: dict[str, list[str]] = {}
    for problem in problems:
        by_block.setdefault(problem.block_id, []).append(str(problem))
    placed: set[str] = set()
    found = block_errors(value.stream_block, value.raw_data, by_block, placed)
    homeless = [text for block_id, texts in by_block.items() if block_id not in placed for text in texts]
    return blocks.StreamBlockValidationError(block_errors=found, non_block_errors=homeless)


def error_of(block: blocks.Block, raw, by_block: Messages, placed: set[str]) -> ValidationError | None:
    """The error to show on this block or inside it; None where there is none. Adds the ids it used to `placed`."""
    if isinstance(block, blocks.BaseStructBlock):
        inside = {
            name: error
            for name, child in block.child_blocks.items()
            if (error := error_of(child, (raw or {}).get(name), by_block, placed))
        }
        return blocks.StructBlockValidationError(block_errors=inside) if inside else None
    inside = block_errors(block, raw, by_block, placed)
    if not inside:
        return None
    if isinstance(block, blocks.ListBlock):
        return blocks.ListBlockValidationError(block_errors=inside)
    return blocks.StreamBlockValidationError(block_errors=inside)


def block_errors(block: blocks.Block, raw, by_block: Messages, placed: set[str]) -> dict[int, ValidationError]:
    """The errors of a stream's or list's items, by position."""
    errors = {}
    for position, (child, item, item_id) in enumerate(children(block, raw)):
        if item_id and item_id in by_block:
            placed.add(item_id)
            errors[position] = ValidationError(by_block[item_id])
        elif inside := error_of(child, item, by_block, placed):
            errors[position] = inside
    return errors
