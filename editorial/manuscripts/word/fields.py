"""Fields: Word's own instructions, of which only the result is text."""

import re
from dataclasses import dataclass
from typing import Any

from editorial.manuscripts.word.names import attribute, child, children, is_on

QUOTED = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]*)"', re.IGNORECASE)
TIP = re.compile(r'\\o\s+"(?P<words>[^"]*)"')
PLACE_ONLY = re.compile(r"HYPERLINK\s+\\l", re.IGNORECASE)
CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|TOA|RD)\b", re.IGNORECASE)


@dataclass
class Field:
    """A field that is open: what it says so far, and whether its result has begun. `form` describes a field of a form
    that somebody filled in."""

    instruction: str = ""
    has_result: bool = False
    form: Any = None

    @property
    def href(self) -> str:
        """The address it leads to, for a link."""
        found = QUOTED.search(self.instruction)
        return found["address"] if found and not PLACE_ONLY.match(self.instruction.strip()) else ""

    @property
    def pointer_words(self) -> str:
        """What a link shows where a pointer rests on it."""
        found = TIP.search(self.instruction) if self.href else None
        return found["words"] if found else ""

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
        return self.entries[int(said)] if said.isdecimal() and int(said) < len(self.entries) else ""

    @property
    def is_contents(self) -> bool:
        """Whether its result is a list that Word makes itself."""
        return bool(CONTENTS.match(self.instruction))
