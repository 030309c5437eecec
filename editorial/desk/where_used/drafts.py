"""What a stored version points at, read from its JSON: no object is made, nothing it points at is loaded."""

import json
from collections.abc import Iterator

from django.db.models import ForeignKey, Model
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from editorial.blocks.walk import children, leaves
from editorial.models import Term
from editorial.running_text.references import TERM, linked_ids


def in_draft(content: dict, model: type[Model], thing: Model) -> Iterator[tuple[str, str]]:
    """Where a version of the model's page points at a term or picture: (block id, field)."""
    yield from in_fields(content, model, thing)
    for relation in get_all_child_relations(model):
        child = relation.related_model
        for row in content.get(relation.get_accessor_name(), []):
            yield from in_fields(row, child, thing)


def in_fields(content: dict, model: type[Model], thing: Model) -> Iterator[tuple[str, str]]:
    """The uses in the fields of a page, or of one of its child rows."""
    for field in model._meta.concrete_fields:
        value = content.get(field.name)
        if not value:
            continue
        words = str(field.verbose_name)
        words = words[:1].upper() + words[1:]
        if isinstance(field, ForeignKey):
            if isinstance(thing, field.related_model) and value == thing.pk:
                yield "", words
        elif isinstance(field, RichTextField):
            if names_term([value], thing):
                yield "", words
        elif isinstance(field, StreamField):
            stored = json.loads(value) if isinstance(value, str) else value
            for block_id in in_stream(field.stream_block, stored, thing, ""):
                yield block_id, words


def in_stream(block: blocks.Block, raw, thing: Model, block_id: str) -> Iterator[str]:
    """The ids of the nearest blocks around each use, in reading order."""
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        for child, value, item_id in children(block, raw):
            yield from in_stream(child, value, thing, item_id or block_id)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            if isinstance(raw, dict) and name in raw:
                yield from in_stream(child, raw[name], thing, block_id)
    elif any(points_at(leaf, value, thing) for leaf, value in leaves(block, raw)):
        yield block_id


def points_at(leaf: blocks.Block, value, thing: Model) -> bool:
    """Whether a field of a block holds the thing."""
    if isinstance(leaf, blocks.ChooserBlock):
        return value == thing.pk and isinstance(thing, leaf.model_class)
    return isinstance(leaf, blocks.RichTextBlock) and bool(value) and names_term([str(value)], thing)


def names_term(htmls: list[str], thing: Model) -> bool:
    """Whether running text links to the thing, a term."""
    return isinstance(thing, Term) and thing.pk in linked_ids(htmls, TERM)
