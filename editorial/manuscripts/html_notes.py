"""Footnotes in HTML: a mark that leads to a place, from which a link leads back."""

import re

MARK = re.compile(r"^[\[(]?(?:\d{1,3}|[a-z]|[*†‡§])[\])]?$|^\[\d+:\d+\]$", re.IGNORECASE)
BACK = re.compile(r"^(?:[\[(]?(?:\d{1,3}|[a-z]|[*†‡§])[\])]?|[↩︎↑^⏎\ufe0e]+)$", re.IGNORECASE)
CONTAINERS = ("li", "p", "dd", "aside", "div", "td")


class Footnotes:
    """The notes of a tree, found by their marks before it is walked."""

    def __init__(self, root):
        self.root = root
        self.places = {node.get("id") or node.get("name"): node for node in root.xpath("//*[@id or @name]")}
        self.texts: dict = {}
        self.containers: dict = {}
        self.met: set = set()
        for mark in root.iter("a"):
            self.find(mark)

    def find(self, mark) -> None:
        """Keep the note a mark leads to, if that is what it does."""
        href = mark.get("href") or ""
        target = self.places.get(href[1:]) if href.startswith("#") else None
        words = "".join(mark.itertext()).strip()
        # The link back looks like a mark itself; it stands in a note that was found by its mark.
        is_in_note = any(above in self.containers for above in mark.iterancestors())
        if target is None or is_in_note or not MARK.match(words):
            return
        container = self.container_of(target)
        if container is None or container in mark.iterancestors() or not self.leads_back(container, mark):
            return
        self.containers[container] = True
        self.texts[mark] = note_text(container)

    def container_of(self, target):
        """The paragraph or item that holds the note."""
        if target.tag in CONTAINERS:
            return target
        return next((node for node in target.iterancestors() if node.tag in CONTAINERS), None)

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

    def is_container(self, node) -> bool:
        """Whether the element is a note that a mark has taken along."""
        return node in self.containers

    def unused(self) -> list[str]:
        """Notes that were taken out of the text although their mark was not read: it stood in something dropped."""
        return [text for mark, text in self.texts.items() if mark not in self.met]


def note_text(container) -> str:
    """The words of a note without the link back."""
    parts: list[str] = []
    collect(container, parts)
    return " ".join("".join(parts).split())


def collect(node, parts: list[str]) -> None:
    """Gather the words of a note; addresses follow the words that led to them."""
    is_back = (
        node.tag == "a" and (node.get("href") or "").startswith("#") and BACK.match("".join(node.itertext()).strip())
    )
    if is_back or not isinstance(node.tag, str):
        return
    parts.append(node.text or "")
    for child in node:
        collect(child, parts)
        parts.append(child.tail or "")
    href = node.get("href") or ""
    if node.tag == "a" and href.startswith(("http://", "https://")) and href not in "".join(parts):
        parts.append(f" ({href})")
    if node.tag in ("p", "br", "div"):
        parts.append(" ")
