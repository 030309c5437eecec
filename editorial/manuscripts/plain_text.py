"""Plain text: paragraphs between empty lines, or a paragraph in each line."""

import re

from editorial.manuscripts.notes import Place, look
from editorial.manuscripts.pieces import Found, Line, Role, Span

BLANK = re.compile(r"\n[ \t]*\n")
# Notes and comments follow one another without empty lines, under a line that was typed.
BEFORE_NOTE = re.compile(r"\n(?=\[(?:\d{1,3}|[a-z]{1,2})\])|(?<=___)\n")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
LIKELY_TITLE = 120


def decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding is sure: UTF-8 or UTF-16 by their marks, what the file names, else Western."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return clean(content.decode("utf-16", "replace")), True
    try:
        return clean(content.decode("utf-8-sig")), True
    except UnicodeDecodeError:
        named = CHARSET.search(content[:2048])
    if named:
        try:
            return clean(content.decode(named[1].decode("ascii"), "replace")), True
        except LookupError:
            pass
    return clean(content.decode("cp1252", "replace")), False


def clean(text: str) -> str:
    """The text with line feeds only, without control characters."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read(content: bytes) -> Found:
    """The paragraphs of a plain text. A short first one may be the title; nothing else is made of it."""
    text, is_sure = decoded(content)
    found = Found()
    if not is_sure:
        found.notes.append(look("encoding_guessed"))
    has_blanks = bool(BLANK.search(text.strip()))
    parts = BEFORE_NOTE.sub("\n\n", text)
    paragraphs = [part.strip() for part in (BLANK.split(parts) if has_blanks else text.split("\n"))]
    for number, paragraph in enumerate([part for part in paragraphs if part], start=1):
        place = Place("paragraph", number, paragraph[:60])
        words = paragraph if is_verse(paragraph) else " ".join(paragraph.split())
        found.items.append(Line(Role.PROSE, (Span(words),), place))
    return found


def is_verse(paragraph: str) -> bool:
    """Whether the ends of lines are meant: several short ones."""
    lines = paragraph.split("\n")
    return len(lines) > 1 and max(len(line) for line in lines) < 45
