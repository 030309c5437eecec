"""Lists of HTML: how deep an item stands, and which number a reader of the file saw before it."""

import re
from dataclasses import dataclass, field

# Google Docs writes deeper lists beside the others; the class of each ends in its depth.
GOOGLE_LIST = re.compile(r"(?:^|\s)lst-\S+-(?P<depth>\d)(?=\s|$)")
WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+ level(?P<level>\d)", re.IGNORECASE)
WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
# '1.', '(a)', '2.3', 'iv)': Word's bullets are an 'o' too, or a sign of another font.
TYPED = re.compile(r"^\(?(?:[\d.]*(?P<number>\d{1,9})[.)]?|[a-z]{1,5}[.)])$", re.IGNORECASE)
UNKNOWN = -1


def lists_around(node) -> list:
    """The lists an item stands in, nearest first."""
    return list(node.iterancestors("ul", "ol"))


def depth_of(node) -> int:
    """How deep an item stands, from 0."""
    lists = lists_around(node)
    google = GOOGLE_LIST.search(lists[0].get("class") or "") if lists else None
    return max(len(lists) - 1, int(google["depth"]) if google else 0, 0)


def word_mark(node) -> str:
    """What Word wrote before a paragraph that is an item: a bullet, or its number."""
    mark = next((child for child in node.iter("span") if WORD_MARK.search(child.get("style") or "")), None)
    return "" if mark is None else "".join("".join(mark.itertext()).split())


def is_numbered_by_word(node) -> bool:
    """Whether Word wrote a number before a paragraph, and no bullet."""
    return bool(TYPED.match(word_mark(node)))


def numbers_in(ordered) -> dict:
    """The numbers of an ordered list's items: it may begin anywhere, jump, and count down."""
    items = [node for node in ordered if node.tag == "li"]
    step = -1 if ordered.get("reversed") is not None else 1
    number = whole(ordered.get("start"), len(items) if step < 0 else 1)
    numbers = {}
    for item in items:
        numbers[item] = number = whole(item.get("value"), number)
        number += step
    return numbers


def whole(said: str | None, otherwise: int) -> int:
    """A number as an attribute writes it."""
    found = re.match(r"^\s*([+-]?\d{1,9})", said or "")
    return int(found[1]) if found else otherwise


@dataclass
class Counting:
    """How far the lists have counted, by depth. Ours begin at 1 and go on by 1."""

    last: dict[int, int] = field(default_factory=dict)
    known: dict = field(default_factory=dict)

    def miscount(self, node, depth: int, *, is_ordered: bool, goes_on: bool) -> str:
        """Count an item; its number, where ours will be another and the list begins or jumps there, else nothing.

        `goes_on`: an item stood right before it.
        """
        self.last = {level: number for level, number in self.last.items() if level <= depth} if goes_on else {}
        if not is_ordered:
            self.last.pop(depth, None)
            return ""
        before, said = self.last.get(depth, 0), self.number_of(node)
        is_new = before != UNKNOWN and said not in (UNKNOWN, before + 1, 1)
        # Of a list that was named, further numbers say nothing new.
        self.last[depth] = UNKNOWN if is_new or before == UNKNOWN else before + 1 if said == UNKNOWN else said
        return str(said) if is_new else ""

    def number_of(self, node) -> int:
        """The number a reader saw before an item."""
        if node.tag != "li":
            typed = TYPED.match(word_mark(node))
            return int(typed["number"]) if typed and typed["number"] else UNKNOWN
        ordered = node.getparent()
        if ordered.tag == "ol" and node not in self.known:
            self.known.update(numbers_in(ordered))
        return self.known.get(node, UNKNOWN)
