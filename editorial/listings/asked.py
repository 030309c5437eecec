"""Words that came in an address, before they go near the database."""

import re

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,255}", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
# Ids of pages fit a signed 64-bit number; more digits than that name none.
_ID = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)


def is_slug(word: str) -> bool:
    """Whether the word could be a slug of ours."""
    return bool(_SLUG.fullmatch(word))


def is_year(word: str) -> bool:
    """Whether the word is a year in four figures."""
    return bool(_YEAR.fullmatch(word))


def page_id(word: str) -> int | None:
    """The id that the word is, if it could be that of a page; None for anything else."""
    return int(word) if _ID.fullmatch(word) else None
