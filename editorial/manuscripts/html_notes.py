"""Footnotes and comments in HTML: a mark that leads to a place, from which a link leads back."""

import re
from collections.abc import Mapping

from editorial.manuscripts.html_looks import height_of, is_struck
from editorial.manuscripts.raised import at_height

MARK = re.compile(r"^[\[(]?(?:\d{1,3}|[a-z]|[*†‡§])[\])]?$|^\[\d+:\d+\]$", re.IGNORECASE)
BACK = re.compile(r"^(?:[\[(]?(?:\d{1,3}|[a-z]|[*†‡§])[\])]?|[↩︎↑^⏎\ufe0e]+)$", re.IGNORECASE)
CONTAINERS = ("li", "p", "dd", "aside", "div", "td")
# Google Docs and Word mark comments as they mark footnotes; only the names of the places tell them apart.
COMMENT = re.compile(r"^(?:cmnt|_msocom_)\d+$", re.IGNORECASE)
# Places of notes that stand in a frame of their own (Google Docs, Word, LibreOffice): all its paragraphs belong to it.
FRAMED = re.compile(r"^(?:cmnt|_msocom_|ftnt|_ftn|_edn)\d+$|^sd(?:foot|end)note\d+sym$", re.IGNORECASE)
# All names that marks and the links back go by.
MARKED = re.compile(
    r"^(?:cmnt|ftnt)(?:_ref)?\d+$|^_(?:msocom_|msoanchor_|ftn(?:ref)?|edn(?:ref)?)\d+$|^sd(?:foot|end)note\d+(?:sym|anc)$",
    re.IGNORECASE,
)

# Names of marks and of the places they lead to.
PAIRS = (
    ("cmnt_ref#", "cmnt#"),
    ("ftnt_ref#", "ftnt#"),
    ("_msoanchor_#", "_msocom_#"),
    ("_ftnref#", "_ftn#"),
    ("_ednref#", "_edn#"),
    ("sdfootnote#anc", "sdfootnote#sym"),
    ("sdendnote#anc", "sdendnote#sym"),
)
# Places of notes that readers may see.
NOTE = re.compile(r"^(?:ftnt|_ftn|_edn)\d+$|^sd(?:foot|end)note\d+sym$", re.IGNORECASE)


class Footnotes:
    """The notes and comments of a tree, found before it is walked."""

    def __init__(self, root):
        self.root = root
        complete_links(root)
        self.places = {node.get("id") or node.get("name"): node for node in root.xpath("//*[@id or @name]")}
        keep_inside(root, self.places)
        self.texts: dict = {}
        self.comments: dict = {}
        self.containers: dict = {}
        self.met: set = set()
        self.struck: list[str] = []
        self.pictures: list[str] = []
        for name, place in self.places.items():
            self.find_comment(name, place)
        for mark in root.iter("a"):
            self.find(mark)

    def find_comment(self, name: str, place) -> None:
        """Keep a comment, whether a mark leads to it or not: it is between editors, no reader may see it."""
        container = self.container_of(place) if COMMENT.match(name) else None
        if container is not None:
            self.containers[container] = True
            self.comments[name] = note_text(container)

    def find(self, mark) -> None:
        """Keep the note a mark leads to, if that is what it does."""
        href = mark.get("href") or ""
        target = self.places.get(href[1:]) if href.startswith("#") else None
        words = "".join(mark.itertext()).strip()
        # The link back looks like a mark itself; it stands in a note that was found by its mark.
        is_in_note = any(above in self.containers for above in mark.iterancestors())
        if target is None or is_in_note or COMMENT.match(href[1:]) or not MARK.match(words):
            return
        container = self.container_of(target)
        if container is None or container in mark.iterancestors() or not self.leads_back(container, mark):
            return
        self.containers[container] = True
        self.texts[mark] = note_text(container, self.struck)
        self.pictures += [node.get("alt") or (node.get("src") or "")[:500] for node in container.iter("img")]

    def container_of(self, target):
        """The paragraph or item that holds the note, or the frame that holds nothing else."""
        nodes = [target, *target.iterancestors()]
        holder = next((node for node in nodes if node.tag in CONTAINERS), None)
        if holder is None or not FRAMED.match(target.get("id") or target.get("name") or ""):
            return holder
        frame = holder.getparent()
        if frame is None or frame.tag != "div" or next(frame.iterchildren("*"), None) not in nodes:
            return holder
        others = [node for node in frame.iter("a") if FRAMED.match(node.get("id") or node.get("name") or "")]
        return frame if others == [target] else holder

    def leads_back(self, container, mark) -> bool:
        """Whether a link in the note leads to its mark: else a contents list would be taken for notes."""
        near = {mark.get("id"), mark.get("name")}
        near |= {node.get("id") for node in mark.iterancestors() if node.tag in ("sup", "span")}
        near |= {node.get("id") for node in mark.iterdescendants()}
        if mark.getprevious() is not None:
            near |= {mark.getprevious().get("id"), mark.getprevious().get("name")}
        backs = {
            (link.get("href") or "")[1:] for link in container.iter("a") if (link.get("href") or "").startswith("#")
        }
        return bool((near - {None, ""}) & backs)

    def note_at(self, mark) -> str | None:
        """The note's text if the link is a mark; None for other links."""
        self.met.add(mark)
        return self.texts.get(mark)

    def comment_at(self, mark) -> str | None:
        """The comment the link leads to, or the mark's own words where the file has lost it; None for other links."""
        name = (mark.get("href") or "")[1:]
        if not (mark.get("href") or "").startswith("#") or not COMMENT.match(name):
            return None
        self.met.add(name)
        return self.comments.get(name) or "".join(mark.itertext()).strip()

    def is_lost(self, mark) -> bool:
        """Whether the link is the mark of a footnote whose words are not in the tree: only a piece was copied."""
        name = (mark.get("href") or "").rpartition("#")[2]
        return bool(NOTE.match(name)) and name not in self.places and bool(MARK.match("".join(mark.itertext()).strip()))

    def is_container(self, node) -> bool:
        """Whether the element is a note that a mark has taken along, or a comment."""
        return node in self.containers

    def unused(self) -> list[str]:
        """Notes that were taken out of the text although their mark was not read: it stood in something dropped."""
        return [text for mark, text in self.texts.items() if mark not in self.met]

    def unused_comments(self) -> list[str]:
        """Comments that no mark led to."""
        return [text for name, text in self.comments.items() if name not in self.met and text]


def complete_links(root) -> None:
    """Give marks the addresses, and places the names, that were stripped from them: each follows from the other."""
    for link in root.iter("a"):
        name = next((said for key in ("id", "name") if MARKED.match(said := link.get(key) or "")), "")
        target = (link.get("href") or "").rpartition("#")[2]
        if name and not link.get("href"):
            link.set("href", f"#{counterpart(name)}")
        elif not name and not link.get("name") and not link.get("id") and MARKED.match(target):
            link.set("name", counterpart(target))


def counterpart(name: str) -> str:
    """The name of the place that a mark leads to, or of the mark that a place leads back to."""
    for mark, place in PAIRS:
        for one, other in ((mark, place), (place, mark)):
            found = re.fullmatch(one.replace("#", r"(\d+)"), name, re.IGNORECASE)
            if found:
                return other.replace("#", found[1])
    return name


def keep_inside(root, places: Mapping) -> None:
    """Make links between marks and notes lead inside the text: a browser that copies them writes whole addresses."""
    for link in root.iter("a"):
        address, _sign, name = (link.get("href") or "").partition("#")
        # A comment's mark may have lost its comment, and must not become a link for that.
        if address and MARKED.match(name) and (name in places or name.startswith(("cmnt", "_mso"))):
            link.set("href", f"#{name}")


def note_text(container, struck: list[str] | None = None) -> str:
    """The words of a note without the link back, and without those struck through, if there is a list for them."""
    parts: list[str] = []
    collect(container, parts, struck)
    return " ".join("".join(parts).split())


def collect(node, parts: list[str], struck: list[str] | None) -> None:
    """Gather the words of a note; addresses follow the words that led to them."""
    address = (node.get("href") or "") if node.tag == "a" else ""
    # Marks of comments in Word hold initials; the address tells that they are marks.
    is_mark = MARKED.match(address[1:]) or BACK.match("".join(node.itertext()).strip() if address else "")
    if (address.startswith("#") and is_mark) or not isinstance(node.tag, str):
        return
    if struck is not None and is_struck(node):
        struck.append(" ".join("".join(node.itertext()).split()))
        return
    parts.append(at_height(node.text or "", height_of(node), "".join(parts[-3:]))[0])
    for child in node:
        collect(child, parts, struck)
        parts.append(child.tail or "")
    href = node.get("href") or ""
    if node.tag == "a" and href.startswith(("http://", "https://")) and href not in "".join(parts):
        parts.append(f" ({href})")
    if node.tag in ("p", "br", "div"):
        parts.append(" ")
