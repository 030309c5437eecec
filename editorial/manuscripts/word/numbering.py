"""How the lists of a Word file count: the numbers themselves stand nowhere in it."""

import re
from dataclasses import dataclass

from editorial.manuscripts.word.names import attribute, child, children, whole

PLACEHOLDER = re.compile(r"%(\d)")
SMALL = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
ROMAN = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), *SMALL)
# Beyond it nobody counts in letters.
LAST_IN_LETTERS = 400


@dataclass(frozen=True)
class Level:
    """One depth of a list: how its items are counted ('bullet', 'decimal', 'none' …), from where, and what is printed,
    with %1 for the number of the first depth."""

    kind: str
    start: int
    text: str


def level_of(node) -> Level:
    """A depth of a list from its element."""
    start = attribute(child(node, "start"), "val")
    text = attribute(child(node, "lvlText"), "val")
    kind = attribute(child(node, "numFmt"), "val") or "bullet"
    return Level(kind, whole(start, 1), text)


class Numbering:
    """The lists of a file, and how far each has counted. Lists of one design go on from one another in Word."""

    def __init__(self, numbering):
        nodes = children(numbering, "abstractNum")
        # A list may have its depths from one that a style names.
        by_style = {attribute(named, "val"): node for node in nodes if (named := child(node, "styleLink")) is not None}
        self.designs: dict[str, str] = {}
        self.levels: dict[tuple[str, int], Level] = {}
        # Where a list begins by its own word, though others of its design counted before.
        self.starts: dict[tuple[str, int], int] = {}
        self.counts: dict[tuple[str, int], int] = {}
        designed = {}
        for node in nodes:
            styled = by_style.get(attribute(child(node, "numStyleLink"), "val"), node)
            levels = {attribute(level, "ilvl"): level_of(level) for level in children(styled, "lvl")}
            designed[attribute(node, "abstractNumId")] = attribute(styled, "abstractNumId"), levels
        for node in children(numbering, "num"):
            list_id = attribute(node, "numId")
            design, levels = designed.get(attribute(child(node, "abstractNumId"), "val"), ("", {}))
            self.designs[list_id] = design
            self.levels |= {(list_id, whole(depth)): level for depth, level in levels.items() if depth.isdecimal()}
            for override in children(node, "lvlOverride"):
                self.override(list_id, attribute(override, "ilvl"), override)

    def override(self, list_id: str, depth: str, node) -> None:
        """What a list says otherwise than its design."""
        if not depth.isdecimal():
            return
        own, start = child(node, "lvl"), attribute(child(node, "startOverride"), "val")
        if own is not None:
            self.levels[list_id, whole(depth)] = level_of(own)
        if start.isdecimal():
            self.starts[list_id, whole(depth)] = whole(start, 1)

    def kind(self, list_id: str, depth: int) -> str:
        """How items at this depth are counted."""
        level = self.levels.get((list_id, depth)) or self.levels.get((list_id, 0))
        return level.kind if level else "bullet"

    def count(self, list_id: str, depth: int) -> tuple[int, str]:
        """The next item's number and what is printed before it. To be asked once for each item, in order."""
        design = self.designs.get(list_id, "")
        level = self.levels.get((list_id, depth), Level("decimal", 1, ""))
        before = self.counts.get((design, depth))
        number = self.starts.pop((list_id, depth), level.start if before is None else before + 1)
        self.counts[design, depth] = number
        for deeper in [key for key in self.counts if key[0] == design and key[1] > depth]:
            del self.counts[deeper]
        return number, self.printed(list_id, design, level)

    def printed(self, list_id: str, design: str, level: Level) -> str:
        """What is printed before an item."""

        def counted(found: re.Match) -> str:
            depth = int(found[1]) - 1
            own = self.levels.get((list_id, depth), level)
            return written(self.counts.get((design, depth), own.start), own.kind)

        return " ".join(PLACEHOLDER.sub(counted, level.text).split())


def written(number: int, kind: str) -> str:
    """A number in letters or Roman figures, where it is counted so."""
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= LAST_IN_LETTERS:
        # As Word does: z is followed by aa, bb, cc.
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind in ("lowerRoman", "upperRoman") and 0 < number <= LAST_IN_LETTERS:
        text = roman(number)
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text


def roman(number: int) -> str:
    """A number in small Roman figures."""
    text = ""
    for figure, value in ROMAN:
        times, number = divmod(number, value)
        text += figure * times
    return text
