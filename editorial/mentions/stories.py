"""What a whole story names: each entry once, with its places, linked or not; and the names nobody knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from editorial.mentions.gazetteer import Gazetteer, Span
from editorial.mentions.names import TERM, Target
from editorial.mentions.pairs import mentions_in
from editorial.mentions.paragraphs import PAGE_LINK, TERM_LINK, Paragraph
from editorial.mentions.unknown import UnknownName, unknown_names


@dataclass(frozen=True)
class Passage:
    """A paragraph of the story. `place` is what its reader finds it by; `takes` are the kinds of link it may hold."""

    paragraph: Paragraph
    place: Any = None
    takes: frozenset[str] = frozenset({PAGE_LINK, TERM_LINK})


@dataclass
class Mentioned:
    """An entry that the story names: `free` are its places that could become links, `times` counts all.

    `maybe` are places that could become links and may be words of the sentence, `maybe_times` counts all of these.
    """

    target: Target
    others: tuple[Target, ...]
    text: str
    is_linked: bool = False
    times: int = 0
    free: list[tuple[Passage, Span]] = field(default_factory=list)
    maybe_times: int = 0
    maybe: list[tuple[Passage, Span]] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """What a story names, in reading order; names that recur and nobody knows, with the passages they stand in."""

    entries: list[Mentioned]
    unknown: list[UnknownName]
    passages: Sequence[Passage]


def link_of(target: Target) -> tuple[str, int]:
    """How a link to the entry is told from others: terms have links of their own, all else are pages."""
    return (TERM_LINK if target.kind == TERM else PAGE_LINK), target.id


def read_story(gazetteer: Gazetteer, passages: Iterable[Passage]) -> Found:
    """Look for names in every passage.

    An entry is linked where any link of the story leads to it, whatever words the link has.
    """
    passages = list(passages)
    linked = frozenset(link for passage in passages for link in passage.paragraph.linked)
    entries: dict[tuple[str, int], Mentioned] = {}
    texts = []
    for passage in passages:
        spans = mentions_in(gazetteer, passage.paragraph.text)
        texts.append((passage.paragraph.text, spans))
        for span in spans:
            note(entries, passage, span, linked)
    return Found(list(entries.values()), unknown_names(texts), passages)


def note(entries: dict[tuple[str, int], Mentioned], passage: Passage, span: Span, linked: frozenset) -> None:
    """Count one place. Of rivals for a name, the one that is linked already is meant."""
    rivals = (span.target, *span.others)
    target = next((one for one in rivals if link_of(one) in linked), span.target)
    others = tuple(one for one in rivals if one != target) if link_of(target) not in linked else ()
    entry = entries.setdefault(target.key, Mentioned(target, others, span.text))
    entry.is_linked = link_of(target) in linked
    is_free = link_of(target)[0] in passage.takes and passage.paragraph.is_free(span.start, span.end)
    if span.is_sure:
        if not entry.times:
            entry.text, entry.others = span.text, others
        entry.times += 1
        entry.free += [(passage, span)] if is_free else []
    else:
        entry.maybe_times += 1
        entry.maybe += [(passage, span)] if is_free else []
