"""HTML files and pasted rich text. Nothing of the markup survives: elements become plain values."""

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from editorial.manuscripts.html_links import home_of, leads_to
from editorial.manuscripts.html_lists import Counting
from editorial.manuscripts.html_looks import (
    ATTRIBUTION,
    BLOCKS,
    DROPPED,
    HEADINGS,
    Looks,
    is_apart,
    is_hidden,
    is_item,
    is_line_of_its_own,
    is_list_mark,
    part_of_pages,
    role_of_element,
)
from editorial.manuscripts.html_notes import Footnotes
from editorial.manuscripts.html_paragraph import Paragraph, as_aside
from editorial.manuscripts.html_pictures import from_data, is_checkbox
from editorial.manuscripts.html_styles import write_onto_elements
from editorial.manuscripts.html_tables import cells_in, has_one_cell, holder_of, nearest_table, spanned
from editorial.manuscripts.html_unseen import comment_words, comments_around, plain_text, pointer_words, separate_words
from editorial.manuscripts.html_word_items import give_marks_back
from editorial.manuscripts.notes import Place, guessed, left_out, look
from editorial.manuscripts.picture_tables import framed, in_reading_order, row_of
from editorial.manuscripts.pieces import Aside, Found, Item, Line, Picture, Role, Span, Table, plain, trimmed
from editorial.manuscripts.plain_text import decoded
from editorial.manuscripts.raised import at_height, context
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.manuscripts.tables import has_bold_first_row

WHITE = re.compile(r"[ \t\n\f\r]+")
DEEPEST = 150
# Left out by name even where nothing is written in them.
NAMED_ANYWAY = ("script", "iframe", "object", "embed", "audio", "video", "canvas", "svg")
# Left out, and seen between the words around them.
SEEN = ("iframe", "object", "embed", "audio", "video", "canvas", "svg", "math", "button", "input", "select", "textarea")
TABLE_PARTS = ("thead", "tbody", "tfoot", "tr", "colgroup", "col")


def read(content: bytes) -> Found:
    """What an HTML file or a pasted piece of one says. Raises ManuscriptRefused for one nested beyond reason."""
    text, is_sure = decoded(content)
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(f"<!DOCTYPE html>{text}".encode(), parser)
    found = Found()
    if root is None:
        return found
    if is_too_deep(root) or any("depth" in entry.message.lower() for entry in parser.error_log):
        raise ManuscriptRefused(Reason.TOO_DEEP)
    if not is_sure:
        found.notes.append(look("encoding_guessed"))
    write_onto_elements(root)
    give_marks_back(root)
    Walker(root, found).walk()
    return found


def is_too_deep(root) -> bool:
    """Whether elements stand in each other beyond reason; asked without recursion."""
    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


class Walker:
    """Walks a tree once. `emit` takes the items: the story's, or those of a table cell."""

    def __init__(self, root, found: Found):
        self.root, self.found = root, found
        self.items: list[Item] = found.items
        self.paragraph = Paragraph()
        self.count = self.picture_count = self.table_count = self.frame_count = 0
        self.context = Looks()
        self.is_opening, self.opens_quote = True, False
        self.struck_in: Paragraph | None = None
        self.footnotes = Footnotes(root)
        self.counting = Counting()
        self.home = home_of(root)

    def walk(self) -> None:
        """Read the whole tree, the head's title included."""
        for title in self.root.iter("title"):
            if title.getparent() is not None and title.getparent().tag != "svg":
                self.head_title(" ".join("".join(title.itertext()).split()))
        author = self.root.find(".//meta[@name='author']")
        if author is not None:
            self.found.author = (author.get("content") or "").strip()
        for name in ("description", "keywords"):
            said = self.root.find(f".//meta[@name='{name}']")
            if said is not None and (said.get("content") or "").strip():
                self.found.notes.append(left_out("property", text=said.get("content").strip(), name=name))
        body = self.root.find("body")
        self.element(body if body is not None else self.root, Looks())
        self.flush()
        self.found.notes += [left_out("html_comment", text=words) for words in comments_around(self.root)]
        self.found.notes += [left_out("footnote_without_mark", text=text) for text in self.footnotes.unused()]
        self.found.notes += [left_out("struck", text=text) for text in self.footnotes.struck]
        self.found.notes += [left_out("picture_in_note", text=text) for text in self.footnotes.pictures]
        self.found.notes += [left_out("comment", text=text, author="") for text in self.footnotes.unused_comments()]

    def head_title(self, text: str) -> None:
        """The first title a file gives itself is its own; others are named."""
        if self.found.title and text != self.found.title:
            self.found.notes.append(left_out("other_title", text=text))
        self.found.title = self.found.title or text

    # Elements

    def element(self, node, looks: Looks) -> None:
        """Read one element and what is in it."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if words := comment_words(node):
            self.found.notes.append(left_out("html_comment", self.here(), words))
        if not tag or tag in ("head", "title") or self.footnotes.is_container(node):
            return
        if part := part_of_pages(node):
            self.found.notes.append(left_out(part, text=" ".join(separate_words(node).split())))
            return
        if tag in DROPPED or is_hidden(node):
            self.drop(node, tag)
            return
        if words := pointer_words(node):
            self.found.notes.append(left_out("pointer_words", self.here(), words, over=plain_text(node)[:60]))
        special = SPECIAL.get(tag)
        if special:
            special(self, node, looks)
        elif tag in BLOCKS or is_apart(node, self.context):
            self.block(node, looks.inside(node))
        elif is_line_of_its_own(node):
            self.paragraph.end_line()
            self.children(node, looks.inside(node))
            self.paragraph.end_line()
        else:
            self.children(node, looks.inside(node))

    def children(self, node, looks: Looks) -> None:
        """Read text and elements in order."""
        self.text(node.text, looks)
        for child in node:
            self.element(child, looks)
            self.text(child.tail, looks)

    def text(self, words: str | None, looks: Looks) -> None:
        """Add words to the paragraph."""
        if not words:
            return
        if not looks.keeps_white:
            words = WHITE.sub(" ", words)
            before = self.paragraph.spans[-1].text if self.paragraph.spans else " "
            if before.endswith((" ", "\n")):
                words = words.lstrip(" ")
        if words and looks.is_struck:
            self.strike(words)
        elif words:
            before = self.paragraph.ending()
            words, is_whole = at_height(words, looks.height, before)
            if not is_whole:
                self.found.notes.append(look("raised", self.here(), context(before, words)))
            self.paragraph.add(Span(words, looks.is_bold, looks.is_italic, looks.href))

    def strike(self, words: str) -> None:
        """Name words that were struck through: their writer wants them gone."""
        stood_between = bool(words.strip()) and words[:1].isspace() and words[-1:].isspace()
        self.paragraph.has_gap = self.paragraph.has_gap or stood_between
        last = self.found.notes[-1] if self.found.notes else None
        if last and last.code == "struck" and last.place == self.here() and self.struck_in is self.paragraph:
            self.found.notes[-1] = replace(last, text=last.text + words)
        elif words.strip():
            self.found.notes.append(left_out("struck", self.here(), words))
        self.struck_in = self.paragraph

    def block(self, node, looks: Looks) -> None:
        """A paragraph, heading or group of its own."""
        self.flush()
        self.is_opening = self.is_opening and node.tag not in HEADINGS
        self.opens_quote = self.opens_quote or (node.tag == "blockquote" and self.context.role != Role.QUOTE)
        inner = role_of_element(node, looks, is_opening=self.is_opening, is_second=self.count == 1)
        if inner.role == Role.ITEM and is_item(node):
            self.count_item(node, inner)
        outer, self.context = self.context, inner
        start = len(self.items)
        self.children(node, self.context)
        self.flush()
        self.context = outer
        if node.tag == "blockquote":
            self.items[start:] = as_aside(self.items[start:])
        if node.tag == "figure" and any(isinstance(item, Line) for item in self.items[start:]):
            self.frame_count += 1
            self.items[start:] = framed(self.items[start:], (self.frame_count, 1))

    def count_item(self, node, looks: Looks) -> None:
        """Name a list that counts otherwise than ours will."""
        last = self.items[-1] if self.items else None
        goes_on = isinstance(last, Line) and last.role == Role.ITEM
        number = self.counting.miscount(node, looks.level, is_ordered=looks.is_ordered, goes_on=goes_on)
        if number:
            words = plain_text(node)[:60]
            self.found.notes.append(look("list_numbers", Place("paragraph", self.count + 1, words), number=number))

    def flush(self) -> None:
        """End the paragraph: its words as a line, its pictures before or after them."""
        paragraph, self.paragraph = self.paragraph, Paragraph()
        spans = trimmed(paragraph.spans)
        line: list[Item] = []
        if plain(spans) or any(span.note for span in spans):
            self.count += 1
            place = Place("paragraph", self.count, plain(spans)[:60])
            context = self.context
            is_quote, is_styled = context.role == Role.QUOTE, context.style not in ("", ATTRIBUTION)
            opens, self.opens_quote = self.opens_quote and is_quote, False
            made = Line(context.role, spans, place, context.level, context.is_ordered, style=context.style)
            line = [replace(made, opens=opens, may_open=is_quote and is_styled)]
        self.items += [*line, *paragraph.pictures] if paragraph.has_words_first else [*paragraph.pictures, *line]

    # Elements with a meaning of their own

    def line_break(self, node, looks: Looks) -> None:
        """A line ends; where another one had ended just before, a paragraph does, in running text."""
        if self.context.role == Role.PROSE and self.paragraph.ending().rstrip(" \xa0").endswith("\n"):
            self.flush()
        else:
            self.paragraph.spans.append(Span("\n", href=looks.href))

    def link(self, node, looks: Looks) -> None:
        """A link, the mark of a footnote or comment, or words whose address leads nowhere."""
        href = (node.get("href") or "").strip()
        comment = self.footnotes.comment_at(node)
        if comment is not None:
            self.found.notes.append(left_out("comment", self.here(), comment, author=""))
            return
        note = self.footnotes.note_at(node)
        if note is not None and looks.inside(node).is_struck:
            self.strike(f" {note} ")
            return
        if note is not None:
            self.paragraph.spans.append(Span("", note=note))
            return
        if self.footnotes.is_lost(node):
            self.found.notes.append(left_out("footnote_missing", self.here(), plain_text(node)))
            return
        kept, is_assumed = leads_to(href, self.home)
        if is_assumed and kept:
            self.found.notes.append(guessed("own_path", self.here(), plain_text(node), address=kept[:500]))
        if href and not kept and not (href.startswith("#") and not plain_text(node)):
            self.found.notes.append(look("link_dropped", self.here(), plain_text(node), address=href[:500]))
        self.children(node, replace(looks.inside(node), href=kept))

    def picture(self, node, looks: Looks) -> None:
        """A picture in the file itself, or the address of one that is only linked."""
        if is_checkbox(node):
            self.found.notes.append(left_out("element_dropped", self.here(), node.get("alt") or "", element="checkbox"))
            return
        self.picture_count += 1
        source, alt = (node.get("src") or "").strip(), (node.get("alt") or "").strip()
        self.paragraph.has_gap = True
        content, name = from_data(source, self.picture_count)
        place = Place("picture", self.picture_count, (alt or unquote(name))[:60])
        if looks.href:
            self.found.notes.append(look("picture_link", place, looks.href[:500]))
        title = (node.get("title") or "").strip()
        caption = (Span(title),) if title and title != alt and content else ()
        if title and not caption and title != alt:
            self.found.notes.append(left_out("picture_title", place, title))
        if not self.paragraph.pictures:
            self.paragraph.has_words_first = bool(plain(self.paragraph.spans))
        address = "" if content else source
        self.paragraph.pictures.append(Picture(content, name, place, alt=alt, caption=caption, address=address))

    def reading_aid(self, node, looks: Looks) -> None:
        """How characters are read, which follows them in brackets."""
        words = plain_text(node)
        if words:
            self.text(f" ({words})", looks.inside(node))

    def said(self, node, looks: Looks) -> None:
        """Words between quotation marks, which browsers add."""
        self.text("“", looks)
        self.children(node, looks.inside(node))
        self.text("”", looks)

    def list_item(self, node, looks: Looks) -> None:
        """An item of the list it stands in."""
        self.block(node, looks.inside(node).as_item(node))

    def table(self, node, looks: Looks) -> None:
        """Rows and cells; a table that holds pictures only lays them out, so its cells are read as text."""
        self.flush()
        if has_one_cell(node):
            self.children(node, looks.inside(node))
            self.flush()
            return
        self.outside_cells(node, looks)
        self.flush()
        if next(node.iter("img"), None) is not None:
            self.table_of_pictures(node, looks)
            return
        self.table_count += 1
        rows, caption = [], ()
        for row in node.iter("tr", "caption"):
            if nearest_table(row) is not node:
                continue
            if row.tag == "caption":
                caption = self.apart(row, looks)
            else:
                rows.append(tuple(self.apart(cell, looks) for cell in row.iter("td", "th") if holder_of(cell) is row))
        first = node.find(".//tr")
        has_header = first is not None and len(first) > 0 and all(cell.tag == "th" for cell in first)
        has_header = has_header or has_bold_first_row(rows)
        near = plain(rows[0][0])[:60] if rows and rows[0] else ""
        self.items.append(Table(tuple(rows), Place("table", self.table_count, near), has_header, caption))

    def table_of_pictures(self, node, looks: Looks) -> None:
        """What stands in the cells, each picture with the lines of its column."""
        rows = []
        for row in node.iter("tr", "caption"):
            if nearest_table(row) is not node:
                continue
            cells = [row] if row.tag == "caption" else [cell for cell in row.iter("td", "th") if holder_of(cell) is row]
            rows.append(row_of([(self.items_in(cell, looks), spanned(cell)) for cell in cells]))
        self.frame_count += 1
        self.items += in_reading_order(rows, self.frame_count)

    def items_in(self, node, looks: Looks) -> list[Item]:
        """What stands in a cell, as items of its own."""
        outer, self.items = self.items, []
        self.block(node, looks.inside(node))
        inner, self.items = self.items, outer
        return inner

    def outside_cells(self, node, looks: Looks) -> None:
        """What stands in a table and in no cell: browsers show it before the table."""
        self.text(node.text, looks)
        for child in node:
            if child.tag in TABLE_PARTS or any(nearest_table(cell) is nearest_table(child) for cell in cells_in(child)):
                self.outside_cells(child, looks)
            elif child.tag not in ("td", "th", "caption") or holder_of(child) is None:
                self.element(child, looks)
            self.text(child.tail, looks)

    def apart(self, node, looks: Looks) -> tuple[Span, ...]:
        """The words in a cell, its paragraphs on lines of their own."""
        outer_items, outer_paragraph, outer_count = self.items, self.paragraph, self.count
        self.items, self.paragraph = [], Paragraph()
        self.block(node, looks.inside(node))
        spans: list[Span] = []
        for item in self.items:
            inner = [(item.spans,)] if isinstance(item, Line) else getattr(item, "rows", ())
            for row in [item.paragraphs] if isinstance(item, Aside) else inner:
                for cell in row:
                    spans += [Span("\n"), *cell] if spans else cell
        self.items, self.paragraph, self.count = outer_items, outer_paragraph, outer_count
        return tuple(spans)

    # What is left out

    def drop(self, node, tag: str) -> None:
        """Name an element that has no place in a story, with the words in it. Rules for looks are no words."""
        if tag == "style" or (is_list_mark(node) and self.context.role == Role.ITEM):
            return
        source = next(node.iter("source"), node)
        self.paragraph.has_gap = self.paragraph.has_gap or tag in SEEN
        what = node.get("src") or node.get("data") or node.get("action") or source.get("src") or ""
        words = " ".join(separate_words(node).split())
        if words and tag not in DROPPED:
            code = "typed_number" if is_list_mark(node) else "hidden"
            self.found.notes.append(left_out(code, self.here(), words))
        elif words or what or tag in NAMED_ANYWAY:
            self.found.notes.append(left_out("element_dropped", self.here(), words or what, element=tag))

    def here(self) -> Place:
        """The paragraph being read."""
        return Place("paragraph", self.count + 1, self.paragraph.beginning())


SPECIAL: dict[str, Callable] = {
    "br": Walker.line_break,
    "a": Walker.link,
    "img": Walker.picture,
    "li": Walker.list_item,
    "q": Walker.said,
    "rp": lambda _walker, _node, _looks: None,
    "rt": Walker.reading_aid,
    "table": Walker.table,
}
