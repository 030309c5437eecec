"""What a reader of manuscripts has to tell an editor."""

from dataclasses import dataclass, field
from enum import StrEnum


class Confidence(StrEnum):
    """How sure the reading is, and what is asked of the editor."""

    LOOK = "look"
    LEFT_OUT = "left_out"
    GUESSED = "guessed"
    RECOGNISED = "recognised"


@dataclass(frozen=True)
class Place:
    """Where in the manuscript: a kind of part ('paragraph', 'footnote', 'header' …) and its number, from 1.

    Number 0 stands for the part as a whole. `near` are the first words there.
    """

    part: str = "file"
    number: int = 0
    near: str = ""


@dataclass(frozen=True)
class Note:
    """One remark. `code` has its sentence in `wording`; `text` are the manuscript's own words, whole.

    `block` is the id of the block of the draft that the place has become, and `image` that of the picture in the
    library that the remark is about; both are empty until the draft is written, and where there is none.
    """

    code: str
    confidence: Confidence
    place: Place = Place()
    text: str = ""
    values: dict[str, str] = field(default_factory=dict)
    block: str = ""
    image: int = 0


def look(code: str, place: Place = Place(), text: str = "", **values: str) -> Note:
    """Something an editor has to decide."""
    return Note(code, Confidence.LOOK, place, text, values)


def left_out(code: str, place: Place = Place(), text: str = "", **values: str) -> Note:
    """Words that are not in the draft."""
    return Note(code, Confidence.LEFT_OUT, place, text, values)


def guessed(code: str, place: Place = Place(), text: str = "", **values: str) -> Note:
    """Something read by its looks."""
    return Note(code, Confidence.GUESSED, place, text, values)


def recognised(code: str, place: Place = Place(), text: str = "", **values: str) -> Note:
    """Something the manuscript says itself."""
    return Note(code, Confidence.RECOGNISED, place, text, values)
