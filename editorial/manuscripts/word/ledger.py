"""What of a file's text has been used, and what was left behind."""

from collections.abc import Iterable, Iterator

from editorial.manuscripts.notes import Note, Place, left_out, look
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.manuscripts.word.names import attribute, local
from editorial.manuscripts.word.package import Package

# Marks an element whose words are in the draft or in a note; no part of a file has such an attribute.
USED = "used-by-the-reader"
# WordArt keeps its words in an attribute.
ART = "textpath"
TEXTS = ("t", "delText", ART)
# Charts keep their words in values.
VALUES = ("v",)
# Parts that describe looks and settings.
WORDLESS = (
    "styles.xml",
    "stylesWithEffects.xml",
    "settings.xml",
    "webSettings.xml",
    "fontTable.xml",
    "numbering.xml",
    "people.xml",
)
READ_FOLDERS = ("word/",)
UNREAD_FOLDERS = ("word/theme/", "word/_rels/", "word/webextensions/", "word/embeddings/")


def use(node) -> str:
    """Mark a text element as used; its words."""
    node.set(USED, "1")
    return text_in(node)


def text_in(node) -> str:
    """The words of a text element."""
    return attribute(node, "string") if local(node) == ART else node.text or ""


def use_all(node) -> str:
    """Mark every text under the node as used; their words, paragraphs apart."""
    parts = []
    for found in node.iter():
        name = local(found)
        if name in TEXTS:
            parts += [" ", use(found), " "] if name == ART else [use(found)]
        elif name in ("tab", "br", "cr", "p"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def words_in(node) -> str:
    """The words under the node, without marking them."""
    return " ".join("".join(text_in(found) for found in node.iter() if local(found) in TEXTS).split())


class Ledger:
    """The parts of a file as trees, each parsed once and kept, so that marks last."""

    def __init__(self, package: Package):
        self.package = package
        self.trees: dict = {}
        self.pictures: set[str] = set()

    def tree(self, name: str):
        """A part as XML, or None."""
        if name not in self.trees:
            self.trees[name] = self.package.tree(name)
        return self.trees[name]

    def rest(self) -> Iterator[Note]:
        """Notes that name every word and picture nobody used."""
        for name in self.package.entries:
            if not self.holds_text(name):
                continue
            try:
                root = self.tree(name)
            except ManuscriptRefused as refusal:
                if refusal.reason == Reason.DOCTYPE:
                    raise
                yield look("part_unreadable", text=name)
                continue
            if root is not None:
                yield from left_behind(root, name)
        for name in self.package.entries:
            if "/media/" in name and name not in self.pictures:
                yield look("picture_elsewhere", text=name.rpartition("/")[2])
            elif "/embeddings/" in name:
                yield look("embedded_file", text=name.rpartition("/")[2])

    def holds_text(self, name: str) -> bool:
        """Whether a part may hold words."""
        is_xml = name.endswith(".xml") and name.startswith((*READ_FOLDERS, self.package.main.rpartition("/")[0] + "/"))
        return is_xml and not name.startswith(UNREAD_FOLDERS) and name.rpartition("/")[2] not in WORDLESS


def left_behind(root, name: str) -> Iterator[Note]:
    """A note for each paragraph, or other holder of text, with words nobody used."""
    holders: dict = {}
    for node in root.iter():
        kind = local(node)
        is_text = kind in TEXTS or (kind in VALUES and "/charts/" in name)
        if is_text and not node.get(USED) and text_in(node).strip():
            holder = next((above for above in node.iterancestors() if local(above) == "p"), node)
            holders.setdefault(holder, []).append(text_in(node))
    for texts in holders.values():
        yield left_out("left_behind", Place("part"), " ".join("".join(texts).split()), part=name)


def relation_id(node) -> str:
    """The id by which a drawing names its picture."""
    return attribute(node, "embed") or attribute(node, "link") or attribute(node, "id")


def joined(texts: Iterable[str]) -> str:
    """Texts on one line."""
    return " ".join(" ".join(texts).split())
