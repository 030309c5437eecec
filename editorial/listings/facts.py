"""Finished values, as components print them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: to a page of the tree, or to a path of the site; or nowhere."""

    text: str
    page: object | None = None
    url: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled fact, of one value or several that may be links. `css` is a cell's class on the box label."""

    label: str
    value: str = ""
    values: Sequence[Link] = ()
    css: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a breadcrumb that is no page of the tree."""

    title: str
    url: str


@dataclass(frozen=True)
class MarketRow:
    """A line about one market; `market` is its code."""

    label: str
    value: str
    market: str
    url: str = ""


def known(*facts: Fact) -> list[Fact]:
    """The facts that say something, each label once: the first to use it has the word."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.value or fact.values:
            found.setdefault(fact.label.casefold(), fact)
    return list(found.values())


def links(pages) -> list[Link]:
    """Pages by title."""
    return [Link(page.title, page) for page in pages]
