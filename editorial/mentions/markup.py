"""Stored rich text as paragraphs: what the elements enclose, line by line, with its links."""

from html import unescape
from html.parser import HTMLParser

from editorial.mentions.paragraphs import PAGE_LINK, TERM_LINK, Paragraph

# Elements after which another paragraph begins.
LINES = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "hr", "td", "th", "tr"})


def paragraphs_of_markup(html: str) -> list[Paragraph]:
    """The paragraphs of stored rich text that have words."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.paragraphs


class Reader(HTMLParser):
    """Collects paragraphs. Unclosed links end with their paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._begin()

    def _begin(self) -> None:
        self.text = ""
        self.taken: list[tuple[int, int]] = []
        self.linked: list[tuple[str, int]] = []
        self.link_from: int | None = None

    def end_line(self) -> None:
        """Keep the paragraph, if there is one."""
        self._end_link()
        if self.text.strip():
            self.paragraphs.append(Paragraph(self.text, tuple(self.taken), tuple(self.linked)))
        self._begin()

    def _end_link(self) -> None:
        if self.link_from is not None:
            self.taken.append((self.link_from, len(self.text)))
            self.link_from = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINES:
            self.end_line()
        elif tag == "br":
            self.text += "\n"
        elif tag == "a":
            self._end_link()
            self.link_from = len(self.text)
            given = {name: value or "" for name, value in attrs}
            kind, pk = given.get("linktype", ""), unescape(given.get("id", ""))
            if kind in (PAGE_LINK, TERM_LINK) and pk.isascii() and pk.isdigit():
                self.linked.append((kind, int(pk)))

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES:
            self.end_line()
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        self.text += data
