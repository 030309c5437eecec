"""One query per kind of thing, however many blocks of a story ask for it.

Before the blocks of a body are made, everything they point at is fetched and put on a shelf; the choosers take their
objects from there.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks

from editorial.blocks.stock import Stock, Things, fetch
from editorial.listings.pictures import PictureOrder

_shelf: ContextVar[Stock | None] = ContextVar("shelf_of_chosen_things", default=None)


@contextmanager
def stocked(block: blocks.Block, raws: Sequence) -> Iterator[None]:
    """Keep what the stored values of `block` point at on the shelf while their blocks are made."""
    if _shelf.get() is not None:
        # Somebody above has filled the shelf for the whole page.
        yield
        return
    with on_shelf(fetched(block, raws)):
        yield


@contextmanager
def on_shelf(stock: Stock) -> Iterator[None]:
    """Let choosers take their objects from `stock`; kinds that it lacks are fetched when they are asked for."""
    token = _shelf.set(stock)
    try:
        yield
    finally:
        _shelf.reset(token)


def take(chooser: blocks.ChooserBlock, ids: Sequence[int | None]) -> Things:
    """The objects with these ids: from the shelf where it holds their kind, else fetched."""
    stock = _shelf.get()
    if stock is not None and chooser.model_class in stock:
        return stock[chooser.model_class]
    return fetched(chooser, ids).get(chooser.model_class, {})


def fetched(block: blocks.Block, raws: Sequence) -> Stock:
    """What the stored values of `block` point at, with its pictures' renditions."""
    pictures = PictureOrder()
    stock = fetch(block, raws, pictures)
    pictures.fetch()
    return stock
