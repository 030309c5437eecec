"""A Word file as items and notes."""

from collections.abc import Iterator
from functools import partial

from editorial.manuscripts.notes import Note, Place, guessed, left_out
from editorial.manuscripts.pieces import Found, Picture
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.manuscripts.word.ledger import use_all
from editorial.manuscripts.word.names import attribute, children, local
from editorial.manuscripts.word.package import Package
from editorial.manuscripts.word.story import Story


def read(content: bytes, *, is_inner: bool = False) -> Found:
    """Everything a Word file says; `is_inner` for one that another takes text from. Raises ManuscriptRefused."""
    package = Package(content)
    found = Found()
    story = Story(package, found, None if is_inner else partial(read, is_inner=True))
    root = story.ledger.tree(package.main)
    body = next((node for node in root if local(node) == "body"), None) if root is not None else None
    if body is None:
        raise ManuscriptRefused(Reason.CORRUPT)
    found.items = story.blocks(body, package.main)
    found.notes += comments(story)
    found.notes += margins(story)
    found.notes += gathered(story)
    found.notes += properties(package, found)
    found.notes += story.ledger.rest()
    if not found.items and not any(isinstance(item, Picture) for item in found.items):
        raise ManuscriptRefused(Reason.NO_WORDS)
    return found


def comments(story: Story) -> Iterator[Note]:
    """Every comment, with its author and the paragraph it belongs to."""
    root = story.part_of_kind("comments")
    for number, node in enumerate(children(root, "comment"), start=1):
        text = use_all(node)
        place = story.comment_places.get(attribute(node, "id"), Place("comment", number))
        if text:
            yield left_out("comment", place, text, author=attribute(node, "author"))


def margins(story: Story) -> Iterator[Note]:
    """What stands above and below the pages."""
    for kind in ("header", "footer"):
        for number, name in enumerate(story.parts_of_kind(kind), start=1):
            root = story.ledger.tree(name)
            text = use_all(root) if root is not None else ""
            if text:
                yield left_out(kind, Place(kind, number), text)


def gathered(story: Story) -> Iterator[Note]:
    """What is said once for the whole file."""
    contents = " ".join(story.contents)
    if contents:
        yield left_out("contents", Place("contents"), contents)
    while story.fields:
        # Begun and never closed.
        story.end_field(Place())
    if story.field_words:
        yield left_out("fields", text="\n".join(dict.fromkeys(story.field_words)))
    for style, count in story.unknown_styles.items():
        yield guessed("style_unknown", text=style, count=str(count))


def properties(package: Package, found: Found) -> Iterator[Note]:
    """What the file says of itself."""
    part = package.related("core-properties")
    root = package.tree(part) if part else None
    said = {local(node): (node.text or "").strip() for node in root} if root is not None else {}
    found.title, found.author = said.get("title", ""), said.get("creator", "")
    for name in ("subject", "description", "keywords", "category"):
        if said.get(name):
            yield left_out("property", text=said[name], name=name)
    if found.author:
        yield left_out("property", text=found.author, name="author")
