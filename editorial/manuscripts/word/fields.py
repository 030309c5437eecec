"""Fields: Word's own instructions, of which only the result is text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from editorial.manuscripts.word.names import attribute, child, children, is_on, whole

# What a link's instruction is made of: switches, words in quotation marks, words without.
PARTS = re.compile(r'\\(?P<switch>[a-z])|"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*)', re.IGNORECASE)
LINK = re.compile(r"^\s*HYPERLINK\b", re.IGNORECASE)
# Switches that are followed by a word of their own: the place in a page, what a pointer shows, the window.
WITH_WORDS = ("l", "o", "t")
# Longer ones hold no address that anybody could follow.
LONGEST_LINK = 5000
# Fields stand in fields; those that nobody closes would pile up.
MOST_OPEN = 20
CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|TOA|RD)\b", re.IGNORECASE)


@dataclass
class Field:
    """A field that is open: what it says so far, and whether its result has begun. `form` describes a field of a form
    that somebody filled in."""

    instruction: str = ""
    has_result: bool = False
    form: Any = None

    @property
    def link(self) -> Mapping[str, str]:
        """What a link says, by switch; its address by an empty one. Nothing for any other field."""
        return said_by_link(self.instruction[:LONGEST_LINK])

    @property
    def href(self) -> str:
        """The address it leads to, for a link out of the file."""
        said = self.link
        return with_place(said.get("", ""), said.get("l", ""))

    @property
    def pointer_words(self) -> str:
        """What a link shows where a pointer rests on it."""
        return self.link.get("o", "") if self.href else ""

    @property
    def entries(self) -> list[str]:
        """What a field of a form offers to choose from."""
        return [attribute(entry, "val") for entry in children(child(self.form, "ddList"), "listEntry")]

    @property
    def choice(self) -> str:
        """What was chosen or ticked in a field of a form: Word keeps no words of it in the text."""
        box = child(self.form, "checkBox")
        if box is not None:
            ticked = is_on(box, "checked")
            return "☒" if (is_on(box, "default") if ticked is None else ticked) else "☐"
        options = child(self.form, "ddList")
        said = attribute(child(options, "result"), "val") or attribute(child(options, "default"), "val") or "0"
        entries = self.entries
        return entries[at] if (at := whole(said, len(entries))) < len(entries) else ""

    @property
    def is_contents(self) -> bool:
        """Whether its result is a list that Word makes itself."""
        return bool(CONTENTS.match(self.instruction))


@lru_cache(maxsize=16)
def said_by_link(instruction: str) -> Mapping[str, str]:
    """The words of a link's instruction by their switches. Asked for again by every run of the link."""
    said: dict[str, str] = {}
    begin = LINK.match(instruction)
    switch = ""
    for part in PARTS.finditer(instruction, begin.end()) if begin else ():
        if part["switch"]:
            switch = part["switch"].lower()
            switch = switch if switch in WITH_WORDS else ""
        else:
            said.setdefault(switch, part["quoted"] if part["quoted"] is not None else part["bare"])
            switch = ""
    return said


def with_place(address: str, place: str) -> str:
    """An address with the place in its page, which Word keeps apart from it: at most one."""
    place = place.removeprefix("#").strip().replace(" ", "%20")
    return f"{address}#{place}" if address and place and "#" not in address else address
