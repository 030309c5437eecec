"""One manuscript, whatever it is: recognised, read, looked through, arranged."""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from editorial.manuscripts import html, limits, markdown, plain_text
from editorial.manuscripts.arranging import arrange
from editorial.manuscripts.notes import Note, guessed, look
from editorial.manuscripts.packages import packed_otherwise
from editorial.manuscripts.pictures import Look, claimed_ending, look_at
from editorial.manuscripts.pieces import Draft, Found, Picture
from editorial.manuscripts.plain_text import UNPRINTABLE
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.manuscripts.rich_text import LONGEST_NOTE
from editorial.manuscripts.word import reader as word

WORD, MARKDOWN, HTML, TEXT = "word", "markdown", "html", "text"
ENDINGS = {
    "docx": WORD,
    "docm": WORD,
    "dotx": WORD,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "mdown": MARKDOWN,
    "html": HTML,
    "htm": HTML,
    "xhtml": HTML,
    "txt": TEXT,
    "text": TEXT,
}
BEGINNINGS = (
    (b"PK\x03\x04", WORD),
    (b"PK\x05\x06", WORD),
    (b"\xd0\xcf\x11\xe0", WORD),
)
LOOKS_LIKE_HTML = re.compile(r"^\s*(?:<!doctype html|<html|<(?:p|div|h[1-6]|ul|ol|table|meta|span|article)\b)", re.I)
# A number alone may open a sentence: it takes two items of a list.
LOOKS_LIKE_MARKDOWN = re.compile(
    r"^#{1,6} \S|^>\s?\S|^[-*+] \S|^1[.)] \S.*\n\s*[12][.)] \S|\*\*\S|\]\(\S|^\|.+\||!\[|^---\s*$|\[\^\w+\]",
    re.MULTILINE,
)
PICTURE_DATA = re.compile(rb"data:image/[\w.+-]+(?:;[\w=-]+)*,[A-Za-z0-9+/=%]*", re.IGNORECASE)
OTHER_FILES = (b"%PDF", b"{\\rtf", b"GIF8", b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Source:
    """A manuscript as it came in: its bytes, its name (empty for something pasted), and what it says it is."""

    content: bytes
    name: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Step:
    """How far the work is: `done` of `total` in this stage ('reading', 'pictures', 'filing', 'writing')."""

    stage: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Reading:
    """A manuscript that was read."""

    kind: str
    draft: Draft
    notes: list[Note]


def kind_of(source: Source) -> str:
    """What the manuscript is, by its content first and its name second. Raises ManuscriptRefused."""
    if not source.content.strip():
        raise ManuscriptRefused(Reason.EMPTY)
    if source.kind:
        return source.kind
    beginning = source.content[:8]
    if beginning.startswith(b"PK") and (reason := packed_otherwise(source.content)):
        raise ManuscriptRefused(reason)
    for mark, kind in BEGINNINGS:
        if beginning.startswith(mark):
            return kind
    ending = PurePath(source.name).suffix.lower().lstrip(".")
    if beginning.startswith(OTHER_FILES) or (source.name and ending not in ENDINGS):
        raise ManuscriptRefused(Reason.KIND, name=source.name)
    if ENDINGS.get(ending) == WORD:
        raise ManuscriptRefused(Reason.CORRUPT)
    return ENDINGS.get(ending) or kind_of_text(source.content.decode("utf-8", "replace"))


def kind_of_text(text: str) -> str:
    """What a pasted text is, by its looks."""
    if LOOKS_LIKE_HTML.match(text):
        return HTML
    return MARKDOWN if LOOKS_LIKE_MARKDOWN.search(text) else TEXT


def check_size(size: int, kind: str = WORD) -> None:
    """Refuse what is too large to be read, before it is. Raises ManuscriptRefused."""
    most = limits.LARGEST_FILE if kind == WORD else limits.LARGEST_TEXT
    if size > most:
        reason = Reason.TOO_LARGE if kind == WORD else Reason.TEXT_TOO_LARGE
        raise ManuscriptRefused(reason, megabytes=most // limits.MEGABYTE)


def size_of_text(content: bytes) -> int:
    """The size without pictures that are written into the text as addresses."""
    return len(content) - sum(len(found[0]) for found in PICTURE_DATA.finditer(content))


READERS = {WORD: word.read, MARKDOWN: markdown.read, HTML: html.read, TEXT: plain_text.read}


def no_picture(_address: str) -> bytes:
    """What a magazine without a library knows of a picture's address."""
    return b""


def read(
    source: Source, most_pixels: int = limits.MOST_PIXELS, our_picture: Callable[[str], bytes] = no_picture
) -> Generator[Step, None, Reading]:
    """Read a manuscript: a generator of steps that returns the Reading. Raises ManuscriptRefused.

    `our_picture` gives the picture that stands at an address of our own, nothing for any other; nothing is fetched.
    """
    check_size(len(source.content))
    kind = kind_of(source)
    if kind != WORD:
        check_size(size_of_text(source.content), kind)
    yield Step("reading")
    try:
        found = READERS[kind](source.content)
    except RecursionError as error:
        raise ManuscriptRefused(Reason.TOO_DEEP) from error
    if not found.items:
        raise ManuscriptRefused(Reason.NO_WORDS)
    find_linked(found, our_picture)
    yield from look_through(found, most_pixels)
    if kind == WORD:
        # Whose computer it was; the report has it.
        found.author = ""
    draft, notes = arrange(found, PurePath(source.name).stem.replace("_", " ") or "")
    notes += long_notes(draft, notes)
    return Reading(kind, draft, notes)


def find_linked(found: Found, our_picture: Callable[[str], bytes]) -> None:
    """Take linked pictures from the library where they are ours, as in a story handed out by it; name all others."""
    known: dict[str, bytes] = {}
    size = 0
    for at, item in enumerate(found.items):
        if not isinstance(item, Picture) or not item.address:
            continue
        if item.address not in known:
            known[item.address] = our_picture(item.address) if size < limits.LARGEST_FILE else b""
            size += len(known[item.address])
        if known[item.address]:
            # The address names a smaller copy, perhaps of another type.
            name = item.name.partition(".")[0]
            found.items[at] = replace(item, content=known[item.address], name=name)
        else:
            found.notes.append(look("picture_not_fetched", item.place, item.address[:500]))


def look_through(found: Found, most_pixels: int) -> Iterator[Step]:
    """Decode every picture once. One that is none stays in its place without content, and is named."""
    total = sum(isinstance(item, Picture) and bool(item.content) for item in found.items)
    seen: dict[bytes, Look] = {}
    done = 0
    for at, item in enumerate(found.items):
        if not isinstance(item, Picture) or not item.content:
            continue
        done += 1
        yield Step("pictures", done, total)
        if item.content not in seen:
            seen[item.content] = look_at(item.content, most_pixels)
        found.items[at] = judged(item, seen[item.content], found.notes)


def judged(picture: Picture, seen: Look, notes: list[Note]) -> Picture:
    """The picture under a name that says what it is; or without content, where it is none."""
    if seen.problem:
        notes.append(look(seen.problem, picture.place, picture.name))
        return replace(picture, content=b"")
    claimed = claimed_ending(picture.name)
    if claimed and claimed != seen.ending:
        notes.append(guessed("picture_of_other_type", picture.place, picture.name, ending=seen.ending.upper()))
    stem = UNPRINTABLE.sub("", PurePath(picture.name).stem) or "picture"
    alt = described(picture, notes)
    return replace(picture, name=f"{stem}.{seen.ending}", accent=seen.accent, alt=alt)


FILE_NAME = re.compile(r"^[\w\s().-]+\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|heic|emf|wmf|svg)$", re.IGNORECASE)
CAMERA_NAME = re.compile(r"^(?:img|dsc|dscf|dcim|image|picture|bild|photo|grafik|screenshot)[\s_-]*\d*$", re.IGNORECASE)
BY_MACHINE = re.compile(
    r"\s*(?:description automatically generated(?: with .* confidence)?|ai-generated content may be incorrect\.?"
    r"|automatisch generierte beschreibung)\s*$",
    re.IGNORECASE,
)


def described(picture: Picture, notes: list[Note]) -> str:
    """The picture's description, if it is one: names of files are not, and what a program wrote is doubted."""
    alt = " ".join(picture.alt.split())
    if FILE_NAME.match(alt) or CAMERA_NAME.match(alt):
        notes.append(look("alt_is_file_name", picture.place, alt))
        return ""
    if BY_MACHINE.search(alt):
        notes.append(look("alt_by_machine", picture.place, alt))
        return BY_MACHINE.sub("", alt).strip()
    return alt


def long_notes(draft: Draft, notes: list[Note]) -> list[Note]:
    """Footnotes that are longer than a note may be: the report has them whole."""
    lines = (line for section in draft.sections for block in section.blocks for line in getattr(block, "lines", ()))
    return [
        look("note_too_long", line.place, span.note)
        for line in lines
        for span in line.spans
        if len(span.note) > LONGEST_NOTE
    ]
