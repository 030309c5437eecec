"""The demo's Markdown: just enough of it, turned into the rich text that editors' own work is stored as."""

import re
from collections.abc import Callable
from html import escape

from editorial.demo.sources import Passage

INLINE = re.compile(
    r"\[\^(?P<note>[^\]]+)\]"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)\s]+)\)"
    r"|\*\*(?P<strong>.+?)\*\*"
    r"|\*(?P<emphasis>[^*]+)\*"
)
HEADING = re.compile(r"^(#{2,3}) (.+)$")
BULLET = re.compile(r"^[-*] (.+)$")
NUMBER = re.compile(r"^\d+\. (.+)$")

Link = Callable[[str, str], str]
Note = Callable[[str], str]


class UnknownTarget(Exception):
    """A link or a footnote mark leads nowhere; the message says which."""


def no_notes(label: str) -> str:
    """For text that cannot carry footnotes. Raises UnknownTarget."""
    raise UnknownTarget(f"the footnote mark [^{label}] has no place here.")


def inline(text: str, link: Link, note: Note = no_notes) -> str:
    """One run of text as HTML. `link(target, label html)` and `note(label)` give the HTML of a link and of a mark."""
    parts, end = [], 0
    for found in INLINE.finditer(text):
        parts.append(escape(text[end : found.start()], quote=False))
        end = found.end()
        if found["note"]:
            parts.append(note(found["note"]))
        elif found["target"]:
            parts.append(link(found["target"], inline(found["label"], link, note)))
        elif found["strong"]:
            parts.append(f"<b>{inline(found['strong'], link, note)}</b>")
        else:
            parts.append(f"<i>{inline(found['emphasis'], link, note)}</i>")
    parts.append(escape(text[end:], quote=False))
    return "".join(parts)


def footnote(text: str) -> str:
    """A mark that carries its note, as the editor's footnote button leaves it."""
    return f'<a linktype="footnote" note="{escape(text)}">*</a>'


def plain_text(passage: Passage) -> str:
    """The passage's words alone."""
    return " ".join(
        INLINE.sub(lambda found: found["label"] or found["strong"] or found["emphasis"], passage.text).split()
    )


def rich_text(passage: Passage, link: Link, note: Note = no_notes) -> str:
    """A passage as rich text: paragraphs, lists, headings.

    Raises DemoDataError naming the line of the block in which a link or a mark leads nowhere.
    """
    html = []
    for offset, lines in groups(passage.text):
        try:
            html.append(block(lines, link, note))
        except UnknownTarget as error:
            raise passage.error(str(error), offset) from error
    return "".join(html)


def groups(text: str):
    """(line offset, lines) of every stretch between blank lines."""
    lines: list[str] = []
    start = 0
    for offset, line in enumerate([*text.splitlines(), ""]):
        if line.strip():
            if not lines:
                start = offset
            lines.append(line.strip())
        elif lines:
            yield start, lines
            lines = []


def block(lines: list[str], link: Link, note: Note) -> str:
    """One paragraph, list or heading."""
    heading = HEADING.match(lines[0])
    if heading:
        level = len(heading[1])
        rest = block(lines[1:], link, note) if lines[1:] else ""
        return f"<h{level}>{inline(heading[2], link, note)}</h{level}>{rest}"
    for pattern, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        items = [pattern.match(line) for line in lines]
        if all(items):
            return f"<{tag}>{''.join(f'<li>{inline(item[1], link, note)}</li>' for item in items if item)}</{tag}>"
    return f"<p>{inline(' '.join(lines), link, note)}</p>"
