"""Fields: Word's own instructions, of which only the result is text."""

import re
from dataclasses import dataclass

QUOTED = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]*)"', re.IGNORECASE)
PLACE_ONLY = re.compile(r"HYPERLINK\s+\\l", re.IGNORECASE)
CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|TOA|RD)\b", re.IGNORECASE)


@dataclass
class Field:
    """A field that is open: what it says so far, and whether its result has begun."""

    instruction: str = ""
    has_result: bool = False

    @property
    def href(self) -> str:
        """The address it leads to, for a link."""
        found = QUOTED.search(self.instruction)
        return found["address"] if found and not PLACE_ONLY.match(self.instruction.strip()) else ""

    @property
    def is_contents(self) -> bool:
        """Whether its result is a list that Word makes itself."""
        return bool(CONTENTS.match(self.instruction))
