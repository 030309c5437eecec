"""A page in its editing form: what its choosers and links name, fetched for the whole form at once.

The form shows of a page its name, its place and where it is edited; of a picture a thumbnail. Left to themselves,
Wagtail's choosers and links ask for these one by one.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from wagtail import blocks
from wagtail.images.models import AbstractImage, Filter
from wagtail.models import Page

from editorial.blocks import shelf, walk
from editorial.blocks.stock import Stock, for_blocks
from editorial.listings.reach import objects
from editorial.running_text.references import PAGE, TERM, linked_ids

# How the framework's picture chooser shows what was chosen.
THUMBNAIL = Filter(spec="max-165x165").spec

Wanted = dict[type, set[int]]


@dataclass(frozen=True)
class AtHand:
    """What a form names: chosen things by model and id; linked pages and the titles of terms by id.

    Every page says whether readers may see it (`is_shown`), and the page above it is at hand, with its id and no more.
    """

    stock: Stock
    pages: Mapping[int, Page]
    terms: Mapping[int, str]


_at_hand: ContextVar[AtHand | None] = ContextVar("named_in_the_form_of_a_page", default=None)


def named_in_form() -> AtHand | None:
    """What is known about the links of the form being made; None where none is."""
    return _at_hand.get()


def brought(
    block: blocks.Block | None, raw, wanted: Wanted | None = None, types: Mapping[int, int] | None = None
) -> AtHand:
    """What a stored body names, and what else is wanted: a query for each kind of thing, one for all that are pages
    and go by their title. No block: no body.

    `types` are content types of pages as far as they are known, by id.
    """
    wanted = {model: set(ids) for model, ids in (wanted or {}).items()}
    for model, ids in walk.chosen_ids(block, [raw]).items() if block is not None else ():
        wanted.setdefault(model, set()).update(ids)
    texts = list(walk.rich_texts(block, raw)) if block is not None else []
    of_any_kind = wanted.pop(Page, set())
    # A page has one kind: where another chooser names it, that is known.
    kinds = {pk: model for model, ids in wanted.items() if issubclass(model, Page) for pk in ids & of_any_kind}
    kinds |= kinds_of(of_any_kind - kinds.keys(), types or {})
    for pk, model in kinds.items():
        wanted.setdefault(model, set()).add(pk)
    links, terms = set(linked_ids(texts, PAGE)), linked_ids(texts, TERM)
    plain = {model: wanted.pop(model) for model in list(wanted) if is_plain(model)}
    known = set().union(*(ids for model, ids in wanted.items() if issubclass(model, Page)))
    pages = plain_pages(set().union(*plain.values()) | (links - known))
    stock: Stock = {model: found(model, ids) for model, ids in wanted.items()}
    stock |= {model: of_kind(model, ids, pages) for model, ids in plain.items()}
    if of_any_kind:
        stock[Page] = {pk: stock[model][pk] for pk, model in kinds.items() if pk in stock[model]}
    for model in wanted:
        pages |= stock[model] if issubclass(model, Page) else {}
    linked = {pk: pages[pk] for pk in links if pk in pages}
    titles = dict(objects("Term").filter(pk__in=terms).values_list("pk", "title")) if terms else {}
    return AtHand(stock, linked, titles)


@contextmanager
def at_hand(known: AtHand) -> Iterator[None]:
    """While the form of a body is made, its blocks take from what is known."""
    token = _at_hand.set(known)
    try:
        with shelf.on_shelf(known.stock):
            yield
    finally:
        _at_hand.reset(token)


def kinds_of(ids: set[int], types: Mapping[int, int]) -> dict[int, type]:
    """The classes of pages, by id; one query where not all types are known."""
    known = {pk: types[pk] for pk in ids & types.keys()}
    unknown = ids - known.keys()
    if unknown:
        known |= dict(Page.objects.filter(pk__in=unknown).values_list("pk", "content_type"))
    models = ((pk, ContentType.objects.get_for_id(kind).model_class()) for pk, kind in known.items())
    return {pk: model for pk, model in models if model is not None}


def found(model: type, ids: Iterable[int]) -> Mapping[int, object]:
    """The things with these ids, as a form shows them."""
    if issubclass(model, AbstractImage):
        return with_thumbnails(model, set(ids))
    if not issubclass(model, Page):
        return model._default_manager.in_bulk(ids)
    pages = with_parents(for_blocks(model)).in_bulk(ids)
    give_parents(pages.values())
    return pages


def is_plain(model: type) -> bool:
    """Whether all that a form shows of such a thing is in the tree's own table: pages that go by their title."""
    return issubclass(model, Page) and model.get_admin_display_title is Page.get_admin_display_title


def plain_pages(ids: set[int]) -> dict[int, Page]:
    """Pages of any kind by id, each with the page above it; no query for none."""
    pages = with_parents(for_blocks(Page)).in_bulk(ids) if ids else {}
    give_parents(pages.values())
    return pages


def of_kind(model: type[Page], ids: set[int], pages: Mapping[int, Page]) -> dict[int, Page]:
    """Those of the pages that are of this kind, as such; columns of the kind's own table are asked for when used."""
    names = [field.attname for field in Page._meta.concrete_fields]
    made = {}
    for pk in ids & pages.keys():
        page = pages[pk]
        if not issubclass(page.specific_class or Page, model):
            continue
        values = [getattr(page, name) for name in names]
        made[pk] = model.from_db(page._state.db, [*names, model._meta.pk.attname], [*values, pk])
        made[pk].is_shown, made[pk]._cached_parent_obj = page.is_shown, page._cached_parent_obj
    return made


def with_thumbnails(model: type[AbstractImage], ids: set[int]) -> Mapping[int, AbstractImage]:
    """The pictures, each with its thumbnail, and with the one that stands in for it when its rights end.

    The chooser makes thumbnails that are missing.
    """
    renditions = model.get_rendition_model().objects.filter(image__in=ids, filter_spec=THUMBNAIL)
    images: dict[int, AbstractImage] = {}
    for rendition in renditions.select_related("image__replacement"):
        rendition.image = images.setdefault(rendition.image_id, rendition.image)
        rendition.image.__dict__.setdefault("prefetched_renditions", []).append(rendition)
    missing = ids - images.keys()
    return images | (model.objects.select_related("replacement").in_bulk(missing) if missing else {})


def with_parents(pages):
    """The pages with the id of the page above each, as `parent_pk`, in the same query."""
    path = OuterRef("path")
    above = Page.objects.filter(path=Substr(path, 1, Length(path) - Page.steplen)).order_by()
    return pages.annotate(parent_pk=Subquery(above.values("pk")[:1]))


def give_parents(pages: Iterable[Page]) -> None:
    """Put a page with that id where the tree keeps its answer once it was asked: forms want no more of it."""
    for page in pages:
        page._cached_parent_obj = Page(pk=page.parent_pk) if page.parent_pk else None
