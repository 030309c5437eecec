"""Stored rich text as Markdown."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

# The last of these would be read as the sign it names.
SPECIAL = re.compile(r"([\\`*_\[\]<>~]|&(?=#?\w+;))")
# At the beginning of a line these would make a list, a heading, a line or a quotation; of a number, only its mark may
# be written with a backslash.
OPENING = re.compile(r"^(\s*\d{0,9})((?<!\d)[#+=-](?=[\s#=-]|$)|(?<=\d)[.)](?=\s|$))", re.MULTILINE)
# At the end of a heading these would be its frame.
CLOSING = re.compile(r"(?<=\s)#+$")
# White space and ends of lines.
EDGES = re.compile(r"^((?:\s|\\\n)*)(.*?)((?:\s|\\\n)*)$", re.DOTALL)
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
TAGS = {"**": "b", "*": "i"}


def escaped(text: str) -> str:
    """Plain text that means itself in Markdown."""
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text))


def heading(level: int, words: str) -> str:
    """Words, already written for Markdown, as a heading."""
    return f"{'#' * level} {CLOSING.sub(r'\\\g<0>', words)}"


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
            return heading(3, words) if words else ""
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
        done = escaped(node.text or "")
        for child in node:
            if child.tag not in ("ul", "ol"):
                done = joined(done, self.element(child, done, following(child)))
            done += escaped(child.tail or "")
        return done

    def element(self, node, before: str, after: str) -> str:
        """One element inside a paragraph, between these words."""
        if node.tag == "br":
            return "\\\n"
        inner = self.inline(node)
        if node.tag == "a" and node.get("linktype") == "footnote":
            self.notes.append(node.get("note") or "")
            return f"[^{len(self.notes)}]"
        if node.tag == "a":
            address = self.address(node.attrib)
            return f"[{inner}](<{address}>)" if address and inner else inner
        return around(inner, MARKS.get(node.tag, ""), before, after)

    def footnotes(self) -> str:
        """The notes met so far, for the end of the story."""
        return "\n\n".join(f"[^{number}]: {escaped(note)}" for number, note in enumerate(self.notes, start=1))


def following(node) -> str:
    """What stands right after an element: words, or how another element begins."""
    after = node.getnext()
    return node.tail or ("" if after is None else MARKS.get(after.tag, "["))


def joined(done: str, part: str) -> str:
    """Words and what follows them: a link after an exclamation mark would be a picture."""
    if done.endswith("!") and part.startswith("["):
        return f"{done[:-1]}\\!{part}"
    return done + part


def around(inner: str, mark: str, before: str = "", after: str = "") -> str:
    """Marks around words, white space outside of them: inside they would mean nothing. Where Markdown would not see
    them either (punctuation on this side of a mark and a letter on the other, or marks that touch), tags of HTML."""
    start, words, end = EDGES.match(inner).groups()  # type: ignore[union-attr]
    if not words or not mark:
        return inner
    left, right = (before + start)[-1:], (end + after)[:1]
    is_seen = left != "*" and right != "*"
    is_seen = is_seen and not (is_letter(left) and not is_letter(words[0]))
    is_seen = is_seen and not (is_letter(right) and not is_letter(words[-1]))
    opening, closing = (mark, mark) if is_seen else (f"<{TAGS[mark]}>", f"</{TAGS[mark]}>")
    return f"{start}{opening}{words}{closing}{end}"


def is_letter(character: str) -> bool:
    """Whether a character is neither white space nor punctuation, as Markdown tells them apart."""
    return bool(character.strip()) and unicodedata.category(character)[0] not in "PS"
