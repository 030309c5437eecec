"""A feature as Markdown, with the credits of its pictures: to be kept, sent or brought in again."""

from collections.abc import Iterator, Mapping
from itertools import chain
from urllib.parse import urljoin

from django.urls import reverse
from wagtail.models import Page

from editorial.addresses import absolute_url
from editorial.blocks.walk import chosen_ids, rich_texts
from editorial.choices import CreditRole
from editorial.manuscripts.as_markdown import MarkdownWriter, escaped, heading
from editorial.manuscripts.front_matter import quoted
from editorial.models import EditorialImage, FeaturePage, Term
from editorial.pictures import picture_of
from editorial.running_text.references import PAGE, TERM, identifier, linked_ids

# What a page or a list of pages is chosen for, by the name of the field that holds it.
CHOSEN = ("silhouette", "product", "collaboration", "silhouettes", "products", "collaborations", "source")


def markdown_of(page: FeaturePage) -> str:
    """The whole story: front matter, sections, footnotes, sources. Links and pictures have absolute addresses."""
    return Export(page).text()


class Export:
    """One story on its way out."""

    def __init__(self, page: FeaturePage):
        self.page = page
        body = page.body.stream_block
        self.sections = [item for item in page.body.raw_data if item["type"] == "section"]
        chosen = chosen_ids(body, [self.sections])
        self.images = EditorialImage.objects.for_recipes("plain").in_bulk(chosen.pop(EditorialImage, set()))
        texts = list(rich_texts(body, self.sections))
        self.pages = Page.objects.in_bulk({*chain.from_iterable(chosen.values()), *linked_ids(texts, PAGE)})
        self.terms = Term.objects.in_bulk(linked_ids(texts, TERM))
        self.writer = MarkdownWriter(self.address)

    def text(self) -> str:
        """The file."""
        parts = [self.front_matter(), self.lead()]
        for section in self.sections:
            parts += self.section(section["value"])
        if self.page.source_list:
            parts.append("\n".join(["Sources:", "", *(f"- {escaped(line)}" for line in self.page.source_list)]))
        parts.append(self.writer.footnotes())
        return "\n\n".join(part for part in parts if part) + "\n"

    def front_matter(self) -> str:
        """What stands over the story: title, standfirst, who made it, its topic."""
        lines = [f"title: {quoted(one_line(self.page.title))}"]
        if self.page.standfirst:
            lines.append(f"standfirst: {quoted(one_line(self.page.standfirst))}")
        for role in CreditRole:
            names = [credit.person.title for credit in self.page.credits.all() if credit.role == role]
            if names:
                key = "author" if role == CreditRole.WORDS else role.value
                lines.append(f"{key}: {quoted(one_line(', '.join(names)))}")
        if self.page.topic:
            lines.append(f"topic: {quoted(one_line(self.page.topic.title))}")
        return "\n".join(["---", *lines, "---"])

    def lead(self) -> str:
        """The picture that opens the story."""
        image = self.page.lead_image
        if image is None:
            return ""
        return figure(image, self.page.lead_alt_text, escaped(self.page.hero_caption))

    def section(self, value: Mapping) -> Iterator[str]:
        """A section: heading and blocks."""
        if value.get("heading"):
            yield heading(2, escaped(one_line(value["heading"])))
        for block in value.get("content") or ():
            yield self.block(block["type"], block["value"])

    def block(self, kind: str, value) -> str:
        """One block."""
        if kind == "prose":
            return self.writer.blocks(value)
        write = getattr(self, f"write_{kind}", None)
        return write(value) if write else self.links(value)

    def write_pull_quote(self, value: Mapping) -> str:
        """A quotation with who said it."""
        lines = [f"> {escaped(one_line(value['text']))}"]
        if value.get("attribution"):
            lines += [">", f"> — {escaped(one_line(value['attribution']))}"]
        return "\n".join(lines)

    def write_fact_box(self, value: Mapping) -> str:
        """Facts as a table under their name."""
        rows = [row.get("value", row) if row.get("type") == "item" else row for row in value.get("rows") or ()]
        lines = [f"**{escaped(one_line(value['title']))}**"]
        if rows:
            cells = [f"| {cell(row['label'])} | {cell(row['value'])} |" for row in rows]
            lines.append("\n".join(["| | |", "| --- | --- |", *cells]))
        # Only right over its rows would the name be taken for theirs.
        lines.append(self.writer.blocks(value.get("text") or ""))
        return "\n\n".join(line for line in lines if line)

    def write_note(self, value: Mapping) -> str:
        """An aside, set as a quotation that says it is none."""
        lines = ["[!NOTE]", *self.writer.blocks(value["text"]).split("\n")]
        return "\n".join(f"> {line}".rstrip() for line in lines)

    def write_image(self, value: Mapping) -> str:
        """A picture with caption and credit."""
        return self.figures([value["picture"]], value.get("caption") or "")

    def write_image_pair(self, value: Mapping) -> str:
        """Several pictures under one caption."""
        return self.figures(plain_items(value["pictures"]), value.get("caption") or "")

    write_gallery = write_image_pair

    def write_embed(self, value: Mapping) -> str:
        """A link to what would play here."""
        link = f"[{escaped(one_line(value.get('title') or value['url']))}](<{value['url']}>)"
        caption = self.writer.line(value.get("caption") or "")
        return f"{link}\n\n*{caption}*" if caption else link

    def figures(self, uses: list[Mapping], caption: str) -> str:
        """Pictures one under the other, each with its own credit; the caption stands under the last."""
        shown = [(self.images[use["image"]], use) for use in uses if use.get("image") in self.images]
        last = len(shown) - 1
        return "\n\n".join(
            figure(image, alt_of(image, use), self.writer.line(caption) if at == last else "")
            for at, (image, use) in enumerate(shown)
        )

    def links(self, value) -> str:
        """A card, rail or list of the catalogue: its title, and links to the pages it shows."""
        if not isinstance(value, Mapping):
            return ""
        ids = chain.from_iterable(
            plain_items(value[name]) if isinstance(value.get(name), list) else [value.get(name)] for name in CHOSEN
        )
        pages = [self.pages[pk] for pk in ids if pk in self.pages]
        lines = [f"- [{escaped(page.title)}](<{page_address(page)}>)" for page in pages]
        title = escaped(value.get("title") or "")
        return "\n\n".join(part for part in (title, "\n".join(lines)) if part)

    def address(self, attributes: Mapping[str, str]) -> str:
        """Where a stored link leads."""
        if attributes.get("linktype") == PAGE:
            page = self.pages.get(identifier(attributes))
            return page_address(page) if page else ""
        if attributes.get("linktype") == TERM:
            term = self.terms.get(identifier(attributes))
            return absolute_url(f"{reverse('glossary')}#{term.anchor}") if term else ""
        href = attributes.get("href", "")
        # An anchor is a place in this story.
        return urljoin(page_address(self.page), href) if href else ""


def page_address(page: Page) -> str:
    """The page's full address."""
    return absolute_url(page.get_url() or "/")


def figure(image: EditorialImage, alt: str, caption: str) -> str:
    """A picture, its caption in italics, its credit on a line of its own: as an import reads them."""
    lines = [f"![{escaped(one_line(alt))}](<{absolute_url(picture_of(image, 'plain').src)}>)"]
    if caption:
        lines.append(f"*{caption}*")
    if image.credit_line:
        lines.append(escaped(one_line(image.credit_line)))
    return "\n\n".join(lines)


def alt_of(image: EditorialImage, use: Mapping) -> str:
    """The description of this use of a picture."""
    return "" if use.get("decorative") else use.get("alt_text") or image.description


def plain_items(items: list) -> list:
    """The values of a stored list, wrapped or not."""
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in items]


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def cell(text: str) -> str:
    """The text as a cell of a table."""
    return escaped(one_line(text)).replace("|", "\\|")
