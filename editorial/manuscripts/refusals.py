"""Manuscripts that are not read at all."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a manuscript is refused; each has its sentence in `wording`."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TEXT_TOO_LARGE = "text_too_large"
    PASTE_TOO_LARGE = "paste_too_large"
    ENCRYPTED = "encrypted"
    OLD_WORD = "old_word"
    CORRUPT = "corrupt"
    MACROS = "macros"
    BOMB = "bomb"
    DOCTYPE = "doctype"
    KIND = "kind"
    PACKED = "packed"
    PAGES = "pages"
    TOO_DEEP = "too_deep"
    NO_WORDS = "no_words"


class ManuscriptRefused(Exception):
    """The manuscript can't be read. Nothing was kept."""

    def __init__(self, reason: Reason, **values: str | int):
        super().__init__(reason.value)
        self.reason = reason
        self.values = values
