"""Blocks in stored stories: asked of the database as text, counted in what comes back."""

import json
from collections.abc import Iterator

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from wagtail import blocks
from wagtail.models import Page

from editorial.models import FeaturePage

STREAM = "body"


def story_block() -> blocks.StreamBlock:
    """The definition of a story."""
    return FeaturePage._meta.get_field(STREAM).stream_block


def block_names() -> dict[str, str]:
    """Every kind of block a story can hold, at any depth: its name in the store and its label, by label."""
    found: dict[str, str] = {}
    waiting: list[blocks.Block] = [story_block()]
    while waiting:
        block = waiting.pop()
        if isinstance(block, blocks.BaseStreamBlock):
            found |= {name: str(child.label) for name, child in block.child_blocks.items()}
        waiting.extend(getattr(block, "child_blocks", {}).values())
        if isinstance(block, blocks.ListBlock):
            waiting.append(block.child_block)
    return dict(sorted(found.items(), key=lambda item: item[1]))


def saved_with(name: str) -> QuerySet:
    """Stories whose saved version holds such a block, as ids. Both databases print JSON with ": "."""
    stories = FeaturePage.objects.alias(stored=Cast(STREAM, TextField()))
    return stories.filter(stored__contains=f'"type": "{name}"').values("pk")


def drafts_with(name: str) -> QuerySet:
    """Pages with a newer draft that holds such a block, as ids. A version keeps a story as text inside its JSON."""
    drafts = Page.objects.filter(has_unpublished_changes=True)
    drafts = drafts.alias(stored=Cast("latest_revision__content", TextField()))
    return drafts.filter(stored__contains=f'\\"type\\": \\"{name}\\"').values("pk")


def places(raw: object, name: str) -> list[tuple[str, str]]:
    """Where such blocks stand in a stored story, in reading order: (block id, heading of the section around it)."""
    stored = json.loads(raw or "[]") if isinstance(raw, str) else raw
    return list(walk(stored, name, ""))


def headings(raw: object) -> dict[str, str]:
    """The heading over every block of a stored story, by block id: its own, else that of the section around it."""
    stored = json.loads(raw or "[]") if isinstance(raw, str) else raw
    return dict(headed(stored, ""))


def headed(items: object, heading: str) -> Iterator[tuple[str, str]]:
    """(block id, heading) of everything in stored items."""
    if isinstance(items, dict):
        own = items.get("heading")
        for value in items.values():
            yield from headed(value, own if isinstance(own, str) and own else heading)
    elif isinstance(items, list):
        for item in items:
            value = item.get("value") if isinstance(item, dict) and "value" in item else item
            own = value.get("heading") if isinstance(value, dict) else ""
            if isinstance(item, dict) and item.get("id"):
                yield item["id"], own or heading
            yield from headed(value, heading)


def walk(items: object, name: str, heading: str) -> Iterator[tuple[str, str]]:
    """The blocks of that name among stored items and everything in them."""
    if isinstance(items, dict):
        own = items.get("heading")
        for value in items.values():
            yield from walk(value, name, own if isinstance(own, str) and own else heading)
        return
    if not isinstance(items, list):
        return
    for item in items:
        if isinstance(item, dict) and item.get("type") == name:
            own = item["value"].get("heading") if isinstance(item.get("value"), dict) else ""
            yield item.get("id") or "", own or heading
        yield from walk(item.get("value") if isinstance(item, dict) else item, name, heading)
