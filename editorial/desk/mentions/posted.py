"""The rich texts of an open form, as the page's script sends them."""

import json
from dataclasses import dataclass
from typing import Any

from editorial.mentions.contentstate import LINK, TERM_ENTITY, paragraphs_of
from editorial.mentions.paragraphs import PAGE_LINK, TERM_LINK
from editorial.mentions.stories import Passage

# More than any story has; what comes after is left unread.
MOST_TEXTS = 2000
KINDS = {LINK: PAGE_LINK, TERM_ENTITY: TERM_LINK}


class NotTexts(Exception):
    """What was sent is not what the script sends."""


@dataclass(frozen=True)
class FieldPlace:
    """Where a paragraph stands in the form: the name of its field, and the editor's key of the paragraph."""

    field: str
    key: str


def posted_passages(body: bytes) -> list[Passage]:
    """The paragraphs of the form's rich texts, in the form's order. Raises NotTexts.

    `body` is JSON: {"texts": [{"field": name, "state": the editor's JSON as text, "types": ["LINK", "TERM"]}]}. A text
    that can't be read is passed over.
    """
    try:
        texts = json.loads(body)["texts"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotTexts from error
    if not isinstance(texts, list):
        raise NotTexts
    return [passage for text in texts[:MOST_TEXTS] if isinstance(text, dict) for passage in passages_in(text)]


def passages_in(text: dict[str, Any]) -> list[Passage]:
    """The paragraphs of one rich text."""
    try:
        state = json.loads(text.get("state") or "null")
    except (ValueError, TypeError, RecursionError):
        return []
    types = text.get("types")
    takes = frozenset(KINDS[name] for name in types if name in KINDS) if is_list_of_words(types) else frozenset()
    field = str(text.get("field") or "")
    return [Passage(one, FieldPlace(field, one.key), takes) for one in paragraphs_of(state)]


def is_list_of_words(value: Any) -> bool:
    """Whether this is a list of texts and nothing else."""
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
