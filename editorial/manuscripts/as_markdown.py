"""Stored rich text as Markdown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

SPECIAL = re.compile(r"([\\`*_\[\]<>~])")
# At the beginning of a line these would make a list, a heading or a quotation.
OPENING = re.compile(r"^(\s*)([#>+-]|\d+[.)])(?=\s|$)", re.MULTILINE)
EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def escaped(text: str) -> str:
    """Plain text that means itself in Markdown."""
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text))


@dataclass
class MarkdownWriter:
    """Writes the texts of one story. `address(attributes)` is where a stored link leads, empty for no link; `notes`
    fills with the texts of footnotes, numbered through the story."""

    address: Callable[[Mapping[str, str]], str]
    notes: list[str] = field(default_factory=list)

    def blocks(self, html: str) -> str:
        """Paragraphs, small headings and lists, empty lines between them."""
        root = etree.fromstring(f"<div>{html}</div>".encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
        found = root.find(".//div") if root is not None else None
        parts = [self.block(node) for node in found] if found is not None else []
        return "\n\n".join(part for part in parts if part)

    def line(self, html: str) -> str:
        """The same on one line, for captions."""
        return " ".join(self.blocks(html).split())

    def block(self, node) -> str:
        """One paragraph, heading or list."""
        if node.tag in ("ul", "ol"):
            return self.items(node, 0)
        words = self.inline(node).strip()
        if node.tag in ("h2", "h3", "h4"):
            return f"### {words}" if words else ""
        return words

    def items(self, node, depth: int) -> str:
        """A list, deeper ones indented under their item."""
        lines = []
        for number, item in enumerate(node.findall("li"), start=1):
            mark = f"{number}. " if node.tag == "ol" else "- "
            lines.append(f"{'    ' * depth}{mark}{self.inline(item).strip()}")
            lines += [self.items(child, depth + 1) for child in item if child.tag in ("ul", "ol")]
        return "\n".join(lines)

    def inline(self, node) -> str:
        """The words in an element with their emphasis, links and notes."""
        parts = [escaped(node.text or "")]
        for child in node:
            if child.tag not in ("ul", "ol"):
                parts.append(self.element(child))
            parts.append(escaped(child.tail or ""))
        return "".join(parts)

    def element(self, node) -> str:
        """One element inside a paragraph."""
        if node.tag == "br":
            return "\\\n"
        inner = self.inline(node)
        if node.tag == "a" and node.get("linktype") == "footnote":
            self.notes.append(node.get("note") or "")
            return f"[^{len(self.notes)}]"
        if node.tag == "a":
            address = self.address(node.attrib)
            return f"[{inner}](<{address}>)" if address and inner else inner
        return around(inner, MARKS.get(node.tag, ""))

    def footnotes(self) -> str:
        """The notes met so far, for the end of the story."""
        return "\n\n".join(f"[^{number}]: {escaped(note)}" for number, note in enumerate(self.notes, start=1))


def around(inner: str, mark: str) -> str:
    """Marks around words, white space outside of them: inside they would mean nothing."""
    before, words, after = EDGES.match(inner).groups()  # type: ignore[union-attr]
    return f"{before}{mark}{words}{mark}{after}" if words else inner
