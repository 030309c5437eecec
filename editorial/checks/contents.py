"""What the rules read of a page: its texts, links, pictures and chosen pages, each with where it stands.

Read from stored values: nothing the page points at is loaded.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text.rewriters import extract_attrs

from editorial.blocks.text import PullQuote
from editorial.blocks.walk import children
from editorial.checks.body import picture_uses
from editorial.running_text.references import FOOTNOTE, PAGE, TERM, identifier

A_ELEMENT = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL | re.IGNORECASE)
END_OF_LINE = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
# Plain fields that readers read; their other text is machinery.
PROSE_FIELDS = ("title", "headline", "kicker", "standfirst", "introduction", "hero_caption", "listing_summary")


@dataclass(frozen=True)
class Passage:
    """A text: `markup` where it is rich text, else empty; `words` as read, a line for each paragraph.

    `field` and `block_id` say where it stands, `is_quotation` whether somebody else is speaking.
    """

    field: str
    block_id: str
    words: str
    markup: str = ""
    is_quotation: bool = False


@dataclass(frozen=True)
class Link:
    """A link in a text: to a page of ours by `page_id`, a glossary term by `term_id`, or to the address `href`.

    `words` are what is linked.
    """

    field: str
    block_id: str
    words: str
    page_id: int | None = None
    href: str = ""
    term_id: int | None = None


@dataclass(frozen=True)
class Footnote:
    """A note hung on a word; `text` is what it says."""

    field: str
    block_id: str
    text: str


@dataclass(frozen=True)
class Choice:
    """A page that a block of `field` shows; `block_id` is the block's."""

    field: str
    block_id: str
    model: type[models.Model]
    page_id: int


@dataclass
class Contents:
    """All of one page, in reading order. `uses` are pictures of the body: (block id, picture's id, is decorative)."""

    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    uses: list[tuple[str, int]] = field(default_factory=list)


def contents_of(page) -> Contents:
    """Read the page."""
    found = Contents()
    for model_field in page._meta.get_fields():
        if not isinstance(model_field, models.Field):
            continue
        name = model_field.name
        if isinstance(model_field, StreamField):
            read_stream(found, name, getattr(page, name))
        elif isinstance(model_field, RichTextField):
            add_markup(found, name, "", getattr(page, name) or "")
        elif name in PROSE_FIELDS and getattr(page, name):
            found.passages.append(Passage(name, "", getattr(page, name)))
    return found


def read_stream(found: Contents, name: str, value) -> None:
    """Add what a StreamField's value holds."""
    for leaf, stored, block_id, is_quotation in placed_leaves(value.stream_block, value.raw_data):
        if isinstance(leaf, blocks.RichTextBlock):
            add_markup(found, name, block_id, str(stored or ""))
        elif isinstance(leaf, blocks.CharBlock | blocks.TextBlock):
            if stored and leaf.name not in ("anchor", "alt_text"):
                found.passages.append(Passage(name, block_id, str(stored), is_quotation=is_quotation))
        elif isinstance(leaf, blocks.PageChooserBlock) and isinstance(stored, int):
            found.choices.append(Choice(name, block_id, leaf.model_class, stored))
    found.uses += [
        (block_id, raw["image"])
        for block_id, raw in picture_uses(value.stream_block, value.raw_data, "")
        if isinstance(raw.get("image"), int)
    ]


def placed_leaves(
    block: blocks.Block, raw, block_id: str = "", is_quotation: bool = False
) -> Iterator[tuple[blocks.Block, object, str, bool]]:
    """Every field block with its stored value, the id of the nearest block that has one, and whether it is quoted."""
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            if isinstance(raw, dict) and name in raw:
                yield from placed_leaves(child, raw[name], block_id, is_quotation or isinstance(block, PullQuote))
    elif isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        for child, item, item_id in children(block, raw):
            yield from placed_leaves(child, item, item_id or block_id, is_quotation)
    else:
        yield block, raw, block_id, is_quotation


def add_markup(found: Contents, name: str, block_id: str, markup: str) -> None:
    """Add a rich text with its links and notes."""
    if not markup:
        return
    found.passages.append(Passage(name, block_id, words_of(markup), markup))
    for attributes, inner in A_ELEMENT.findall(markup):
        link = extract_attrs(attributes)
        kind, words = link.get("linktype"), words_of(inner).strip()
        if kind == FOOTNOTE:
            found.notes.append(Footnote(name, block_id, link.get("note", "").strip()))
        elif kind == PAGE:
            found.links.append(Link(name, block_id, words, page_id=identifier(link) or 0))
        elif kind == TERM:
            found.links.append(Link(name, block_id, words, term_id=identifier(link) or 0))
        elif link.get("href"):
            found.links.append(Link(name, block_id, words, href=html.unescape(link["href"]).strip()))


def words_of(markup: str) -> str:
    """Rich text as read, a line for each paragraph; the marks of footnotes are left out."""
    bare = A_ELEMENT.sub(lambda match: "" if 'linktype="footnote"' in match[1] else match[2], markup)
    return html.unescape(TAG.sub("", END_OF_LINE.sub("\n", bare))).strip()
