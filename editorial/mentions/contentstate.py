"""The rich text editor's own form of a text: blocks with ranges that are links. Offsets there count UTF-16 units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from editorial.mentions.gazetteer import Span
from editorial.mentions.names import TERM

LINK, TERM_ENTITY = "LINK", "TERM"


@dataclass(frozen=True)
class Paragraph:
    """A block of rich text. `taken` are the stretches that already are something, in characters of `text`.

    `linked` are the entries these lead to: ("page", id) or ("term", id), with start and end.
    """

    key: str
    text: str
    taken: tuple[tuple[int, int], ...] = ()
    linked: tuple[tuple[str, int, int, int], ...] = field(default=())

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of text[start:end] is a link yet."""
        return all(end <= begun or start >= ended for begun, ended in self.taken)


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
            linked.append((*target, start, end))
    return Paragraph(block["key"], text, tuple(taken), tuple(linked))


def target_of(entity: Mapping) -> tuple[str, int] | None:
    """What an entity leads to: ("page", id) or ("term", id); None for addresses elsewhere, notes and broken ones."""
    data = entity.get("data")
    pk = data.get("id") if isinstance(data, Mapping) else None
    kind = {LINK: "page", TERM_ENTITY: "term"}.get(str(entity.get("type")))
    if kind is None or not str(pk).isdecimal():
        return None
    return kind, int(str(pk))


def entity_for(target_kind: str, pk: int, title: str, url: str = "") -> dict[str, Any]:
    """The entity that ties words to a page or to a term, as the editor's own buttons write it."""
    if target_kind == TERM:
        return {"type": TERM_ENTITY, "mutability": "MUTABLE", "data": {"id": pk, "title": title}}
    return {"type": LINK, "mutability": "MUTABLE", "data": {"id": pk, "url": url}}


def with_links(state: Mapping, links: Iterable[tuple[str, Span, Mapping]]) -> dict:
    """A copy of the content state in which each span of a paragraph (by its key) is the entity given with it.

    A stretch that already is a link stays what it is.
    """
    blocks = [dict(block) for block in state["blocks"]]
    entities = dict(state.get("entityMap") or {})
    by_key = {block["key"]: block for block in blocks}
    for key, span, entity in links:
        block = by_key.get(key)
        if block is None or not paragraph_of(block, entities).is_free(span.start, span.end):
            continue
        number = str(1 + max((int(one) for one in entities if one.isdecimal()), default=-1))
        entities[number] = dict(entity)
        offset, end = units(block["text"], span.start), units(block["text"], span.end)
        place = {"key": int(number), "offset": offset, "length": end - offset}
        block["entityRanges"] = [*(block.get("entityRanges") or []), place]
    return {**state, "blocks": blocks, "entityMap": entities}


def units(text: str, at: int) -> int:
    """A place in characters as the editor counts: letters beyond the basic plane, as emoji, count twice."""
    return at if text.isascii() else at + sum(letter > "\uffff" for letter in text[:at])


def characters(text: str, at: int) -> int:
    """A place as the editor counts, in characters; places outside the text are its ends."""
    if text.isascii():
        return max(0, min(at, len(text)))
    return len(text.encode("utf-16-le")[: 2 * max(0, at)].decode("utf-16-le", "ignore"))
