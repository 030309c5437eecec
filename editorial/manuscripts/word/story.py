"""The text of a Word file: paragraphs, tables, notes, and what stands beside them."""

from dataclasses import replace

from editorial.manuscripts.notes import Note, Place, guessed, left_out, look
from editorial.manuscripts.picture_tables import renumbered
from editorial.manuscripts.pieces import Found, Item, Line, Picture, Role, Span, notes_of, plain, trimmed
from editorial.manuscripts.word.breaks import items_of
from editorial.manuscripts.word.chunks import ReadWord, read_chunk
from editorial.manuscripts.word.drawings import Drawings, is_second_form
from editorial.manuscripts.word.fields import MOST_OPEN, Field
from editorial.manuscripts.word.ledger import Ledger, use_all, use_twins, words_in
from editorial.manuscripts.word.look_book import LookBook
from editorial.manuscripts.word.names import attribute, child, children, is_on, local, within
from editorial.manuscripts.word.package import Package, Relation
from editorial.manuscripts.word.paragraph import Paragraph
from editorial.manuscripts.word.tables import Tables, words_of

ORDINARY_NOTES = ("", "normal")
BETWEEN_PARAGRAPHS = ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "")


class Story(Drawings, Tables):
    """Reads a file into `found`. Every word it takes is marked in the ledger.

    `read_word` reads Word files that it takes text from; None where it is such a one itself.
    """

    def __init__(self, package: Package, found: Found, read_word: ReadWord | None):
        self.package, self.found, self.read_word = package, found, read_word
        self.ledger = Ledger(package)
        self._relations: dict[str, dict[str, Relation]] = {}
        self.book = LookBook(self.part_of_kind("styles"), self.part_of_kind("numbering"))
        self.fields: list[Field] = []
        self.field_words: list[str] = []
        self.contents: list[str] = []
        self.comment_places: dict[str, Place] = {}
        self.unknown_styles: dict[str, int] = {}
        self.paragraph_count = 0
        self.carried: list[Span] = []
        self.note_counts = {"footnote": 0, "endnote": 0}
        self.last_note = Place()
        self.note_elements = {kind: self.elements_of_notes(kind) for kind in self.note_counts}

    # The package

    def relations(self, part: str) -> dict[str, Relation]:
        """What the ids in a part point at."""
        if part not in self._relations:
            self._relations[part] = self.package.relations(part)
        return self._relations[part]

    def parts_of_kind(self, kind: str) -> list[str]:
        """The names of parts of a kind that the main part points at."""
        related = self.relations(self.package.main).values()
        return [relation.target for relation in related if relation.kind == kind and not relation.is_external]

    def part_of_kind(self, kind: str):
        """The tree of the one part of a kind, or None."""
        names = self.parts_of_kind(kind)
        return self.ledger.tree(names[0]) if names else None

    def say(self, note: Note) -> None:
        """Add to the report."""
        self.found.notes.append(note)

    def drop_link(self, place: Place, text: str, address: str) -> None:
        """Name a link whose words stay and whose address does not, once for all its runs. Those of a table of contents
        go with it."""
        if address.startswith("#_Toc") or any(field.is_contents for field in self.fields):
            return
        note = look("link_dropped", place, text, address=address[:500])
        last = self.found.notes[-1] if self.found.notes else None
        if last and (last.code, last.place, last.values) == (note.code, place, note.values):
            self.found.notes[-1] = replace(last, text=last.text + text)
        else:
            self.say(note)

    def say_pointer_words(self, place: Place, words: str, over: str) -> None:
        """Name what a link shows where a pointer rests on it, if that is not in the text as well."""
        if words.strip() and words.strip() not in over:
            self.say(left_out("pointer_words", place, " ".join(words.split()), over=over[:60] or place.near))

    def says_prompt(self, node, place: Place) -> bool:
        """Name what a field of a form offers to choose from; and whether it says only what to write there."""
        properties = child(node, "sdtPr")
        chosen = words_in(node)
        items = within(properties, "listItem") if properties is not None else []
        others = [said for item in items if (said := attribute(item, "displayText").strip()) and said != chosen]
        if others:
            self.say(left_out("choices", place, " · ".join(others)))
        if not is_on(properties, "showingPlcHdr"):
            return False
        text = use_all(node)
        if text:
            self.say(left_out("prompt", place, text))
        return True

    # Blocks

    def blocks(self, node, part: str) -> list[Item]:
        """The items of everything in the node, in order."""
        items: list[Item] = []
        for found in node:
            items += self.block(found, part)
        return items

    def block(self, node, part: str) -> list[Item]:
        """The items of one block; what is not known is looked into."""
        name = local(node)
        if name == "p":
            return self.paragraph(node, part)
        if name == "tbl":
            return self.table(node, part)
        if name in ("sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", ""):
            return []
        if name in ("del", "moveFrom"):
            self.delete(node)
            return []
        if name == "AlternateContent":
            chosen = child(node, "Choice") if child(node, "Choice") is not None else child(node, "Fallback")
            items = self.blocks(chosen, part) if chosen is not None else []
            use_twins(node)
            return items
        if name == "altChunk":
            return self.chunk(node, part)
        if name == "sdt" and is_contents_box(node):
            self.contents.append(use_all(node))
            return []
        if name == "sdt" and self.says_prompt(node, Place("paragraph", self.paragraph_count)):
            return []
        if name == "subDoc":
            relation = self.relations(part).get(attribute(node, "id"))
            self.say(
                look("embedded_object", Place("paragraph", self.paragraph_count), relation.target if relation else "")
            )
            return []
        return self.blocks(node, part)

    def chunk(self, node, part: str) -> list[Item]:
        """The items of a file that is taken in here."""
        relation = self.relations(part).get(attribute(node, "id"))
        place = Place("paragraph", self.paragraph_count)
        if relation is None or relation.is_external:
            self.say(look("embedded_object", place, relation.target if relation else ""))
            return []
        items, notes = read_chunk(self.package.read(relation.target), relation.target, place, self.read_word)
        self.found.notes += notes
        items = renumbered(items, self.frame_count)
        self.frame_count = max([self.frame_count, *(item.frame[0] for item in items if hasattr(item, "frame"))])
        return items

    def delete(self, node) -> None:
        """Name paragraphs that were taken out with changes tracked."""
        text = use_all(node)
        if text:
            place = Place("paragraph", self.paragraph_count, text[:60])
            self.say(left_out("tracked_deletion", place, text, author=attribute(node, "author")))

    def paragraph(self, node, part: str) -> list[Item]:
        """A paragraph as a line, with the pictures and boxes that hang in it."""
        properties = child(node, "pPr")
        near = own_words(node)[:60]
        has_words = bool(near)
        place = Place("paragraph", self.paragraph_count + has_words, near)
        self.paragraph_count += has_words
        was_contents = any(field.is_contents for field in self.fields)
        item = self.book.item(properties)
        # Empty ones count too.
        count = self.book.numbering.count(item.list_id, item.level) if item and item.is_ordered else (None, "")
        reader = Paragraph(self, place, part, attribute(child(properties, "pStyle"), "val"))
        reader.spans, self.carried = self.carried, []
        reader.read(node)
        if is_dropped_capital(properties) and following(node) is not None:
            # The first letter of the next paragraph.
            self.carried = reader.spans
            self.paragraph_count -= has_words
            return reader.floats
        if has_deleted_end(properties) and following(node) is not None:
            self.join(reader, following(node))
            return reader.floats
        spans = trimmed(reader.spans)
        is_contents = was_contents or self.book.is_contents(properties) or any(f.is_contents for f in self.fields)
        if is_contents and plain(spans):
            self.contents.append(plain(spans))
            for note in notes_of(spans):
                self.say(look("note_without_place", place, note))
            return reader.floats
        if not plain(spans) and not any(span.note for span in spans):
            return reader.floats
        number, label = count
        line = replace(self.line(properties, spans, place), number=number, label=label)
        return items_of(line, reader.spans, reader.floats_at)

    def join(self, reader: Paragraph, following) -> None:
        """Let the next paragraph go on with these words: the end between the two was deleted with changes tracked."""
        text = plain(reader.spans)
        self.carried = reader.spans
        if text and own_words(following):
            self.say(guessed("tracked_joining", reader.place, f"{text} {own_words(following)}"))

    def line(self, properties, spans, place: Place) -> Line:
        """A line with what its style says it is for."""
        style_id = attribute(child(properties, "pStyle"), "val")
        style = self.book.name(style_id)
        item, role = self.book.item(properties), self.book.role(properties)
        is_bold = any(found.is_bold for found in self.book.chain(style_id)[:1])
        if role:
            return Line(
                role[0],
                spans,
                place,
                role[1],
                is_sure=role[2],
                is_bold=is_bold,
                style=style,
                may_open=role[0] == Role.QUOTE,
            )
        if item:
            return Line(Role.ITEM, spans, place, item.depth, item.is_ordered, style=style)
        if self.book.is_unknown(style_id):
            self.unknown_styles[style] = self.unknown_styles.get(style, 0) + 1
        return Line(Role.PROSE, spans, place, is_bold=is_bold, style=style)

    # Fields, notes

    def open_field(self, field: Field) -> None:
        """A field begins."""
        if len(self.fields) == MOST_OPEN:
            self.end_field(Place(), at=0)
        self.fields.append(field)

    def end_field(self, place: Place, at: int = -1) -> None:
        """Close a field, the innermost unless another is named, and keep its words, if it is no link."""
        field = self.fields.pop(at)
        self.say_pointer_words(place, field.pointer_words, "")
        others = [entry for entry in field.entries if entry != field.choice]
        if others:
            self.say(left_out("choices", place, " · ".join(others)))
        if field.instruction.strip() and not field.href and not field.is_contents:
            self.field_words.append(" ".join(field.instruction.split()))

    def elements_of_notes(self, kind: str) -> dict:
        """The footnotes or endnotes by id; lines that Word draws between text and notes are none."""
        root = self.part_of_kind(f"{kind}s")
        nodes = children(root, kind)
        return {attribute(node, "id"): node for node in nodes if attribute(node, "type") in ORDINARY_NOTES}

    def note_text(self, kind: str, note_id: str) -> str:
        """The words of a note as one plain text; addresses of its links follow their words."""
        node = self.note_elements[kind].get(note_id)
        if node is None:
            return ""
        self.note_counts[kind] += 1
        place = self.last_note = Place(kind, self.note_counts[kind])
        part = self.parts_of_kind(f"{kind}s")[0]
        texts = []
        for paragraph in within(node, "p"):
            if is_second_form(paragraph, node) or any(
                local(above) == "txbxContent" for above in paragraph.iterancestors()
            ):
                continue
            reader = Paragraph(self, place, part)
            reader.read(paragraph)
            texts.append(with_addresses(reader.spans))
            texts += [plain(words_of([item])) for item in reader.floats if not isinstance(item, Picture)]
            if any(isinstance(item, Picture) for item in reader.floats):
                self.say(look("picture_in_note", place))
        return " ".join(" ".join(texts).split())


def own_words(node) -> str:
    """The words of a paragraph itself, without those of text boxes and deletions in it."""
    parts: list[str] = []

    def gather(element) -> None:
        for found in element:
            name = local(found)
            if name == "t":
                parts.append(found.text or "")
            elif name in ("br", "cr", "tab"):
                parts.append(" ")
            elif name not in ("drawing", "pict", "AlternateContent", "del", "moveFrom", "rPr", "pPr"):
                gather(found)

    gather(node)
    return " ".join("".join(parts).split())


def has_deleted_end(properties) -> bool:
    """Whether the mark that ends a paragraph was deleted, or moved away, with changes tracked."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def is_dropped_capital(properties) -> bool:
    """Whether a paragraph is the large first letter of the next."""
    return attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")


def following(node):
    """The paragraph right after this one, or None where something else or nothing follows."""
    after = node.getnext()
    while after is not None and local(after) in BETWEEN_PARAGRAPHS:
        after = after.getnext()
    return after if after is not None and local(after) == "p" else None


def is_contents_box(node) -> bool:
    """Whether a block is a table of contents that Word made."""
    return any("table of contents" in attribute(found, "val").lower() for found in within(node, "docPartGallery"))


def with_addresses(spans) -> str:
    """Words with the addresses they lead to, where those are not said."""
    parts, whole = [], "".join(span.text for span in spans)
    for at, span in enumerate(spans):
        parts.append(span.text)
        is_last = at + 1 == len(spans) or spans[at + 1].href != span.href
        if span.href and is_last and span.href not in whole:
            parts.append(f" ({span.href})")
        if span.note:
            parts.append(f" ({span.note})")
    return "".join(parts)
