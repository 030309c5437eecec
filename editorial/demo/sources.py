"""Reading the demo's data files, so that every complaint names the file and the line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"

FIELD = re.compile(r"^([A-Za-z_]+)\s*=")
TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class DemoDataError(Exception):
    """The demo's data cannot be used; the message begins with file and line."""

    def __init__(self, file: str, line: int, message: str):
        self.file, self.line = file, line
        super().__init__(f"{file}, line {line}: {message}")


@dataclass(frozen=True)
class Fields:
    """Which fields a table must have, and which it may have."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


def fields(required: str, optional: str = "") -> Fields:
    """Fields from two lists of names with spaces between them."""
    return Fields(frozenset(required.split()), frozenset(optional.split()))


@dataclass(frozen=True)
class Passage:
    """A stretch of Markdown and the line of the file its first line stands on."""

    file: str
    line: int
    text: str

    def error(self, message: str, offset: int = 0) -> DemoDataError:
        """A complaint about the line `offset` lines below the first."""
        return DemoDataError(self.file, self.line + offset, message)


@dataclass(frozen=True)
class Entry(Mapping[str, Any]):
    """One table of a file: its values, and where each was written."""

    file: str
    line: int
    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)
    opens_below: frozenset[str] = frozenset()

    def __getitem__(self, name: str):
        return self.values[name]

    def __iter__(self):
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    @property
    def key(self) -> str:
        """The entry's stable key."""
        return self.values["key"]

    def text(self, name: str) -> str:
        """The field's text without white space around it; empty where the field is missing."""
        return str(self.get(name, "")).strip()

    def passage(self, name: str) -> Passage:
        """The field's text as Markdown, knowing its first line."""
        line = self.lines.get(name, self.line) + (name in self.opens_below)
        return Passage(self.file, line, self.get(name, ""))

    def error(self, message: str, name: str = "") -> DemoDataError:
        """A complaint about one field, or about the whole entry."""
        return DemoDataError(self.file, self.lines.get(name, self.line), message)

    def check(self, wanted: Fields) -> "Entry":
        """The entry itself, once it has all it must have and nothing unknown. Raises DemoDataError."""
        for name in sorted(wanted.required - set(self.values)):
            raise self.error(f"'{name}' is missing.")
        for name in sorted(set(self.values) - wanted.required - wanted.optional):
            raise self.error(f"'{name}' is not a field here.", name)
        return self


def parse_toml(file: str, text: str, first_line: int = 1) -> dict[str, Any]:
    """The TOML text as a dict. Raises DemoDataError with the line; `first_line` is the line the text begins on."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = TOML_LINE.search(str(error))
        # Without a line it is the end of the text that came too soon.
        line = int(found.group(1)) if found else max(1, len(text.splitlines()))
        raise DemoDataError(file, first_line + line - 1, TOML_LINE.sub("", str(error)).strip()) from error


def entry_from(file: str, values: Mapping[str, Any], text: str, first_line: int) -> Entry:
    """An entry whose source is `text`, beginning on `first_line` of the file."""
    lines: dict[str, int] = {}
    opens_below = set()
    for number, line in enumerate(text.splitlines(), start=first_line):
        found = FIELD.match(line)
        if found and found.group(1) in values and found.group(1) not in lines:
            lines[found.group(1)] = number
            if line.rstrip().endswith('= """'):
                opens_below.add(found.group(1))
    return Entry(file, first_line, values, lines, frozenset(opens_below))


def read_tables(path: Path, name: str, wanted: Fields) -> list[Entry]:
    """The entries of a file of [[name]] tables, in its order. Raises DemoDataError; keys may appear once."""
    text = path.read_text(encoding="utf-8")
    tables = parse_toml(path.name, text).get(name, [])
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if line.strip() == f"[[{name}]]"]
    ends = [*starts[1:], len(lines)]
    entries = [
        entry_from(path.name, values, "\n".join(lines[start:end]), start + 1).check(wanted)
        for values, start, end in zip(tables, starts, ends, strict=True)
    ]
    if "key" in wanted.required:
        refuse_repeated(entries)
    return entries


def refuse_repeated(entries: list[Entry]) -> None:
    """Raises DemoDataError where two entries share a key."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        if entry.key in seen:
            raise entry.error(f"the key '{entry.key}' is taken on line {seen[entry.key].line} already.", "key")
        seen[entry.key] = entry
