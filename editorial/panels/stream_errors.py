"""Putting objections on the very inputs of a story they are about, and reading those that a form has put there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from editorial.blocks.walk import children
from editorial.checks.problems import Problem


@dataclass(frozen=True)
class Said:
    """Something said about an input: the names that lead there from the nearest block with an id, and the words."""

    names: tuple[str, ...]
    text: str


def stream_error(value, problems: Iterable[Problem]) -> ValidationError:
    """One error for a StreamField that shows each problem at its input or block, and the rest above the field.

    `value` is the field's StreamValue; problems without a known `block_id` belong to the field as a whole.
    """
    by_block: dict[str, list[Said]] = {}
    for problem in problems:
        names = tuple(problem.part.split("-")) if problem.part else ()
        by_block.setdefault(problem.block_id, []).append(Said(names, str(problem)))
    placed: set[str] = set()
    found = item_errors(value.stream_block, value.raw_data, by_block, placed)
    homeless = [said.text for block_id, texts in by_block.items() if block_id not in placed for said in texts]
    return blocks.StreamBlockValidationError(block_errors=found, non_block_errors=homeless)


def item_errors(
    block: blocks.Block, raw, by_block: Mapping[str, list[Said]], placed: set[str]
) -> dict[int, ValidationError]:
    """The errors of a stream's or list's items, by position."""
    errors = {}
    for position, (child, item, item_id) in enumerate(children(block, raw)):
        here = by_block.get(item_id, []) if item_id else []
        if here:
            placed.add(item_id)
        if error := error_of(child, item, here, by_block, placed):
            errors[position] = error
    return errors


def error_of(
    block: blocks.Block, raw, here: list[Said], by_block: Mapping[str, list[Said]], placed: set[str]
) -> ValidationError | None:
    """The error to show on this block or inside it; None where there is none. Adds the ids it used to `placed`."""
    if isinstance(block, blocks.BaseStructBlock):
        inside = {}
        ways = [(said, way_to(block, said.names)) for said in here]
        for name, child in block.child_blocks.items():
            inward = [replace(said, names=way[1:]) for said, way in ways if way[:1] == (name,)]
            stored = raw.get(name) if isinstance(raw, dict) else None
            if error := error_of(child, stored, inward, by_block, placed):
                inside[name] = error
        own = [said.text for said, way in ways if not way]
        found = blocks.StructBlockValidationError(block_errors=inside, non_block_errors=own)
        return found if inside or own else None
    texts = [said.text for said in here]
    if not isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return ValidationError(texts) if texts else None
    items = item_errors(block, raw, by_block, placed)
    kind = blocks.ListBlockValidationError if isinstance(block, blocks.ListBlock) else blocks.StreamBlockValidationError
    return kind(block_errors=items, non_block_errors=texts) if items or texts else None


def way_to(block: blocks.BaseStructBlock, names: tuple[str, ...]) -> tuple[str, ...]:
    """The full way to an input that goes by its own name alone; empty where there is none, or none is meant."""
    if not names or names[0] in block.child_blocks:
        return names
    for name, child in block.child_blocks.items():
        if isinstance(child, blocks.BaseStructBlock) and (way := way_to(child, names)):
            return (name, *way)
    return ()


def errors_in(
    block: blocks.Block, raw, error: ValidationError, where: str, block_id: str = "", part: str = ""
) -> Iterator[tuple[str, str, str, ValidationError]]:
    """The single errors in that of a body: (id of the nearest block, names that lead on from it, what it is, error).

    `raw` is the stored value, `where` what the place is called.
    """
    inside = getattr(error, "block_errors", {})
    if hasattr(error, "block_errors"):
        for one in error.non_block_errors.as_data():
            yield block_id, part, where, one
    else:
        for one in error.error_list:
            yield block_id, part, where, one
    if isinstance(block, blocks.BaseStructBlock):
        for name, one in inside.items():
            child = block.child_blocks[name]
            named = _("%(block)s, '%(input)s'") % {"block": where, "input": child.label} if where else str(child.label)
            stored = raw.get(name) if isinstance(raw, dict) else None
            yield from errors_in(child, stored, one, named, block_id, f"{part}-{name}" if part else name)
        return
    items = list(children(block, raw))
    for position, one in inside.items():
        child, item, item_id = items[position]
        is_stream = isinstance(block, blocks.BaseStreamBlock)
        named = str(child.label) if is_stream else _("%(where)s %(number)d") % {"where": where, "number": position + 1}
        yield from errors_in(child, item, one, named, item_id or block_id, "" if item_id else part)
