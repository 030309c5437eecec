"""A paragraph of HTML while it is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editorial.manuscripts.pieces import Aside, Item, Line, Picture, Span, without_beginning

# How Markdown marks words set apart that nobody said; so does our own export.
ASIDE = re.compile(r"^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*")
WHITE = re.compile(r"\s+")


def as_aside(items: Sequence[Item]) -> list[Item]:
    """What stands in a quotation; its paragraphs as an aside, where it says that it is none."""
    first = items[0] if items else None
    marked = ASIDE.match("".join(span.text for span in first.spans)) if isinstance(first, Line) else None
    if first is None or marked is None:
        return list(items)
    lines = [item for item in items if isinstance(item, Line)]
    paragraphs = [without_beginning(lines[0].spans, marked.end()), *(line.spans for line in lines[1:])]
    aside = Aside(tuple(spans for spans in paragraphs if spans), lines[0].place)
    return [aside, *(item for item in items if not isinstance(item, Line))]


@dataclass
class Paragraph:
    """The paragraph being read: its spans, and the pictures met in it."""

    spans: list[Span] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    has_words_first: bool = False
    has_gap: bool = False

    def add(self, span: Span) -> None:
        """Add words; where something was left out that kept them apart from those before, they stay apart."""
        before = self.spans[-1].text if self.spans else ""
        if self.has_gap and before[-1:].isalnum() and span.text[:1].isalnum():
            span = replace(span, text=f" {span.text}")
        self.has_gap = self.has_gap and not span.text
        self.spans.append(span)

    def beginning(self, length: int = 60) -> str:
        """Its first words. Long paragraphs are asked often, so no more of them is read."""
        text = ""
        for span in self.spans:
            text = WHITE.sub(" ", text + span.text).lstrip()
            if len(text) > length:
                break
        return text[:length].rstrip()

    def ending(self, length: int = 40) -> str:
        """Its last letters."""
        parts: list[str] = []
        for span in reversed(self.spans):
            parts.append(span.text)
            length -= len(span.text)
            if length <= 0:
                break
        return "".join(reversed(parts))

    def end_line(self) -> None:
        """What follows stands on a line of its own."""
        if self.spans and not self.spans[-1].text.endswith("\n"):
            self.spans.append(Span("\n"))
