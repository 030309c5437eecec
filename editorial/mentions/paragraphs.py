"""A paragraph of running text with the stretches that already are links."""

from dataclasses import dataclass

# What a link leads to.
PAGE_LINK, TERM_LINK = "page", "term"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: `taken` are the stretches (start, end) of `text` that already are something.

    `linked` is what these lead to, in order: ("page", id) or ("term", id). `key` is the editor's name of the paragraph.
    """

    text: str
    taken: tuple[tuple[int, int], ...] = ()
    linked: tuple[tuple[str, int], ...] = ()
    key: str = ""

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of text[start:end] is a link yet."""
        return all(end <= begun or start >= ended for begun, ended in self.taken)
