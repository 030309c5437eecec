"""What stands before the text of a Markdown file, between two lines of dashes: names and values, in simple YAML."""

import json
import re
from collections.abc import Iterable, Sequence

from editorial.manuscripts.notes import Place
from editorial.manuscripts.pieces import Line, Role, Span

FIELD = re.compile(r"^(?P<name>[\w -]+):\s*(?P<value>.*)$")
# YAML's marks for a value of several lines, and for an item of a list.
FOLDED = re.compile(r":\s*[>|][+-]?\s*$")
ITEM = re.compile(r"^\s*-\s+(?P<value>.+)$")
LIST = re.compile(r"^\[(?P<items>.*)\]$")
# Commas in quotation marks part nothing.
LISTED = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+?)\s*(?:,|$)")
IN_DOUBLE = re.compile(r"^\"(?:[^\"\\]|\\.)*\"$")
IN_SINGLE = re.compile(r"^'((?:[^']|'')*)'$")
# What means itself without quotation marks.
PLAIN = re.compile(r"^[^\W_](?:(?!: | #)[^\"\\\n])*(?<![\s:])$")
# Words and numbers that mean something else than their letters.
MEANT_OTHERWISE = re.compile(r"^(?:true|false|yes|no|on|off|null|y|n|[\d.,:_-]+(?:e\d+)?)$", re.IGNORECASE)
ROLES = {
    "title": Role.TITLE,
    "standfirst": Role.STANDFIRST,
    "subtitle": Role.STANDFIRST,
    "description": Role.STANDFIRST,
    "dek": Role.STANDFIRST,
    "author": Role.BYLINE,
    "authors": Role.BYLINE,
    "byline": Role.BYLINE,
    "words": Role.BYLINE,
}
ORDER = (Role.TITLE, Role.STANDFIRST, Role.BYLINE)


def quoted(text: str) -> str:
    """A text as a value, in quotation marks where it would not mean itself without."""
    is_plain = PLAIN.match(text) and not MEANT_OTHERWISE.match(text)
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def unquoted(value: str) -> str:
    """What a value says: quotation marks around the whole are not part of it, others are."""
    if IN_DOUBLE.match(value):
        try:
            return str(json.loads(value, strict=False))
        except ValueError:
            return value[1:-1]
    single = IN_SINGLE.match(value)
    return single[1].replace("''", "'") if single else value


def from_front_matter(front: str) -> tuple[list[Line], str]:
    """Lines for the title, standfirst and byline named before the text; and what else is said there."""
    lines: dict[Role, Line] = {}
    rest: list[str] = []
    for raw in unfolded(front.splitlines()):
        found = FIELD.match(raw[0])
        role = ROLES.get(found["name"].strip().lower()) if found else None
        value = value_of(role, found["value"].strip(), raw[1:]) if found and role else ""
        if role and value and role not in lines:
            lines[role] = Line(role, (Span(value),), Place("front_matter"))
        else:
            rest += [line.strip() for line in raw if line.strip()]
    return [lines[role] for role in ORDER if role in lines], "\n".join(rest)


def value_of(role: Role, value: str, items: Sequence[str]) -> str:
    """What is said of a role; several names, on lines of their own or in brackets, follow one another."""
    listed = LIST.match(value)
    if role == Role.BYLINE and listed:
        return names(LISTED.findall(listed["items"]))
    if not items:
        return unquoted(value)
    several = [found["value"] for item in items if (found := ITEM.match(item))]
    return names(several) if role == Role.BYLINE and not value and len(several) == len(items) else ""


def names(values: Iterable[str]) -> str:
    """Several names as one."""
    return ", ".join(filter(None, (unquoted(value.strip()) for value in values)))


def unfolded(lines: Iterable[str]) -> list[list[str]]:
    """The fields of a front matter, each with the lines of a list under it; a value written under its name ('title: >',
    then indented lines) follows it."""
    done: list[list[str]] = []
    is_folded = False
    for line in lines:
        is_indented = line.startswith((" ", "\t")) and bool(line.strip())
        if is_folded and is_indented:
            done[-1][0] = f"{done[-1][0]} {line.strip()}"
        elif done and line.strip() and (is_indented or ITEM.match(line)):
            done[-1].append(line)
        else:
            is_folded = bool(FOLDED.search(line))
            done.append([FOLDED.sub(":", line)])
    return done
