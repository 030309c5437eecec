"""The running text of a stored body, paragraph by paragraph, for those who look for names in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail import blocks

from editorial.blocks.walk import children, leaves
from editorial.mentions.markup import paragraphs_of_markup
from editorial.mentions.paragraphs import PAGE_LINK, TERM_LINK
from editorial.mentions.stories import Passage

# What an editor may tie words to, by the name of the feature of the rich text.
LINKS = {"link": PAGE_LINK, "term": TERM_LINK}


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands: the anchor of its section, and its block's id."""

    anchor: str
    block_id: str


def passages_of(body) -> Iterator[Passage]:
    """The paragraphs of a body's rich texts in reading order. `body` is a StreamValue of sections."""
    for section, stored, section_id in children(body.stream_block, body.raw_data):
        if not isinstance(stored, dict) or "content" not in section.child_blocks:
            continue
        for block, value, block_id in children(section.child_blocks["content"], stored.get("content")):
            place = Place(stored.get("anchor") or "", block_id or section_id)
            for leaf, text in leaves(block, value):
                if isinstance(leaf, blocks.RichTextBlock) and isinstance(text, str):
                    takes = frozenset(kind for name, kind in LINKS.items() if name in (leaf.features or ()))
                    for paragraph in paragraphs_of_markup(text):
                        yield Passage(paragraph, place, takes)
