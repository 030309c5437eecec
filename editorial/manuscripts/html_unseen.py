"""Words of an HTML file that stand in no text: in comments, in fields of forms, and where a pointer calls them up."""

import re
from collections.abc import Iterator

from lxml import etree

# What programs write into comments: conditions for old browsers, marks of a clipboard, blocks of another system.
MACHINE = re.compile(
    r"^\s*(?:<?!?\[(?:if|endif)\b|(?:start|end)fragment\b|/?wp:|(?:more|nextpage|noteaser)\s*$)", re.IGNORECASE
)
WORD = re.compile(r"\w")
# Elements whose words may be parts of one word.
INLINE = ("b", "i", "em", "strong", "span", "sup", "sub", "u", "mark", "small", "abbr", "code")
EXPLAINED = ("a", "abbr", "acronym", "dfn")
# Fields that nobody writes into, or that nobody may read.
SILENT = ("hidden", "password", "checkbox", "radio", "file", "color", "range")


def comment_words(node) -> str:
    """What somebody wrote into a comment of the file's code; nothing for what a program wrote there."""
    text = "" if isinstance(node.tag, str) or node.tag is not etree.Comment else " ".join((node.text or "").split())
    return text if WORD.search(text) and not MACHINE.match(text) else ""


def comments_around(root) -> Iterator[str]:
    """The words of comments before and after everything else."""
    nodes = [*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()]
    yield from filter(None, map(comment_words, nodes))


def pointer_words(node) -> str:
    """What a link or abbreviation shows where a pointer rests on it, if that is not in the text as well."""
    title = " ".join((node.get("title") or "").split()) if node.tag in EXPLAINED else ""
    return "" if title in plain_text(node) or title == node.get("href") else title


def plain_text(node) -> str:
    """The words in an element."""
    return " ".join("".join(node.itertext()).split())


def separate_words(node) -> str:
    """The words in an element, those of a menu or a form apart, with what its fields hold."""
    if not isinstance(node.tag, str):
        return comment_words(node)
    held = node.get("value") if node.tag == "input" and (node.get("type") or "").lower() not in SILENT else ""
    parts = [node.text or "", held or ""]
    for child in node:
        space = "" if child.tag in INLINE else " "
        parts += [space, separate_words(child), space, child.tail or ""]
    return "".join(parts)
