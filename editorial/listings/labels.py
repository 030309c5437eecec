"""The box labels of several silhouettes at once, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import CharField, F, Value
from django.utils.translation import gettext, ngettext
from wagtail.models import Page

from editorial.listings.facts import Fact, Link, known, links
from editorial.listings.reach import objects, shown_pages

DESIGNER, TECHNOLOGY, ROW = "designer", "technology", "row"


@dataclass
class LabelRows:
    """What stands on a silhouette's label besides its own years: pages of designers, names of technologies, rows."""

    designers: list[Page] = field(default_factory=list)
    technologies: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)


def give_label_rows(silhouettes: Iterable) -> None:
    """Set `label_rows` on silhouettes: designers readers may see, technologies and rows, in the editors' order."""
    silhouettes = list(silhouettes)
    found = {silhouette.pk: LabelRows() for silhouette in silhouettes}
    for kind, pk, _order, text, more in label_lines(found) if found else ():
        if kind == DESIGNER:
            found[pk].designers.append(Page(title=text, url_path=more))
        elif kind == TECHNOLOGY:
            found[pk].technologies.append(text)
        else:
            found[pk].rows.append((text, more))
    for silhouette in silhouettes:
        silhouette.label_rows = found[silhouette.pk]


def label_lines(ids: Iterable[int]):
    """Lines as (kind, silhouette id, order, text, more) in one query. `more`: a designer's path, a row's value."""
    ids = list(ids)
    designers = objects("SilhouetteDesigner").filter(silhouette__in=ids, person__in=shown_pages())
    technologies = objects("SilhouetteTechnology").filter(silhouette__in=ids)
    rows = objects("SpecRow").filter(silhouette__in=ids)
    nothing = Value("", output_field=CharField())
    return (
        lines(designers, DESIGNER, F("person__title"), F("person__url_path"))
        .union(lines(technologies, TECHNOLOGY, F("term__title"), nothing), lines(rows, ROW, F("label"), F("value")))
        .order_by("line_kind", "silhouette_id", "sort_order", "line_text")
    )


def lines(relations, kind: str, text, more):
    """One kind of line, in the columns that all kinds share; in no order, which a union on SQLite would refuse."""
    return (
        relations.order_by()
        .annotate(line_kind=Value(kind, output_field=CharField()), line_text=text, line_more=more)
        .values_list("line_kind", "silhouette_id", "sort_order", "line_text", "line_more")
    )


def label_facts(silhouette) -> list[Fact]:
    """A silhouette's label in a story, in printed order; `label_rows` must be set."""
    label = silhouette.label_rows
    return known(
        Fact(gettext("Model"), values=[Link(silhouette.full_name, silhouette)], css="wide"),
        Fact(gettext("First sold"), str(silhouette.year or ""), css="big"),
        Fact(gettext("Returned"), str(silhouette.returned or ""), css="big"),
        Fact(ngettext("Designer", "Designers", len(label.designers)), values=links(label.designers), css="wide"),
        Fact(gettext("Technologies"), ", ".join(label.technologies), css="wide"),
        *(Fact(name, value) for name, value in label.rows),
    )
