"""The rules, by what they look at. Each is a small function that registers itself: page in, problems out."""

from editorial.checks.registry import OBJECTIONS, RULES, problems_of
from editorial.checks.rules import (
    blocks,
    collaborations,
    dated,
    features,
    links,
    names,
    notes,
    pages,
    picture_rights,
    pictures,
    products,
    repeats,
    shops,
    silhouettes,
)

__all__ = [
    "OBJECTIONS",
    "RULES",
    "blocks",
    "collaborations",
    "dated",
    "features",
    "links",
    "names",
    "notes",
    "pages",
    "picture_rights",
    "pictures",
    "problems_of",
    "products",
    "repeats",
    "shops",
    "silhouettes",
]
