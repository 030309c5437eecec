"""What the catalogue fills in by itself: rails, timelines, spec sheets, comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.apps import apps
from django.utils.translation import gettext as _

RAIL_LENGTH = 8


@dataclass(frozen=True)
class Year:
    """A year of a timeline: `collaborations` in order."""

    year: int | None
    collaborations: list


@dataclass(frozen=True)
class Fact:
    """A labelled fact of a spec sheet; `css` is how the label's cell is cut: empty, wide or big."""

    label: str
    value: str
    css: str = ""


@dataclass(frozen=True)
class ComparedFact:
    """One fact of several silhouettes, in their order; an empty string where it is not known."""

    label: str
    values: list[str]


def products_of(silhouette, limit: int = RAIL_LENGTH) -> list:
    """A silhouette's shown products as cards, newest first."""
    products = apps.get_model("editorial", "ProductPage").objects
    return list(products.for_cards().filter(silhouette=silhouette).order_by("-first_published_at", "-pk")[:limit])


def collaborations_on(source) -> list:
    """Every shown collaboration on a silhouette, or on any of a brand, newest first; none without a source."""
    if source is None:
        return []
    links = apps.get_model("editorial", "CollaborationSilhouette").objects
    on_it = links.filter(silhouette__path__startswith=source.path).values("collaboration_id")
    return list(apps.get_model("editorial", "CollaborationPage").objects.shown().filter(pk__in=on_it).in_timeline())


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


def by_year(collaborations: Sequence) -> list[Year]:
    """Ordered collaborations, year by year."""
    return [Year(year, list(entries)) for year, entries in groupby(collaborations, key=lambda entry: entry.year)]


def spec_facts(silhouette) -> list[Fact]:
    """What a silhouette's spec sheet says, in printed order. Reads relations that `for_blocks()` prefetched."""
    designers = [designer.person.title for designer in silhouette.designers.all()]
    technologies = [technology.term.title for technology in silhouette.technologies.all()]
    facts = [
        Fact(_("Model"), silhouette.full_name, "wide"),
        Fact(_("First sold"), str(silhouette.year or ""), "big"),
        Fact(_("Returned"), str(silhouette.returned or ""), "big"),
        Fact(_("Designer") if len(designers) == 1 else _("Designers"), ", ".join(designers)),
        Fact(_("Technologies"), ", ".join(technologies), "wide"),
        *(Fact(row.label, row.value) for row in silhouette.spec_rows.all()),
    ]
    return [fact for fact in facts if fact.value]


def compared(silhouettes: Sequence) -> list[ComparedFact]:
    """The spec sheets of several silhouettes, label by label; the model's name is left to the heading."""
    sheets = [{fact.label: fact.value for fact in spec_facts(silhouette)[1:]} for silhouette in silhouettes]
    labels = dict.fromkeys(label for sheet in sheets for label in sheet)
    return [ComparedFact(label, [sheet.get(label, "") for sheet in sheets]) for label in labels]
