"""Lines as rich text, in the markup the house stores (docs/developers/feature-body.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from types import MappingProxyType

from editorial.manuscripts.pieces import Line, Role, Span

LONGEST_NOTE = 1000
# The attributes of links that are stored otherwise than by their addresses, by address.
Links = Mapping[str, str]
NO_LINKS: Links = MappingProxyType({})


def story(lines: Sequence[Line], links: Links = NO_LINKS) -> str:
    """Paragraphs, small headings and lists."""
    html: list[str] = []
    items: list[Line] = []
    for line in lines:
        if line.role == Role.ITEM:
            items.append(line)
            continue
        html += lists(items, links)
        items = []
        tag = "h3" if line.role == Role.HEADING else "p"
        html.append(f"<{tag}>{inline(line.spans, links, in_heading=tag == 'h3')}</{tag}>")
    return "".join([*html, *lists(items, links)])


def lists(items: Sequence[Line], links: Links) -> list[str]:
    """Items as one list for each run of the same kind, deeper ones inside the item above them."""
    html: list[str] = []
    open_tags: list[str] = []
    for item in items:
        tag, depth = ("ol" if item.is_ordered else "ul"), min(item.level, len(open_tags))
        while len(open_tags) > depth + 1:
            html.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) == depth + 1:
            html.append("</li>")
            if open_tags[-1] != tag:
                html.append(f"</{open_tags.pop()}>")
        if len(open_tags) == depth:
            html.append(f"<{tag}>")
            open_tags.append(tag)
        html.append(f"<li>{inline(item.spans, links)}")
    html += [f"</li></{tag}>" for tag in reversed(open_tags)]
    return html


def inline(spans: Sequence[Span], links: Links, *, in_heading: bool = False) -> str:
    """Spans as HTML. Headings are bold by themselves."""
    return "".join(element(replace(span, bold=span.bold and not in_heading), links) for span in merged(spans))


def merged(spans: Sequence[Span]) -> list[Span]:
    """Neighbours of the same looks as one: word processors cut words into pieces."""
    done: list[Span] = []
    for span in spans:
        last = done[-1] if done else None
        if last and not last.note and not span.note and replace(last, text="") == replace(span, text=""):
            done[-1] = replace(last, text=last.text + span.text)
        else:
            done.append(span)
    return done


def element(span: Span, links: Links) -> str:
    """One span as HTML."""
    if span.note:
        return f'<a linktype="footnote" note="{escape(span.note[:LONGEST_NOTE])}">*</a>'
    html = escape(span.text, quote=False).replace("\n", "<br/>")
    if not span.text.strip():
        return html
    if span.italic:
        html = f"<i>{html}</i>"
    if span.bold:
        html = f"<b>{html}</b>"
    if not span.href:
        return html
    leads_to = links.get(span.href) or f'href="{escape(span.href)}"'
    return f"<a {leads_to}>{html}</a>"


def paragraphs(several: Sequence[Sequence[Span]], links: Links = NO_LINKS) -> str:
    """Spans as plain paragraphs."""
    return "".join(f"<p>{inline(spans, links)}</p>" for spans in several)
