"""Addresses of sections inside a page: readable, and kept for ever once given."""

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

LONGEST = 70

# Ids that the page itself uses; `contents` and the like make likely headings.
TAKEN = frozenset({"main", "nav", "contents", "notes", "sources", "next-up", "related", "consent"})
# Beginnings of ids that are numbered or named after terms, notes and blocks.
TAKEN_BEGINNINGS = ("term-", "note-", "mark-", "spec-", "block-", "q-")


def readable_anchor(heading: str, block_id: str) -> str:
    """A heading as an anchor: ASCII, short. Where nothing readable is left, the beginning of the block's id."""
    anchor = slugify(string_to_ascii(heading or ""))[:LONGEST].strip("-")
    if not anchor:
        return fallback_anchor(block_id)
    if anchor in TAKEN or anchor.startswith(TAKEN_BEGINNINGS):
        return f"the-{anchor}"
    return anchor


def fallback_anchor(block_id: str | None) -> str:
    """The anchor of a section that has none yet."""
    return f"section-{(block_id or '0')[:8]}"


def unique_anchor(anchor: str, taken: set[str]) -> str:
    """The anchor, numbered from 2 if another section holds it."""
    candidate, number = anchor, 2
    while candidate in taken:
        candidate = f"{anchor}-{number}"
        number += 1
    return candidate
