"""Stories as files: front matter, then sections of prose, blocks and footnotes.

The text between two `:::` lines is a block: the first line names it, the rest is TOML. `[^1]: ...` at the end of a
section is a footnote of it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from editorial.demo.sources import DemoDataError, Entry, Fields, Passage, entry_from, parse_toml

SECTION = re.compile(r"^## +(.+)$")
OPENING = re.compile(r"^::: ?([a-z]+)\s*$")
FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]: +(.+)$")
FENCE = "+++"


@dataclass(frozen=True)
class Block:
    """A block of a section: its name in the file and its fields."""

    name: str
    entry: Entry


@dataclass
class Section:
    """A numbered section: prose passages and blocks in reading order, footnotes by their label."""

    line: int
    heading: str
    pieces: list[Passage | Block] = field(default_factory=list)
    notes: dict[str, Passage] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """A story file: `front` carries the fields before the text, with the file's name as `key`."""

    front: Entry
    sections: tuple[Section, ...]


def read_front(path: Path, wanted: Fields) -> tuple[Entry, list[tuple[int, str]]]:
    """The front matter, and the numbered lines after it. Raises DemoDataError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        raise DemoDataError(path.name, 1, f"the file must begin with fields between two lines of {FENCE}.")
    end = next(number for number, line in enumerate(lines) if number and line.strip() == FENCE)
    text = "\n".join(lines[1:end])
    values = {"key": path.stem, **parse_toml(path.name, text, first_line=2)}
    front = entry_from(path.name, values, text, first_line=2).check(wanted)
    return front, list(enumerate(lines[end + 1 :], start=end + 2))


def read_story(path: Path, wanted: Fields) -> Story:
    """The story in the file. Raises DemoDataError naming the line that cannot be read."""
    front, lines = read_front(path, wanted)
    return Story(front, tuple(sections_of(path.name, lines)))


def sections_of(file: str, lines: list[tuple[int, str]]) -> list[Section]:
    """The sections of the numbered lines."""
    sections: list[Section] = []
    reader = iter(lines)
    prose: list[tuple[int, str]] = []
    for number, line in reader:
        heading, opening, footnote = SECTION.match(line), OPENING.match(line), FOOTNOTE.match(line)
        if not (heading or opening or footnote):
            if line.startswith(":::"):
                raise DemoDataError(file, number, "a block opens with ::: and its name.")
            prose.append((number, line))
            continue
        close_prose(file, sections, prose)
        if heading:
            sections.append(Section(number, heading[1].strip()))
            continue
        section = current(file, sections, number)
        if opening:
            section.pieces.append(read_block(file, number, opening[1], reader))
        else:
            section.notes[footnote[1]] = Passage(file, number, footnote[2])
    close_prose(file, sections, prose)
    return sections


def current(file: str, sections: list[Section], number: int) -> Section:
    """The section being read. Raises DemoDataError before the first heading."""
    if not sections:
        raise DemoDataError(file, number, "nothing may stand before the first heading.")
    return sections[-1]


def close_prose(file: str, sections: list[Section], prose: list[tuple[int, str]]) -> None:
    """File the prose read so far under the current section."""
    while prose and not prose[0][1].strip():
        prose.pop(0)
    while prose and not prose[-1][1].strip():
        prose.pop()
    if prose:
        text = "\n".join(line for _number, line in prose)
        current(file, sections, prose[0][0]).pieces.append(Passage(file, prose[0][0], text))
        prose.clear()


def read_block(file: str, number: int, name: str, reader) -> Block:
    """The block that opened on line `number`; takes its lines from the reader. Raises DemoDataError."""
    inside = []
    for _number, line in reader:
        if line.strip() == ":::":
            text = "\n".join(inside)
            return Block(name, entry_from(file, parse_toml(file, text, number + 1), text, number + 1))
        inside.append(line)
    raise DemoDataError(file, number, f"the block '{name}' is never closed.")
