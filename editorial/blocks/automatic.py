"""What the catalogue fills in by itself: rails, timelines, spec sheets, comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.listings.facts import Fact, Link, known, links
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects

RAIL_LENGTH = 8
TIMELINE_LENGTH = 60


@dataclass(frozen=True)
class ComparedFact:
    """One fact of several silhouettes, in their order; an empty string where it is not known."""

    label: str
    values: list[str]


def products_of(silhouette) -> list:
    """A silhouette's newest shown products as cards, with pictures and prices."""
    products = list(
        objects("ProductPage")
        .listed()
        .filter(silhouette=silhouette)
        .order_by("-first_published_at", "-pk")[:RAIL_LENGTH]
    )
    pictures = PictureOrder()
    pictures.add_leads(products, "card")
    pictures.fetch()
    give_prices(products)
    return products


def collaborations_on(source) -> list:
    """The newest shown collaborations on a silhouette, or on any of a brand, as words; none without a source."""
    if source is None:
        return []
    on_it = objects("CollaborationSilhouette").filter(silhouette__path__startswith=source.path)
    entries = objects("CollaborationPage").shown().filter(pk__in=on_it.values("collaboration"))
    return list(entries.in_timeline()[:TIMELINE_LENGTH])


def in_order(collaborations: Sequence) -> list:
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


def spec_facts(silhouette) -> list[Fact]:
    """What a silhouette's box label says in a story, in printed order. Reads what `with_facts()` prefetched."""
    designers = [designer.person for designer in silhouette.designers.all()]
    technologies = [technology.term for technology in silhouette.technologies.all()]
    return known(
        Fact(_("Model"), values=[Link(silhouette.full_name, silhouette)], css="wide"),
        Fact(_("First sold"), str(silhouette.year or ""), css="big"),
        Fact(_("Returned"), str(silhouette.returned or ""), css="big"),
        Fact(_("Designer") if len(designers) == 1 else _("Designers"), values=links(designers), css="wide"),
        Fact(_("Technologies"), ", ".join(term.title for term in technologies), css="wide"),
        *(Fact(row.label, row.value) for row in silhouette.spec_rows.all()),
    )


def compared(silhouettes: Sequence) -> list[ComparedFact]:
    """The spec sheets of several silhouettes, label by label; the model's name is left to the heading."""
    sheets = [{fact.label: words_of(fact) for fact in spec_facts(silhouette)[1:]} for silhouette in silhouettes]
    labels = dict.fromkeys(label for sheet in sheets for label in sheet)
    return [ComparedFact(label, [sheet.get(label, "") for sheet in sheets]) for label in labels]


def words_of(fact: Fact) -> str:
    """A fact without its links."""
    return fact.value or ", ".join(link.text for link in fact.values)
