"""One paragraph: its words, and what hangs in it."""

from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

from editorial.manuscripts.links import safe_href
from editorial.manuscripts.notes import Place, guessed, left_out, look
from editorial.manuscripts.pieces import Item, Picture, Span, plain
from editorial.manuscripts.raised import Height, at_height, context
from editorial.manuscripts.word.fields import Field, with_place
from editorial.manuscripts.word.formulas import written_out
from editorial.manuscripts.word.ledger import raw_words, use, use_all, use_twins, words_in
from editorial.manuscripts.word.names import attribute, child, children, local, within
from editorial.manuscripts.word.signs import in_any_font, sign_of

# Say how something looks, or mark a place; without words.
SILENT = frozenset(
    [
        "pPr",
        "rPr",
        "tblPr",
        "sectPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "separator",
        "continuationSeparator",
        "softHyphen",
        "lastRenderedPageBreak",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "rubyPr",
    ]
)


# As much of what stands before a word as anybody asks for.
LONGEST_CONTEXT = 40


class Paragraph:
    """Reads the content of a paragraph. `spans` are its words, `floats` the pictures and boxes met in it.

    `style_id` is the paragraph's style, which may hide or strike its words.
    """

    def __init__(self, story, place: Place, part: str, style_id: str = ""):
        self.story, self.place, self.part, self.style_id = story, place, part, style_id
        self.spans: list[Span] = []
        self.floats: list[Item] = []
        # By the number of spans before them.
        self.floats_at: dict[int, list[Item]] = {}
        self.href = ""
        self.struck_at = -1
        # Elements that are only the mark of a note.
        self.marks: set = set()
        self.has_gap = False

    def read(self, node) -> None:
        """Read everything in the node, known or not: what is not known is looked into."""
        for found in node:
            name = local(found)
            if name and name not in SILENT:
                HANDLERS.get(name, Paragraph.read)(self, found)

    @property
    def address(self) -> str:
        """Where the link leads that is open here."""
        return self.href or next((field.href for field in reversed(self.story.fields) if field.href), "")

    def add(self, text: str, bold: bool = False, italic: bool = False) -> None:
        """Add words to the paragraph, under the link that is open."""
        if self.struck_at == len(self.spans) and self.spans and self.spans[-1].text.endswith(" "):
            # Between the spaces around struck words.
            text = text.removeprefix(" ")
        if not text:
            return
        before = self.spans[-1].text if self.spans else ""
        if self.has_gap and before[-1:].isalnum() and text[:1].isalnum():
            text = f" {text}"
        self.has_gap = False
        address = self.address
        href = safe_href(address)
        self.spans.append(Span(text, bold, italic, href))
        if address and not href:
            self.story.drop_link(self.place, text, address)

    def leave_gap(self, text: str) -> None:
        """Remember that words were left out which kept those around them apart: they stay apart."""
        self.has_gap = self.has_gap or (bool(text.strip()) and text[:1].isspace() and text[-1:].isspace())

    def run(self, node) -> None:
        """A run: words of one look."""
        properties = child(node, "rPr")
        style = attribute(child(properties, "rStyle"), "val")
        book = self.story.book
        if book.is_switched_on("is_hidden", properties, style, self.style_id):
            self.leave_gap(raw_words(node))
            hidden = use_all(node)
            if hidden:
                self.story.say(left_out("hidden", self.place, hidden))
            return
        if book.is_switched_on("is_struck", properties, style, self.style_id):
            self.struck(node)
            return
        bold = book.is_switched_on("is_bold", properties, style)
        italic = book.is_switched_on("is_italic", properties, style)
        height = book.height(properties, style)
        for found in node:
            name = local(found)
            if found in self.marks:
                continue
            if name in ("t", "delText"):
                words = self.readable(use(found), attribute(child(properties, "rFonts"), "ascii"))
                self.add(self.at_height(words, height), bold, italic)
            elif name in WHITE:
                self.add(WHITE[name] if attribute(found, "type") not in ("page", "column") else " ")
            elif name and name not in SILENT:
                HANDLERS.get(name, Paragraph.run)(self, found)

    def readable(self, text: str, font: str) -> str:
        """Words whose signs from fonts of symbols became signs of any font; those that cannot are named."""
        words, unknown = in_any_font(text, font)
        for code in unknown:
            self.story.say(look("symbol", self.place, context(self.last_words(), ""), font=font, sign=code))
        return words

    def at_height(self, text: str, height: Height) -> str:
        """Raised or lowered words as signs of their own; where there are none, somebody has to look."""
        if height == Height.LINE:
            return text
        before = self.last_words()
        words, is_whole = at_height(text, height, before)
        if not is_whole:
            self.story.say(look("raised", self.place, context(before, text)))
        return words

    def last_words(self) -> str:
        """The end of what was read so far: a paragraph may have thousands of spans."""
        text = ""
        for span in reversed(self.spans):
            text = span.text + text
            if len(text) >= LONGEST_CONTEXT:
                break
        return text[-LONGEST_CONTEXT:]

    def struck(self, node) -> None:
        """Words that were struck through: their writer wants them gone. What hangs in them stays, but for notes."""
        for found in node:
            name = local(found)
            if name in ("t", "delText"):
                self.leave_gap(found.text or "")
                self.strike(use(found))
            elif name in WHITE:
                self.strike(" ")
            elif name in ("footnoteReference", "endnoteReference"):
                self.strike(f" {self.note_of(found)} ")
            elif name and name not in SILENT:
                HANDLERS.get(name, Paragraph.struck)(self, found)

    def strike(self, text: str) -> None:
        """Name struck words; those of runs that follow one another as one."""
        last = self.story.found.notes[-1] if self.story.found.notes else None
        if last and last.code == "struck" and last.place == self.place and self.struck_at == len(self.spans):
            self.story.found.notes[-1] = replace(last, text=last.text + text)
        elif text.strip():
            self.story.say(left_out("struck", self.place, text))
        self.struck_at = len(self.spans)

    def words(self, node) -> None:
        """Words outside a run: rare, but words."""
        self.add(use(node))

    def symbol(self, node) -> None:
        """A character by number; of those of symbol fonts ours have some."""
        font, code = attribute(node, "font"), attribute(node, "char")
        sign = symbol_of(node)
        if not sign:
            self.story.say(look("symbol", self.place, context(self.last_words(), ""), font=font, sign=code))
            self.has_gap = True
        self.add(sign)

    def link(self, node) -> None:
        """A link: to an address outside, or to a place in the file."""
        self.story.say_pointer_words(self.place, attribute(node, "tooltip"), words_in(node))
        relation = self.story.relations(self.part).get(attribute(node, "id"))
        place = attribute(node, "anchor") or attribute(node, "docLocation")
        before, self.href = self.href, with_place(relation.target, place) if relation and relation.is_external else ""
        if not relation and place:
            self.href = f"#{place}"
        self.read(node)
        self.href = before

    def simple_field(self, node) -> None:
        """A field in one piece."""
        self.story.open_field(Field(attribute(node, "instr"), has_result=True))
        self.read(node)
        self.story.end_field(self.place)

    def field_mark(self, node) -> None:
        """The beginning, middle or end of a field."""
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self.story.open_field(Field(form=child(node, "ffData")))
        elif kind == "separate" and self.story.fields:
            self.story.fields[-1].has_result = True
        elif kind == "end" and self.story.fields:
            self.add(self.story.fields[-1].choice)
            self.story.end_field(self.place)

    def instruction(self, node) -> None:
        """A piece of what a field says."""
        if self.story.fields:
            self.story.fields[-1].instruction += node.text or ""

    def inserted(self, node) -> None:
        """Words that somebody put in with changes tracked: they stay."""
        start = len(self.spans)
        self.read(node)
        text = plain(self.spans[start:])
        if text:
            self.story.say(guessed("tracked_insertion", self.place, text, author=attribute(node, "author")))

    def deleted(self, node) -> None:
        """Words that somebody took out with changes tracked: named, not taken in."""
        raw = raw_words(node)
        marks = within(node, "footnoteReference", "endnoteReference")
        text = " ".join(filter(None, [use_all(node), *map(self.note_of, marks)]))
        if text:
            self.leave_gap(raw)
            self.story.say(left_out("tracked_deletion", self.place, text, author=attribute(node, "author")))

    def formula(self, node) -> None:
        """A formula as one line of characters."""
        text = " ".join(written_out(node).split())
        self.add(text)
        self.story.say(look("formula", self.place, text))

    def ruby(self, node) -> None:
        """Characters with their reading, which follows in brackets."""
        reading = child(node, "rt")
        self.read(child(node, "rubyBase") if child(node, "rubyBase") is not None else ())
        text = use_all(reading) if reading is not None else ""
        self.add(f" ({text})" if text else "")

    def footnote(self, node) -> None:
        """A note hung here."""
        text, mark = self.note_of(node), self.mark_after(node)
        if mark:
            self.story.say(left_out("note_mark", self.place, mark))
            rest = without_mark(text, mark)
            if rest != text:
                self.story.say(left_out("note_mark", self.story.last_note, mark))
            text = rest
        if text:
            self.spans.append(Span("", note=text))

    def mark_after(self, node) -> str:
        """The mark that a note's writer chose for it, which follows in the same run; ours are set by the page."""
        if attribute(node, "customMarkFollows") not in ("1", "true", "on"):
            return ""
        after = [found for found in node.itersiblings() if local(found) in ("t", "sym")]
        self.marks.update(after)
        signs = (use(found) if local(found) == "t" else symbol_of(found) for found in after)
        return "".join(signs).strip()

    def note_of(self, node) -> str:
        """The words of the note that a mark leads to."""
        kind = "footnote" if local(node) == "footnoteReference" else "endnote"
        return self.story.note_text(kind, attribute(node, "id"))

    def comment(self, node) -> None:
        """The place of a comment."""
        self.story.comment_places[attribute(node, "id")] = self.place

    def content_control(self, node) -> None:
        """A field of a form: what was written into it. What asks for it, and what else could be chosen, is named."""
        if self.story.says_prompt(node, self.place):
            return
        self.read(node)

    def alternate(self, node) -> None:
        """The same thing in two ways, for newer and older programs: the newer is read."""
        choices, fallback = children(node, "Choice"), child(node, "Fallback")
        chosen = choices[0] if choices else fallback
        if chosen is None:
            return
        self.read(chosen)
        if choices and fallback is not None:
            self.story.saw_pictures(fallback, self.part)
            use_twins(node)

    def drawing(self, node) -> None:
        """Pictures and text boxes."""
        found = self.story.drawn(node, self.part, self.place)
        shown = next((item.place for item in found if isinstance(item, Picture)), self.place)
        self.story.say_links(node, self.part, shown, self.address)
        self.hang(found)

    def embedded(self, node) -> None:
        """Something of another program."""
        self.story.saw_pictures(node, self.part)
        self.story.say(look("embedded_object", self.place))
        self.hang(self.story.boxes(node, self.part, self.place))

    def hang(self, items: list[Item]) -> None:
        """Keep what hangs here."""
        self.floats += items
        if items:
            self.floats_at.setdefault(len(self.spans), []).extend(items)


def symbol_of(node) -> str:
    """A character by number, if ours have it."""
    return sign_of(attribute(node, "font"), attribute(node, "char"))


def without_mark(text: str, mark: str) -> str:
    """A note's words without its mark before them, raised or not."""
    rest = text[len(mark) :]
    has_mark = normalize("NFKC", text[: len(mark)]) == normalize("NFKC", mark)
    return rest.lstrip() if has_mark and not (mark[-1:].isalnum() and rest[:1].isalnum()) else text


WHITE = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}

HANDLERS: dict[str, Callable] = {
    "r": Paragraph.run,
    "t": Paragraph.words,
    "delText": Paragraph.words,
    "sym": Paragraph.symbol,
    "hyperlink": Paragraph.link,
    "fldSimple": Paragraph.simple_field,
    "fldChar": Paragraph.field_mark,
    "instrText": Paragraph.instruction,
    "delInstrText": Paragraph.instruction,
    "ins": Paragraph.inserted,
    "moveTo": Paragraph.inserted,
    "del": Paragraph.deleted,
    "moveFrom": Paragraph.deleted,
    "oMath": Paragraph.formula,
    "ruby": Paragraph.ruby,
    "sdt": Paragraph.content_control,
    "footnoteReference": Paragraph.footnote,
    "endnoteReference": Paragraph.footnote,
    "commentReference": Paragraph.comment,
    "commentRangeStart": Paragraph.comment,
    "AlternateContent": Paragraph.alternate,
    "drawing": Paragraph.drawing,
    "pict": Paragraph.drawing,
    "object": Paragraph.embedded,
}
