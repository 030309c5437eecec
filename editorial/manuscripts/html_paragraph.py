"""A paragraph of HTML while it is read."""

from dataclasses import dataclass, field, replace

from editorial.manuscripts.pieces import Picture, Span


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

    def end_line(self) -> None:
        """What follows stands on a line of its own."""
        if self.spans and not self.spans[-1].text.endswith("\n"):
            self.spans.append(Span("\n"))
