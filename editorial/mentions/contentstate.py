"""The rich text editor's own form of a text: blocks with ranges that are links. Places there count UTF-16 units."""

from collections.abc import Mapping
from typing import Any

from editorial.mentions.names import TERM
from editorial.mentions.paragraphs import PAGE_LINK, TERM_LINK, Paragraph

LINK, TERM_ENTITY = "LINK", "TERM"


def paragraphs_of(state: Any) -> list[Paragraph]:
    """The paragraphs of a content state. What has another shape than the editor writes is passed over."""
    if not isinstance(state, Mapping) or not isinstance(state.get("blocks"), list):
        return []
    entities = state.get("entityMap")
    entities = entities if isinstance(entities, Mapping) else {}
    return [paragraph_of(block, entities) for block in state["blocks"] if is_block(block)]


def is_block(block: Any) -> bool:
    """Whether this is a block with a text."""
    return isinstance(block, Mapping) and isinstance(block.get("text"), str) and isinstance(block.get("key"), str)


def paragraph_of(block: Mapping, entities: Mapping) -> Paragraph:
    """One block, its ranges in characters."""
    taken, linked = [], []
    text = block["text"]
    ranges = block.get("entityRanges")
    for item in ranges if isinstance(ranges, list) else ():
        if not isinstance(item, Mapping) or not all(isinstance(item.get(part), int) for part in ("offset", "length")):
            continue
        start = characters(text, item["offset"])
        end = characters(text, item["offset"] + item["length"])
        taken.append((start, end))
        entity = entities.get(str(item.get("key")))
        target = target_of(entity) if isinstance(entity, Mapping) else None
        if target:
            linked.append(target)
    return Paragraph(text, tuple(taken), tuple(linked), block["key"])


def target_of(entity: Mapping) -> tuple[str, int] | None:
    """What an entity leads to: ("page", id) or ("term", id); None for addresses elsewhere, notes and broken ones."""
    data = entity.get("data")
    pk = data.get("id") if isinstance(data, Mapping) else None
    kind = {LINK: PAGE_LINK, TERM_ENTITY: TERM_LINK}.get(str(entity.get("type")))
    if kind is None or not str(pk).isdecimal():
        return None
    return kind, int(str(pk))


def entity_for(target_kind: str, pk: int, title: str, url: str = "") -> dict[str, Any]:
    """The entity that ties words to a page or to a term, as the editor's own buttons write it."""
    if target_kind == TERM:
        return {"type": TERM_ENTITY, "mutability": "MUTABLE", "data": {"id": pk, "title": title}}
    return {"type": LINK, "mutability": "MUTABLE", "data": {"id": pk, "url": url}}


def units(text: str, at: int) -> int:
    """A place in characters as the editor counts: letters beyond the basic plane, as emoji, count twice."""
    return at if text.isascii() else at + sum(letter > "\uffff" for letter in text[:at])


def characters(text: str, at: int) -> int:
    """A place as the editor counts, in characters; places outside the text are its ends."""
    if text.isascii():
        return max(0, min(at, len(text)))
    return len(text.encode("utf-16-le")[: 2 * max(0, at)].decode("utf-16-le", "ignore"))
