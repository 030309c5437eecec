"""What the catalogue fills in by itself: rails and timelines, for all blocks of a story at once; comparisons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from editorial.listings.facts import Fact
from editorial.listings.labels import label_facts
from editorial.listings.reach import objects

RAIL_LENGTH = 8
TIMELINE_LENGTH = 60
SILHOUETTES_OF_AN_ENTRY = 4
NEWEST_YEARS_FIRST = [F("collaboration__year").desc(nulls_last=True), "-collaboration__month", "-pk"]


@dataclass(frozen=True)
class ComparedFact:
    """One fact of several silhouettes, in their order; an empty string where it is not known."""

    label: str
    values: list[str]


def give_products(silhouettes: Iterable) -> list:
    """Set `newest_products` on silhouettes: their newest shown products. Returns all of them."""
    silhouettes = {silhouette.pk: silhouette for silhouette in silhouettes}
    for silhouette in silhouettes.values():
        silhouette.newest_products = []
    if not silhouettes:
        return []
    newest = [F("first_published_at").desc(nulls_last=True), F("pk").desc()]
    place = Window(RowNumber(), partition_by=F("silhouette"), order_by=newest)
    products = objects("ProductPage").listed().filter(silhouette__in=silhouettes).annotate(place=place)
    products = list(products.filter(place__lte=RAIL_LENGTH).order_by("place"))
    for product in products:
        silhouettes[product.silhouette_id].newest_products.append(product)
    return products


def give_collaborations(sources: Iterable) -> None:
    """Set `collaborations_on` on silhouettes and brands: the newest shown collaborations on them, as words."""
    sources = list(sources)
    for source in sources:
        source.collaborations_on = []
    if not sources:
        return
    on_them = Q()
    for source in sources:
        on_them |= Q(silhouette__path__startswith=source.path)
    entries = objects("CollaborationPage").shown()
    links = objects("CollaborationSilhouette").filter(on_them, collaboration__in=entries)
    links = links.select_related("collaboration").annotate(path=F("silhouette__path"))
    # An entry on several silhouettes comes once for each.
    links = links.order_by(*NEWEST_YEARS_FIRST)[: SILHOUETTES_OF_AN_ENTRY * TIMELINE_LENGTH * len(sources)]
    for source in sources:
        found = {link.collaboration_id: link.collaboration for link in links if link.path.startswith(source.path)}
        source.collaborations_on = in_order(found.values())[:TIMELINE_LENGTH]


def in_order(collaborations: Iterable) -> list:
    """Chosen collaborations in the timeline's order: newest first, those known by year alone after the dated ones."""
    return sorted(
        collaborations,
        key=lambda entry: (
            -(entry.year or 0),
            -(entry.month or 0),
            -(entry.day or 0),
            -entry.sequence,
            entry.title,
        ),
    )


def compared(silhouettes: Sequence) -> list[ComparedFact]:
    """The labels of several silhouettes, fact by fact; the model's name is left to the heading."""
    sheets = [{fact.label: words_of(fact) for fact in label_facts(silhouette)[1:]} for silhouette in silhouettes]
    labels = dict.fromkeys(label for sheet in sheets for label in sheet)
    return [ComparedFact(label, [sheet.get(label, "") for sheet in sheets]) for label in labels]


def words_of(fact: Fact) -> str:
    """A fact without its links."""
    return fact.value or ", ".join(link.text for link in fact.values)
