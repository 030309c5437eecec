"""Files that a Word file takes its text from: another Word file, a web page or a plain text ('altChunk').

Word reads them in when it opens the file; programs that put files together leave them as they are.
"""

import email
import email.policy
from collections.abc import Callable
from dataclasses import replace

from editorial.manuscripts import html, plain_text
from editorial.manuscripts.notes import Note, Place, left_out, look
from editorial.manuscripts.pieces import Found, Item, Line
from editorial.manuscripts.refusals import ManuscriptRefused

ZIP, RTF = b"PK\x03\x04", b"{\\rtf"
# Beginnings of a web page kept in one file with its pictures.
MAIL_HEADERS = (b"mime-version:", b"from:", b"content-type:", b"date:", b"subject:", b"snapshot-content-location:")
MARKUP = b"<"

ReadWord = Callable[[bytes], Found]


def read_chunk(content: bytes, name: str, place: Place, read_word: ReadWord | None) -> tuple[list[Item], list[Note]]:
    """What such a file says, as items and notes, all at the place where it is taken in.

    `name` is the part's; `read_word` reads a Word file, None where one may not stand in another any deeper.
    What cannot be read is named by a note, never refused: the story around it is there.
    """
    try:
        found = understood(content, read_word)
    except ManuscriptRefused:
        found = None
    if found is None:
        return [], [look("embedded_object", place, name.rpartition("/")[2])]
    notes = [replace(note, place=place) for note in found.notes]
    if found.title:
        notes.append(left_out("other_title", place, found.title))
    return [replace(item, place=place) if isinstance(item, Line) else item for item in found.items], notes


def understood(content: bytes, read_word: ReadWord | None) -> Found | None:
    """The chunk by what it begins with, whatever it calls itself; None for what nobody here can read.

    Raises ManuscriptRefused for a damaged Word file, or markup nested beyond reason.
    """
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:40].lower()
    if start.startswith(ZIP.lower()):
        return read_word(content) if read_word else None
    if not start or start.startswith(RTF):
        return None
    if start.startswith(MAIL_HEADERS):
        body = email.message_from_bytes(content, policy=email.policy.default).get_body(("html", "plain"))
        if body is None:
            return None
        text = str(body.get_content()).encode()
        return html.read(text) if body.get_content_subtype() == "html" else plain_text.read(text)
    return html.read(content) if start.startswith(MARKUP) else plain_text.read(content)
