"""Items of Word's lists as browsers paste them: Word's own marks are gone, the bullet or number stands in the text.

They are given back what Word wrote, and are read as Word's from there on.
"""

import re
from collections.abc import Iterator

from lxml import etree

from editorial.manuscripts.html_lists import WORD_LIST

# A bullet or number as Word types it, before spaces that hold together: nobody else types those.
BEGINNING = re.compile(r"^\s*(?P<mark>[·•▪◦§Øøoü–-]|\(?(?:[\d.]{1,8}|[a-z]{1,5})[.)])(?= ?\xa0)[ \xa0]+", re.IGNORECASE)
ITEM_CLASS = re.compile(r"(?:^|\s)MsoList")
WORD_CLASS = re.compile(r"(?:^|\s)Mso")
HANGING = re.compile(r"(?<![-\w])text-indent\s*:\s*-", re.IGNORECASE)
MARGIN = re.compile(r"(?<![-\w])margin-left\s*:\s*(?P<number>[\d.]+)(?P<unit>in|pt|cm|px)", re.IGNORECASE)
# How far Word moves each level in, in each unit.
STEPS = {"in": 0.5, "pt": 36.0, "cm": 1.27, "px": 48.0}
DEEPEST = 9


def give_marks_back(root) -> None:
    """Write Word's marks onto the paragraphs that have lost them."""
    for paragraph in root.iter("p"):
        style, kind = paragraph.get("style") or "", paragraph.get("class") or ""
        if WORD_LIST.search(style) or not (
            ITEM_CLASS.search(kind) or (WORD_CLASS.search(kind) and HANGING.search(style))
        ):
            continue
        found = BEGINNING.match("".join(paragraph.itertext()))
        if found is None:
            continue
        without_beginning(paragraph, found.end())
        mark = etree.Element("span", style="mso-list:Ignore")
        mark.text, mark.tail = found["mark"], paragraph.text
        paragraph.text = None
        paragraph.insert(0, mark)
        paragraph.set("style", f"mso-list:l0 level{level_of(style)} lfo1;{style}")


def level_of(style: str) -> int:
    """How deep a paragraph stands, from 1, by its margin."""
    found = MARGIN.search(style)
    steps = float(found["number"].strip(".") or 0) / STEPS[found["unit"].lower()] if found else 1
    return min(max(1, round(steps)), DEEPEST)


def without_beginning(node, count: int) -> None:
    """Take the first letters out of an element, wherever in it they stand."""
    for holder, name in places_of_text(node):
        text = getattr(holder, name) or ""
        setattr(holder, name, text[count:])
        count -= min(count, len(text))
        if not count:
            return


def places_of_text(node) -> Iterator[tuple]:
    """Where the words in an element are kept, in order."""
    if isinstance(node.tag, str):
        yield node, "text"
    for child in node:
        yield from places_of_text(child)
        yield child, "tail"
