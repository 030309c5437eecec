"""What of a file's text has been used, and what was left behind."""

import re
from collections.abc import Iterable, Iterator

from editorial.manuscripts.notes import Note, Place, left_out, look
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.manuscripts.word.names import attribute, child, local
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
CUSTOM = re.compile(r"customXml/item\d+\.xml")
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
    """Mark every text under the node as used; their words, paragraphs apart. What older programs would show in place
    of the same words is marked and not repeated."""
    parts = []
    twins = set(twins_in(node))
    for found in node.iter():
        name = local(found)
        if found in twins:
            use(found)
        elif name in TEXTS:
            parts += [" ", use(found), " "] if name == ART else [use(found)]
        elif name in ("tab", "br", "cr", "p"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def twins_in(node) -> Iterator:
    """The texts under the node that older programs would show in place of the same words in a newer form."""
    for both in node.iter():
        older = child(both, "Fallback") if local(both) == "AlternateContent" else None
        newer = child(both, "Choice")
        if older is not None and newer is not None and words_in(newer) == words_in(older):
            yield from (found for found in older.iter() if local(found) in TEXTS)


def use_twins(node) -> None:
    """Mark what older programs would show in place of the same words."""
    for found in twins_in(node):
        use(found)


def words_in(node) -> str:
    """The words under the node, without marking them."""
    return " ".join("".join(text_in(found) for found in node.iter() if local(found) in TEXTS).split())


def raw_words(node) -> str:
    """The same with their white space."""
    return "".join(text_in(found) for found in node.iter() if local(found) in TEXTS)


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
            if root is not None and not self.is_drawn_again(root, name):
                use_twins(root)
                yield from left_behind(root, name)
        yield from self.custom_data()
        for name in self.package.entries:
            if "/media/" in name and name not in self.pictures:
                yield look("picture_elsewhere", text=name.rpartition("/")[2])
            elif "/embeddings/" in name:
                yield look("embedded_file", text=name.rpartition("/")[2])

    def is_drawn_again(self, root, name: str) -> bool:
        """Whether a part is the drawing of a diagram whose words another part holds."""
        data = name.replace("/diagrams/drawing", "/diagrams/data")
        other = self.tree(data) if data != name and data in self.package.entries else None
        return other is not None and sorted(words_in(root).split()) == sorted(words_in(other).split())

    def custom_data(self) -> Iterator[Note]:
        """Notes on what programs keep beside the text: sources of a bibliography, fields of a form."""
        for name in self.package.entries:
            if not CUSTOM.fullmatch(name):
                continue
            try:
                root = self.tree(name)
            except ManuscriptRefused:
                yield look("part_unreadable", text=name)
                continue
            text = " ".join(" ".join(root.itertext()).split()) if root is not None else ""
            if text:
                yield left_out("custom_data", text=text, part=name)

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
