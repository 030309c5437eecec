"""One query per kind of thing, however many blocks of a story ask for it.

Before the blocks of a body are made, everything they point at is fetched and put on a shelf; the choosers take their
objects from there. Renditions of all pictures, chosen or on cards, come in one query.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model, Prefetch, Q, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.models import Page

from editorial.querysets import EditorialPageQuerySet
from editorial.renditions import specs_of

Stock = Mapping[type[Model], Mapping[int, Model]]

_shelf: ContextVar[Stock | None] = ContextVar("shelf_of_chosen_things", default=None)

# How pictures are cut in the body of a story, and on the cards in it.
BODY_RECIPES = ("plain",)


@contextmanager
def stocked(wanted: Mapping[type[Model], set[int]]) -> Iterator[None]:
    """Fetch the wanted ids, model by model, and keep them on the shelf while the block runs."""
    token = _shelf.set(fetch(wanted))
    try:
        yield
    finally:
        _shelf.reset(token)


def take(model: type[Model], ids: Iterable[int]) -> Mapping[int, Model]:
    """The objects with these ids, from the shelf if all of them can be there, else fetched."""
    stock = _shelf.get()
    if stock is not None and model in stock:
        return stock[model]
    return fetch({model: {pk for pk in ids if pk is not None}})[model]


def fetch(wanted: Mapping[type[Model], set[int]]) -> Stock:
    """The wanted objects by model and id, with all that blocks print of them."""
    stock = {model: queryset_for_blocks(model).in_bulk(ids) for model, ids in wanted.items()}
    add_renditions(stock)
    return stock


def queryset_for_blocks(model: type[Model]):
    """Pages with what their cards need, hidden ones marked, whatever their type; other models plain."""
    manager = model._default_manager
    if hasattr(manager, "for_blocks"):
        return manager.for_blocks()
    return EditorialPageQuerySet(model).marked() if issubclass(model, Page) else manager.all()


def add_renditions(stock: Stock) -> None:
    """Prefetch the renditions of every picture on the shelf, each by the recipes it is printed with, in one query."""
    image_model = get_image_model()
    recipes: dict[tuple[str, ...], list[Model]] = {}
    for model, objects in stock.items():
        if issubclass(model, image_model):
            recipes.setdefault(BODY_RECIPES, []).extend(objects.values())
        elif hasattr(model._default_manager.none(), "card_recipes"):
            pictures = [page.lead_image for page in objects.values() if page.lead_image_id]
            recipes.setdefault(model._default_manager.none().card_recipes, []).extend(pictures)
    prefetch_renditions(recipes)


def prefetch_renditions(recipes: Mapping[tuple[str, ...], list[Model]]) -> None:
    """Give each image its `prefetched_renditions`: {recipe names: images printed with them}."""
    images = [image for group in recipes.values() for image in group]
    if not images:
        return
    wanted = Q()
    for names, group in recipes.items():
        wanted |= Q(image_id__in={image.pk for image in group}, filter_spec__in=specs_of(*names))
    rendition_model = get_image_model().get_rendition_model()
    prefetch_related_objects(
        images,
        Prefetch("renditions", queryset=rendition_model.objects.filter(wanted), to_attr="prefetched_renditions"),
    )
