"""One query per kind of thing, however many blocks of a story ask for it.

Before the blocks of a body are made, everything they point at is fetched and put on a shelf; the choosers take their
objects from there. The renditions of all pictures, chosen or on cards, come in one query, and so do the prices.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Exists, Model, OuterRef
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects, shown_pages

Stock = Mapping[type[Model], Mapping[int, Model]]

_shelf: ContextVar[Stock | None] = ContextVar("shelf_of_chosen_things", default=None)

# How chosen pictures are cut in the body of a story.
BODY_RECIPE = "plain"


@contextmanager
def stocked(wanted: Mapping[type[Model], set[int]]) -> Iterator[None]:
    """Fetch the wanted ids, model by model, and keep them on the shelf while blocks are made."""
    token = _shelf.set(fetch(wanted))
    try:
        yield
    finally:
        _shelf.reset(token)


def take(model: type[Model], ids: Iterable[int | None]) -> Mapping[int, Model]:
    """The objects with these ids: from the shelf where it holds the model, else fetched."""
    stock = _shelf.get()
    if stock is not None and model in stock:
        return stock[model]
    return fetch({model: {pk for pk in ids if pk is not None}})[model]


def fetch(wanted: Mapping[type[Model], set[int]]) -> Stock:
    """The wanted objects by model and id, with all that blocks print of them."""
    stock = {model: queryset_for_blocks(model).in_bulk(ids) for model, ids in wanted.items()}
    pictures = PictureOrder()
    for model, things in stock.items():
        if issubclass(model, AbstractImage):
            pictures.add(things.values(), BODY_RECIPE)
        elif hasattr(model, "lead_image"):
            pictures.add_leads(things.values(), *model._default_manager.all().card_recipes)
    pictures.fetch()
    give_prices(stock.get(objects("ProductPage").model, {}).values())
    return stock


def queryset_for_blocks(model: type[Model]):
    """Pages with what their cards and labels need, those hidden from readers too, but marked; other models plain."""
    things = model._default_manager.all()
    if not issubclass(model, Page):
        return things
    is_shown = Exists(shown_pages().filter(pk=OuterRef("pk")))
    pages = things.annotate(is_shown=is_shown).select_related(*getattr(things, "card_relations", ()))
    return pages.with_facts() if hasattr(pages, "with_facts") else pages
