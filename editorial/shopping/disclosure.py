"""What a page must say about its shop links, computed from the links that are on it."""

from collections.abc import Iterable
from enum import StrEnum


class Disclosure(StrEnum):
    """All, some or none of the page's shop links may pay us. Silent: there are no shop links."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    SILENT = "silent"


def disclosure(links_pay: Iterable[bool]) -> Disclosure:
    """`links_pay` has one entry for each shop link of the page: whether a commission may follow from it."""
    answers = set(links_pay)
    if not answers:
        return Disclosure.SILENT
    if len(answers) == 2:
        return Disclosure.SOME
    return Disclosure.ALL if True in answers else Disclosure.NONE
