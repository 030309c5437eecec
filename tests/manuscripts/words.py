"""Every word of a Word file, found without the reader's code: all texts of all parts, by the standard library alone."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from xml.etree import ElementTree

from editorial.manuscripts import stored
from editorial.manuscripts.notes import Confidence, Note
from editorial.manuscripts.pieces import Draft
from editorial.manuscripts.reading import Reading, Source, read

WORD = re.compile(r"\w+")
TAGS = re.compile(r"<[^>]+>")
NOTES = re.compile(r' note="([^"]*)"')
ADDRESSES = re.compile(r"\(https?://[^)]*\)")
NOTE_MARKS = ("footnoteReference", "endnoteReference")
# A line, cell or part of a formula ends; a hyphen is no letter, nor is a sign of another font, or the mark of a note.
BREAKS = {"p", "tab", "ptab", "br", "cr", "tc", "num", "den", "rt", "noBreakHyphen", "sym", *NOTE_MARKS}
# What a file says about itself is no text of it, nor are attributes; words that only need a look are in the draft.
ABOUT = {"property", "fields", "other_title", "description_of_shape", "choices", "pointer_words", "custom_data"}
LOST_BUT_NAMED = {"note_without_place", "title_too_long", "byline"}


def read_whole(content: bytes, name: str = "story.docx", kind: str = "") -> Reading:
    """The reading of a manuscript, steps passed over."""
    work = read(Source(content, name, kind))
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def words_of_file(content: bytes) -> Counter[str]:
    """Every word in every part, tracked deletions too. The older twin of a newer drawing is the same text again."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "/theme/" not in name:
                collect(ElementTree.fromstring(package.read(name)), found)
                found.append(" ")
    return Counter(WORD.findall("".join(found)))


def collect(node: ElementTree.Element, found: list[str]) -> None:
    """Gather texts in order, a space wherever a line or cell ends."""
    name = node.tag.rpartition("}")[2]
    if name == "Fallback":
        return
    if name in ("t", "delText"):
        found.append(node.text or "")
    if name == "textpath":
        found.append(f" {node.get('string', '')} ")
    for child in node:
        collect(child, found)
    if name in BREAKS:
        found.append(" ")


def words_of_draft(draft: Draft) -> Counter[str]:
    """Every word in what would be stored, read from the stored values, with credits of pictures."""
    body = stored.body(draft, dict.fromkeys(range(len(draft.pictures())), 1))
    texts = [draft.title, draft.standfirst, *(picture.credit for picture in draft.pictures())]
    for section in body:
        texts.append(section["value"]["heading"])
        for block in section["value"]["content"]:
            texts += strings(block["value"])
    # Raised figures are signs of their own there.
    return Counter(WORD.findall(unicodedata.normalize("NFKC", ADDRESSES.sub("", " ".join(texts)))))


def strings(value) -> list[str]:
    """The texts in a stored value, notes of footnotes included, descriptions of pictures and choices left out."""
    if isinstance(value, str):
        return [TAGS.sub(space_at_ends, value), *NOTES.findall(value)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if key not in ("alt_text", "layout", "id", "type")}
        return [text for item in kept.values() for text in strings(item)]
    return []


def space_at_ends(tag: re.Match) -> str:
    """A space where a paragraph, item or line ends; nothing where only the look changes."""
    return " " if tag[0].startswith(("</p", "</li", "</h", "<br", "<ul", "<ol")) else ""


def words_of_report(notes: list[Note]) -> Counter[str]:
    """Every word the report names as not being in the draft."""
    named = [
        note.text
        for note in notes
        if (note.confidence == Confidence.LEFT_OUT and note.code not in ABOUT) or note.code in LOST_BUT_NAMED
    ]
    return Counter(WORD.findall(" ".join(named)))
