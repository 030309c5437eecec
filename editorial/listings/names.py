"""The catalogue's names, read once and kept until the catalogue changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Q
from wagtail.models import Page

from editorial.listings.reach import objects
from editorial.mentions.gazetteer import Gazetteer
from editorial.mentions.names import (
    BRAND,
    COLLABORATION,
    PARTNER,
    PERSON,
    PRODUCT,
    SILHOUETTE,
    TERM,
    Name,
    Target,
    names_of,
)
from editorial.mentions.pairs import TIMES

MODELS = {
    BRAND: "BrandPage",
    SILHOUETTE: "SilhouettePage",
    PRODUCT: "ProductPage",
    COLLABORATION: "CollaborationPage",
    PERSON: "PersonPage",
    PARTNER: "PartnerPage",
}
# What the names of an entry are made of, besides its title.
FACTS = {
    SILHOUETTE: {"brand": "brand__title"},
    PRODUCT: {"brand": "brand__title", "silhouette": "silhouette__title", "style_code": "style_code"},
}

_kept: dict[str, object] = {}
_reading = Lock()


def gazetteer() -> Gazetteer:
    """Every name of the catalogue, read again where it has changed. Three queries while it has not."""
    stamp = catalogue_stamp()
    with _reading:
        if _kept.get("stamp") != stamp:
            _kept.update(gazetteer=read_gazetteer(), stamp=stamp)
        return _kept["gazetteer"]


def forget_gazetteer() -> None:
    """Have the names read again by this process; others see it by the stamp."""
    _kept.clear()


def catalogue_stamp() -> tuple:
    """Changes with every entry that is made, saved as a draft, published, taken off or deleted."""
    kinds = ContentType.objects.get_for_models(*(objects(name).model for name in MODELS.values()))
    pages = Page.objects.filter(content_type__in=kinds.values(), alias_of=None).aggregate(
        Count("pk"),
        live=Count("pk", filter=Q(live=True)),
        saved=Max("latest_revision_created_at"),
        published=Max("last_published_at"),
    )
    other_names = objects("NameAlias").aggregate(Count("pk"), Max("pk"))
    terms = hash(tuple(objects("Term").order_by("pk").values_list("pk", "title", "aliases")))
    return (*pages.values(), *other_names.values(), terms)


def read_gazetteer() -> Gazetteer:
    """The names as they are stored now."""
    other_names = defaultdict(list)
    for page_id, name in objects("NameAlias").order_by("sort_order", "pk").values_list("page_id", "name"):
        other_names[page_id].append(name)
    names = [name for kind in MODELS for name in names_of_pages(kind, other_names)]
    for term in objects("Term").only("title", "aliases"):
        names += names_of(Target(TERM, term.pk, term.title), aliases=term.alias_list)
    return Gazetteer(names, together())


def names_of_pages(kind: str, other_names: dict[int, list[str]]) -> Iterator[Name]:
    """The names of all pages of a kind. One that was never published has the title of its draft."""
    manager = objects(MODELS[kind])
    shown = set(manager.shown().values_list("pk", flat=True))
    facts = FACTS.get(kind, {})
    extra = ["subject_line"] if kind == COLLABORATION else []
    rows = (
        manager.filter(alias_of=None)
        .order_by("pk")
        .values("pk", "live", "title", "draft_title", *facts.values(), *extra)
    )
    for row in rows:
        title = row["title"] if row["live"] else row["draft_title"]
        target = Target(kind, row["pk"], title, is_live=row["pk"] in shown)
        also = other_names.get(row["pk"], [])
        # 'GmbH × Gel-Kayano 5' is how a story calls it, unlike its headline.
        also = [*also, *(row[name] for name in extra if TIMES.search(row[name]))]
        yield from names_of(target, aliases=also, **{name: row[column] or "" for name, column in facts.items()})


def together() -> dict[tuple[str, int], Sequence[Target]]:
    """The collaborations that readers may see of each brand, silhouette, person and partner, the newest first."""
    rows = objects("CollaborationPage").shown().in_timeline().values_list("pk", "title")
    shown = {pk: Target(COLLABORATION, pk, title) for pk, title in rows}
    found: dict[tuple[str, int], dict[int, Target]] = defaultdict(dict)
    partners = objects("CollaborationPartner").values_list("collaboration", "partner")
    shoes = objects("CollaborationSilhouette").values_list("collaboration", "silhouette", "silhouette__brand")
    took_part = defaultdict(set)
    for collaboration, partner in partners:
        took_part[collaboration] |= {(PERSON, partner), (PARTNER, partner)}
    for collaboration, silhouette, brand in shoes:
        took_part[collaboration] |= {(SILHOUETTE, silhouette), (BRAND, brand)}
    for pk, target in shown.items():
        for key in took_part[pk]:
            found[key][pk] = target
    return {key: list(targets.values()) for key, targets in found.items()}


def urls_of(targets: Iterable[Target]) -> dict[int, str]:
    """The addresses of the pages among the entries, by id."""
    pages = Page.objects.filter(pk__in={target.id for target in targets if target.kind != TERM})
    return {page.pk: page.url or "" for page in pages.only("pk", "url_path", "locale_id", "content_type_id")}
