"""Sections of a story file as the stored value of a feature's body."""

from django.utils.html import strip_tags

from editorial.blocks.anchors import readable_anchor, unique_anchor
from editorial.choices import FigureLayout
from editorial.demo.markdown import UnknownTarget, footnote, plain_text, rich_text
from editorial.demo.registry import Registry, stable_id
from editorial.demo.sources import Entry, Passage, fields
from editorial.demo.stories import Block, Section, Story


class BodyWriter:
    """Writes one story's body. Ids of blocks are the same on every run, so that links into the page hold."""

    def __init__(self, story: Story, registry: Registry):
        self.story = story
        self.registry = registry
        self.count = 0

    def body(self) -> list[dict]:
        """The raw stream value: sections with their content."""
        taken: set[str] = set()
        return [self.section(section, taken) for section in self.story.sections]

    def section(self, section: Section, taken: set[str]) -> dict:
        block_id = self.next_id()
        heading = strip_tags(section.heading)
        anchor = unique_anchor(readable_anchor(heading, block_id), taken)
        taken.add(anchor)
        content = [self.piece(section, piece) for piece in section.pieces]
        return self.item("section", {"heading": heading, "anchor": anchor, "content": content}, block_id)

    def piece(self, section: Section, piece: Passage | Block) -> dict:
        if isinstance(piece, Passage):
            return self.item("prose", self.prose(section, piece))
        if piece.name not in WRITERS:
            raise piece.entry.error(f"there is no block '{piece.name}'.")
        key, wanted, write = WRITERS[piece.name]
        return self.item(key, write(self, piece.entry.check(wanted)))

    def prose(self, section: Section, passage: Passage) -> str:
        """Running text, its notes hung on their marks."""

        def mark(label: str) -> str:
            if label not in section.notes:
                raise UnknownTarget(f"the footnote [^{label}] is not at the end of its section.")
            return footnote(plain_text(section.notes[label]))

        return rich_text(passage, self.registry.link, mark)

    def line(self, entry: Entry, name: str) -> str:
        """A field as one paragraph of rich text; empty where the field is missing."""
        return rich_text(entry.passage(name), self.registry.link)

    def picture(self, entry: Entry, name: str, file: str) -> dict:
        """A use of a picture, with its own description."""
        image = self.registry.find("picture", file, entry, name)
        return {"image": image.pk, "alt_text": image.description, "decorative": False}

    def chosen(self, entry: Entry, name: str, kind: str) -> int | None:
        """The id of the page a field names."""
        page = self.registry.named(entry, name, kind)
        return page.pk if page else None

    def chosen_list(self, entry: Entry, name: str, kind: str) -> list[dict]:
        """A list block of the pages a field names."""
        return self.items([page.pk for page in self.registry.all_named(entry, name, kind)])

    def items(self, values: list) -> list[dict]:
        """A list block."""
        return [self.item("item", value) for value in values]

    def item(self, kind: str, value, block_id: str = "") -> dict:
        """A child of a stream or list block."""
        return {"type": kind, "value": value, "id": block_id or self.next_id()}

    def next_id(self) -> str:
        """The id of the next block of the story."""
        self.count += 1
        return str(stable_id("block", self.story.front.key, str(self.count)))


def image(writer: BodyWriter, entry: Entry) -> dict:
    """One picture: file, layout, caption. Raises DemoDataError on an unknown layout."""
    layout = entry.get("layout", FigureLayout.TEXT)
    if layout not in FigureLayout.values:
        raise entry.error(f"there is no layout '{layout}'.", "layout")
    return {
        "picture": writer.picture(entry, "file", entry["file"]),
        "layout": layout,
        "caption": writer.line(entry, "caption"),
    }


def picture_set(writer: BodyWriter, entry: Entry) -> dict:
    """A pair or a gallery: files and one caption."""
    pictures = [writer.picture(entry, "files", file) for file in entry["files"]]
    return {"pictures": writer.items(pictures), "caption": writer.line(entry, "caption")}


def quote(writer: BodyWriter, entry: Entry) -> dict:
    """A line lifted out of the text."""
    return {"text": entry.text("text"), "attribution": entry.text("attribution")}


def facts(writer: BodyWriter, entry: Entry) -> dict:
    """A fact box: title, text, rows of label and value."""
    rows = [{"label": label, "value": value} for label, value in entry.get("rows", [])]
    return {"title": entry.text("title"), "text": writer.line(entry, "text"), "rows": writer.items(rows)}


def note(writer: BodyWriter, entry: Entry) -> dict:
    """An aside."""
    return {"text": writer.line(entry, "text")}


def spec(writer: BodyWriter, entry: Entry) -> dict:
    """A silhouette's spec sheet."""
    return {"silhouette": writer.chosen(entry, "silhouette", "silhouette")}


def product(writer: BodyWriter, entry: Entry) -> dict:
    """One product."""
    return {"product": writer.chosen(entry, "product", "product")}


def rail(writer: BodyWriter, entry: Entry) -> dict:
    """Chosen products, or a silhouette's newest."""
    return {
        "title": entry.text("title"),
        "products": writer.chosen_list(entry, "products", "product"),
        "silhouette": writer.chosen(entry, "silhouette", "silhouette"),
    }


def collaboration(writer: BodyWriter, entry: Entry) -> dict:
    """One collaboration."""
    return {"collaboration": writer.chosen(entry, "collaboration", "collaboration")}


def timeline(writer: BodyWriter, entry: Entry) -> dict:
    """Chosen collaborations, or all on a silhouette."""
    return {
        "title": entry.text("title"),
        "collaborations": writer.chosen_list(entry, "collaborations", "collaboration"),
        "source": writer.chosen(entry, "silhouette", "silhouette"),
    }


def comparison(writer: BodyWriter, entry: Entry) -> dict:
    """Two or three silhouettes."""
    return {
        "title": entry.text("title"),
        "silhouettes": writer.chosen_list(entry, "silhouettes", "silhouette"),
    }


def embed(writer: BodyWriter, entry: Entry) -> dict:
    """A film or post with an optional still."""
    poster = writer.picture(entry, "poster", entry["poster"]) if entry.get("poster") else None
    return {
        "url": entry.text("url"),
        "title": entry.text("title"),
        "poster": poster,
        "caption": writer.line(entry, "caption"),
    }


# Name in a story file -> (stream key, its fields, writer of its stored value).
WRITERS = {
    "image": ("image", fields("file", "layout caption"), image),
    "pair": ("image_pair", fields("files", "caption"), picture_set),
    "gallery": ("gallery", fields("files", "caption"), picture_set),
    "quote": ("pull_quote", fields("text", "attribution"), quote),
    "facts": ("fact_box", fields("title", "rows text"), facts),
    "note": ("note", fields("text"), note),
    "spec": ("spec_sheet", fields("silhouette"), spec),
    "product": ("product_card", fields("product"), product),
    "rail": ("product_rail", fields("", "title products silhouette"), rail),
    "collaboration": ("collaboration_card", fields("collaboration"), collaboration),
    "timeline": ("collaboration_timeline", fields("", "title silhouette collaborations"), timeline),
    "comparison": ("comparison", fields("silhouettes", "title"), comparison),
    "embed": ("embed", fields("url title", "caption poster"), embed),
}
