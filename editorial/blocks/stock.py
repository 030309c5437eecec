"""Everything that the blocks of a story point at, in one query per kind of thing.

Rails and timelines that the catalogue fills by itself ride along: their products and collaborations come in the same
queries as those that editors chose.
"""

from collections.abc import Mapping, Sequence

from django.db.models import Exists, F, Model, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from editorial.blocks import walk
from editorial.listings.labels import give_label_rows
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects, shown_pages

Things = Mapping[int, Model]
Stock = dict[type[Model], Things]

# How chosen pictures are cut in the body of a story.
BODY_RECIPE = "plain"

RAIL_LENGTH = 8
TIMELINE_LENGTH = 60


def fetch(
    block: blocks.Block, raws: Sequence, pictures: PictureOrder, pages: Mapping[int, Page] | None = None
) -> Stock:
    """What the stored values of `block` point at, by model and id, with all that blocks print; orders their pictures.

    `pages` are shown pages of any kind that the caller has at hand: they serve choosers of any page.
    """
    wanted = walk.chosen_ids(block, raws)
    product, collaboration = objects("ProductPage").model, objects("CollaborationPage").model
    chosen_products, chosen_entries = wanted.pop(product, set()), wanted.pop(collaboration, set())
    if Page in wanted and pages is not None:
        wanted.pop(Page)
        stock: Stock = {Page: pages}
    else:
        stock = {}
    stock |= {model: for_blocks(model).in_bulk(ids) for model, ids in wanted.items()}
    stock[product] = products(chosen_products, standing_for("products", block, raws, stock))
    stock[collaboration] = collaborations(chosen_entries, standing_for("collaborations", block, raws, stock))
    give_label_rows(stock.get(objects("SilhouettePage").model, {}).values())
    order_pictures(stock, pictures)
    return stock


def for_blocks(model: type[Model]):
    """Pages with what their cards need, those hidden from readers too, but marked; pictures with their replacement."""
    things = model._default_manager.all()
    if issubclass(model, AbstractImage):
        return things.select_related("replacement")
    if not issubclass(model, Page):
        return things
    is_shown = Exists(shown_pages().filter(pk=OuterRef("pk")))
    pages = things.annotate(is_shown=is_shown)
    return pages.select_related(*pages.card_relations) if hasattr(pages, "card_relations") else pages


def standing_for(what: str, block: blocks.Block, raws: Sequence, stock: Stock) -> list[Model]:
    """The pages of the stock whose products or collaborations some block prints."""
    wanted = walk.chosen_ids(block, raws, stands_for=what)
    return [stock[model][pk] for model, ids in wanted.items() for pk in ids if pk in stock[model]]


def products(chosen: set[int], silhouettes: Sequence) -> Things:
    """Chosen products and the newest of silhouettes, with prices. Sets `newest_products` on the silhouettes."""
    found: Things = {}
    if chosen or silhouettes:
        newest = [F("first_published_at").desc(nulls_last=True), F("pk").desc()]
        place = Window(RowNumber(), partition_by=[F("silhouette"), F("live")], order_by=newest)
        wanted = Q(silhouette__in=[silhouette.pk for silhouette in silhouettes])
        candidates = for_blocks(objects("ProductPage").model).filter(Q(pk__in=chosen) | wanted).annotate(place=place)
        found = {page.pk: page for page in candidates.filter(Q(pk__in=chosen) | Q(place__lte=RAIL_LENGTH))}
        give_prices(found.values())
    for silhouette in silhouettes:
        own = [page for page in found.values() if page.silhouette_id == silhouette.pk and page.is_shown]
        silhouette.newest_products = sorted(own, key=lambda page: page.place)[:RAIL_LENGTH]
    return found


def collaborations(chosen: set[int], sources: Sequence[Page]) -> Things:
    """Chosen collaborations and the newest on silhouettes or brands. Sets `collaborations_on` on the sources."""
    if not chosen and not sources:
        return {}
    model = objects("CollaborationPage").model
    links = objects("CollaborationSilhouette")
    wanted, is_on = Q(pk__in=chosen), {}
    for at, source in enumerate(sources):
        on_it = links.filter(silhouette__path__startswith=source.path)
        newest = model.objects.shown().filter(pk__in=on_it.values("collaboration")).in_timeline()
        wanted |= Q(pk__in=newest.values("pk")[:TIMELINE_LENGTH])
        is_on[f"is_on_{at}"] = Exists(on_it.filter(collaboration=OuterRef("pk")))
    entries = for_blocks(model).annotate(**is_on).filter(wanted).defer("story").in_timeline()
    found = {page.pk: page for page in entries}
    for at, source in enumerate(sources):
        source.collaborations_on = [page for page in found.values() if page.is_shown and getattr(page, f"is_on_{at}")]
    return found


def order_pictures(stock: Stock, pictures: PictureOrder) -> None:
    """Order every picture of the stock in the recipes it is printed in."""
    for model, things in stock.items():
        if issubclass(model, AbstractImage):
            pictures.add(things.values(), BODY_RECIPE)
        elif hasattr(model, "lead_image"):
            pictures.add_leads(things.values(), *model._default_manager.all().card_recipes)
