"""One query per kind of thing, however many blocks of a story ask for it.

Before the blocks of a body are made, everything they point at is fetched and put on a shelf; the choosers take their
objects from there. The renditions of all pictures, chosen or on cards, come in one query, and so do the prices.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Exists, Model, OuterRef
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from editorial.blocks import automatic, walk
from editorial.listings.labels import give_label_rows
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects, shown_pages

Stock = dict[type[Model], Mapping[int, Model]]

_shelf: ContextVar[Stock | None] = ContextVar("shelf_of_chosen_things", default=None)

# How chosen pictures are cut in the body of a story.
BODY_RECIPE = "plain"


@contextmanager
def stocked(block: blocks.Block, raws: Iterable) -> Iterator[None]:
    """Keep what the stored values of `block` point at on the shelf while their blocks are made."""
    if _shelf.get() is not None:
        # Somebody above has filled the shelf for the whole page.
        yield
        return
    pictures = PictureOrder()
    stock = fetch(block, raws, pictures)
    pictures.fetch()
    with on_shelf(stock):
        yield


@contextmanager
def on_shelf(stock: Stock) -> Iterator[None]:
    """Let choosers take their objects from `stock`; kinds that it lacks are fetched one by one."""
    token = _shelf.set(stock)
    try:
        yield
    finally:
        _shelf.reset(token)


def take(chooser: blocks.ChooserBlock, ids: Iterable[int | None]) -> Mapping[int, Model]:
    """The objects with these ids: from the shelf where it holds their kind, else fetched."""
    stock = _shelf.get()
    if stock is not None and chooser.model_class in stock:
        return stock[chooser.model_class]
    pictures = PictureOrder()
    stock = fetch(chooser, list(ids), pictures)
    pictures.fetch()
    return stock.get(chooser.model_class, {})


def fetch(
    block: blocks.Block, raws: Iterable, pictures: PictureOrder, pages: Mapping[int, Page] | None = None
) -> Stock:
    """What the stored values of `block` point at, with all that blocks print of it; orders their pictures.

    `pages` are pages of any kind that the caller has already fetched: they serve choosers of any page.
    """
    raws = list(raws)
    stock: Stock = {}
    for model, ids in merged(walk.chosen_ids(block, raw) for raw in raws).items():
        fetched = pages if model is Page and pages is not None else queryset_for_blocks(model).in_bulk(ids)
        stock[model] = fetched
    order_pictures(stock, pictures)
    add_rows(stock)
    fill_automatic(block, raws, stock, pictures)
    return stock


def merged(found: Iterable[Mapping[type, set[int]]]) -> dict[type, set[int]]:
    """Ids by model, of several finds."""
    wanted: dict[type, set[int]] = {}
    for part in found:
        for model, ids in part.items():
            wanted.setdefault(model, set()).update(ids)
    return wanted


def queryset_for_blocks(model: type[Model]):
    """Pages with what their cards need, those hidden from readers too, but marked; other models plain."""
    things = model._default_manager.all()
    if not issubclass(model, Page):
        return things
    is_shown = Exists(shown_pages().filter(pk=OuterRef("pk")))
    return things.annotate(is_shown=is_shown).select_related(*getattr(things, "card_relations", ()))


def order_pictures(stock: Stock, pictures: PictureOrder) -> None:
    """Order every picture of the stock in the recipes it is printed in."""
    for model, things in stock.items():
        if issubclass(model, AbstractImage):
            pictures.add(things.values(), BODY_RECIPE)
        elif hasattr(model, "lead_image"):
            pictures.add_leads(things.values(), *model._default_manager.all().card_recipes)


def add_rows(stock: Stock) -> None:
    """Box labels for silhouettes."""
    give_label_rows(stock.get(objects("SilhouettePage").model, {}).values())


def fill_automatic(block: blocks.Block, raws: list, stock: Stock, pictures: PictureOrder) -> None:
    """Rails and timelines that the catalogue fills by itself, and the prices of all products."""
    rails = automatic.give_products(sources(block, raws, stock, "products"))
    automatic.give_collaborations(sources(block, raws, stock, "collaborations"))
    pictures.add_leads(rails, *objects("ProductPage").all().card_recipes)
    give_prices([*stock.get(objects("ProductPage").model, {}).values(), *rails])


def sources(block: blocks.Block, raws: list, stock: Stock, stands_for: str) -> list[Model]:
    """The pages of the stock that stand for something the catalogue fills in."""
    wanted = merged(walk.chosen_ids(block, raw, stands_for) for raw in raws)
    return [stock[model][pk] for model, ids in wanted.items() for pk in ids if pk in stock[model]]
