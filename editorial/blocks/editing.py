"""A story in its editing form: what its choosers and links name, fetched for the whole form at once.

The form shows of a page its name, its place and where it is edited; of a picture a thumbnail. Left to themselves,
Wagtail's choosers and links ask for these one by one.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter
from wagtail.models import Page

from editorial.blocks import shelf, walk
from editorial.blocks.stock import for_blocks
from editorial.listings.reach import objects
from editorial.running_text.references import PAGE, TERM, linked_ids

# How the framework's picture chooser shows what was chosen.
THUMBNAIL = "max-165x165"


@dataclass(frozen=True)
class Named:
    """What the links of a form lead to: pages by id, each with the page above it at hand, and terms' titles by id."""

    pages: Mapping[int, Page]
    terms: Mapping[int, str]


_named: ContextVar[Named | None] = ContextVar("named_in_the_form_of_a_story", default=None)


def named_in_form() -> Named | None:
    """What is known about the links of the form being made; None where none is."""
    return _named.get()


@contextmanager
def at_hand(block: blocks.Block, raw) -> Iterator[None]:
    """While the form of a stored body is made: its pages, pictures, links and terms, a query for each kind."""
    stock = {model: found(model, ids) for model, ids in walk.chosen_ids(block, [raw]).items()}
    texts = list(walk.rich_texts(block, raw))
    linked = Page.objects.in_bulk(linked_ids(texts, PAGE))
    pages = [*linked.values()]
    for model, things in stock.items():
        if issubclass(model, Page):
            pages += things.values()
    bring_parents(pages)
    terms = linked_ids(texts, TERM)
    titles = dict(objects("Term").filter(pk__in=terms).values_list("pk", "title")) if terms else {}
    token = _named.set(Named(linked, titles))
    try:
        with shelf.on_shelf(stock):
            yield
    finally:
        _named.reset(token)


def found(model: type, ids: Iterable[int]) -> Mapping[int, object]:
    """The things with these ids, as a form shows them."""
    if issubclass(model, AbstractImage):
        return with_thumbnails(model.objects.in_bulk(ids))
    if model is Page:
        return {page.pk: page for page in for_blocks(Page).filter(pk__in=ids).specific()}
    return for_blocks(model).in_bulk(ids)


def with_thumbnails(images: Mapping[int, AbstractImage]) -> Mapping[int, AbstractImage]:
    """The pictures with the thumbnails that were made of them; the chooser makes those that are missing."""
    renditions = get_image_model().get_rendition_model().objects
    for image in images.values():
        image.prefetched_renditions = []
    for rendition in renditions.filter(image__in=images, filter_spec=Filter(spec=THUMBNAIL).spec):
        image = images[rendition.image_id]
        rendition.image = image
        image.prefetched_renditions.append(rendition)
    return images


def bring_parents(pages: Iterable[Page]) -> None:
    """Give the pages the pages above them, in one query."""
    pages = list(pages)
    above = {page.path[: -page.steplen] for page in pages if page.depth > 1}
    parents = {parent.path: parent for parent in Page.objects.filter(path__in=above)} if above else {}
    for page in pages:
        # Where the tree keeps the answer once it was asked.
        page._cached_parent_obj = parents.get(page.path[: -page.steplen])
