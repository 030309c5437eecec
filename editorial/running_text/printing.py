"""The last step of rich text: terms and footnotes in their final form, and nothing that may harm a reader."""

import html
import re
from functools import partial

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from editorial.running_text.reading import Reading, current_reading

TERM_ELEMENT = re.compile(r'<a data-term="([^"]*)">(.*?)</a>', re.DOTALL)
NOTE_ELEMENT = re.compile(r'\s*<a data-note="([^"]*)">.*?</a>', re.DOTALL)
DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
ONE_PARAGRAPH = re.compile(r"\s*<p(?:\s[^>]*)?>((?:(?!</?p[\s>]).)*)</p>\s*", re.DOTALL)
MARK_ID = re.compile(r"mark-\d{1,4}")

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("b", "strong", "i", "em", "sub", "sup", "a", "button"),
}
ATTRIBUTES = {"a": {"href", "rel", "id", "aria-label"}, "button": {"class", "type", "popovertarget"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def allowed_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Of the attributes our own handlers write, only the values they write. For nh3: None drops the attribute."""
    if (tag, attribute) == ("a", "id") and not MARK_ID.fullmatch(value):
        return None
    if (tag, attribute) == ("a", "rel") and value != "noopener":
        return None
    if tag == "button":
        written = {"class": value == "term", "type": value == "button", "popovertarget": value.startswith("term-")}
        return value if written.get(attribute) else None
    return value


# `link_rel` would write its own over ours.
clean = partial(
    nh3.clean, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=allowed_attribute, url_schemes=SCHEMES, link_rel=None
)


def printed(expanded: str) -> SafeString:
    """Rich text ready for the page. `expanded` is stored text after Wagtail has replaced its links."""
    reading = current_reading()
    text = DEAD_LINK.sub(r"\1", expanded)
    text = TERM_ELEMENT.sub(r'<button class="term" type="button" popovertarget="\1">\2</button>', text)
    text = NOTE_ELEMENT.sub(partial(footnote_mark, reading), text)
    return mark_safe(clean(text))  # noqa: S308 - cleaned against the list above


def footnote_mark(reading: Reading | None, match: re.Match) -> str:
    """The number of a note, linked to its text; on a page that prints no notes, the note itself in brackets."""
    text = html.unescape(match[1])
    if not text:
        return ""
    if reading is None:
        return format_html(" ({})", text)
    note = reading.add_note(text)
    return format_html('<sup><a id="{}" href="#{}">{}</a></sup>', note.back, note.anchor, note.number)


def one_line(printed_html: str) -> SafeString:
    """The inside of a single paragraph, for captions and notes that bring their own element; longer text unchanged."""
    match = ONE_PARAGRAPH.fullmatch(str(printed_html))
    return mark_safe(match[1] if match else str(printed_html))  # noqa: S308 - already printed
