"""The looks an HTML file gives its classes: simple rules of its own style sheets, written onto the elements.

Google Docs says 'bold', 'italic' and 'hidden' with classes only. Selectors of one element (`p`, `.c1`, `p.c1`, `#id`)
are understood; others, and what stands in @rules, are passed over. Nothing is fetched.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

# What `html_looks` reads in an element's own style.
UNDERSTOOD = frozenset(
    ["font-weight", "font-style", "display", "visibility", "text-decoration", "text-decoration-line", "vertical-align"]
)
LONGEST_SHEETS = 1_000_000
MOST_RULES = 3000
# Comments, marks that hid sheets from very old browsers, and strings: their braces mean nothing.
IGNORED = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
# A sheet may hide the whole page until a script shows it again.
NEVER = ("html", "head", "body")
SELECTOR = re.compile(r"^(?P<tag>[a-z][a-z0-9]*)?(?P<id>#[\w-]+)?(?P<classes>(?:\.[\w-]+)*)$", re.IGNORECASE)
# Characters that may be spelled out in a file, and stand in no tree of elements.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """What elements of this tag, id and these classes look like. `rank` grows with weight, then with place."""

    tag: str
    name: str
    classes: frozenset[str]
    looks: dict[str, str]
    rank: tuple[int, int, int, int]

    def fits(self, tag: str, name: str, classes: set[str]) -> bool:
        """Whether an element is meant."""
        return self.tag in ("", tag) and self.name in ("", name) and self.classes <= classes


def write_onto_elements(root) -> None:
    """Give every element the looks of its classes as its own style; what stands there already goes first."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules_of("\n".join("".join(node.itertext()) for node in root.iter("style"))):
        rules[min(rule.classes, default=rule.name or rule.tag)].append(rule)
    if not rules:
        return
    known: dict[tuple[str, str, str], list[Rule]] = {}
    for node in root.iter("*"):
        key = node.tag, node.get("id") or "", node.get("class") or ""
        if key not in known:
            known[key] = fitting(rules, *key)
        if known[key] and node.tag not in NEVER:
            write_onto(node, known[key])


def fitting(rules: dict[str, list[Rule]], tag: str, name: str, written: str) -> list[Rule]:
    """The rules for elements of this tag, id and class attribute, the weightiest last."""
    classes = set(written.split())
    candidates = {rule.rank: rule for key in {tag, name, *classes} for rule in rules.get(key, ())}
    return [rule for _rank, rule in sorted(candidates.items()) if rule.fits(tag, name, classes)]


def write_onto(node, rules: list[Rule]) -> None:
    """Write the looks of the rules, weightiest last, into one element's style."""
    own = node.get("style") or ""
    looks: dict[str, str] = {}
    forced: dict[str, str] = {}
    for rule in rules:
        for name, value in rule.looks.items():
            (forced if IMPORTANT.search(value) else looks)[name] = IMPORTANT.sub("", value)
    stated = {name for name, _value in declarations(own)}
    if stated & forced.keys():
        own = ";".join(f"{name}:{value}" for name, value in declarations(own) if name not in forced)
    given = {name: value for name, value in looks.items() if name not in stated and name not in forced} | forced
    style = ";".join([*(f"{name}:{value}" for name, value in given.items()), own])
    node.set("style", UNWRITABLE.sub("", style))


def rules_of(sheets: str) -> Iterator[Rule]:
    """The rules that say something we understand, in order of the file."""
    number = 0
    for selectors, body in blocks(IGNORED.sub(" ", sheets[:LONGEST_SHEETS])):
        looks = {name: value for name, value in declarations(body) if name in UNDERSTOOD}
        for selector in selectors.split(",") if looks else ():
            found = SELECTOR.match(selector.strip())
            if not found or not selector.strip():
                continue
            number += 1
            if number > MOST_RULES:
                return
            tag, name = (found["tag"] or "").lower(), (found["id"] or "").lstrip("#")
            classes = frozenset(found["classes"].split(".")) - {""}
            yield Rule(tag, name, classes, looks, (bool(name), len(classes), bool(tag), number))


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules on the first level; @rules are left out, those in braces whole."""
    depth, start, selectors, inside = 0, 0, "", 0
    for found in re.finditer(r"[{};]", text):
        mark, at = found[0], found.start()
        if mark == "{":
            if depth == 0:
                selectors, inside = text[start:at].strip(), at + 1
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
            if depth == 0:
                if selectors and not selectors.startswith("@"):
                    yield selectors, text[inside:at]
                start, selectors = at + 1, ""
        elif depth == 0:
            # An @rule without braces, such as @import, ends here.
            start = at + 1


def declarations(style: str) -> Iterator[tuple[str, str]]:
    """Names and values, in lower case, of the declarations in a style."""
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon and name.strip() and value.strip():
            yield name.strip().lower(), value.strip().lower()
