"""What stored rich text points at, read from its markup."""

from collections.abc import Iterable, Iterator

from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

PAGE = "page"
TERM = "term"
FOOTNOTE = "footnote"


def link_attributes(html: str) -> Iterator[dict[str, str]]:
    """The attributes of every link in stored rich text, in reading order."""
    for attributes in FIND_A_TAG.findall(html):
        yield extract_attrs(attributes)


def identifier(attributes: dict[str, str]) -> int | None:
    """The id a stored link names; None where it is missing or no number."""
    value = attributes.get("id", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None


def linked_ids(htmls: Iterable[str], kind: str) -> list[int]:
    """The ids of one kind ('page' or 'term') that the texts link to, in reading order, each once."""
    found = (
        identifier(attributes)
        for html in htmls
        for attributes in link_attributes(html)
        if attributes.get("linktype") == kind
    )
    return list(dict.fromkeys(pk for pk in found if pk is not None))
