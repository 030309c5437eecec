"""The search of the whole site, on the database's own full text index."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from editorial.listings.paging import numbered
from editorial.listings.pictures import PictureOrder
from editorial.listings.reach import objects, shown_pages
from editorial.listings.results import KINDS, Kind, Result, result_of

LONGEST = 200
MOST_WORDS = 24
RESULTS = 20
TERMS = 5


@dataclass(frozen=True)
class Query:
    """What a reader asked. `text` is what we show back; `cut` says it was too long to take whole.

    `words` alone reach the database: letters and figures, so that no sign can be read as an operator.
    """

    text: str
    words: Sequence[str]
    cut: bool

    @classmethod
    def read(cls, typed: str) -> "Query":
        """Make sense of whatever was typed."""
        printable = "".join(character if character.isprintable() else " " for character in typed)
        text = " ".join(printable.split())
        words = re.findall(r"[^\W_]+", text[:LONGEST])
        return cls(text[:LONGEST], tuple(words[:MOST_WORDS]), cut=len(text) > LONGEST or len(words) > MOST_WORDS)

    @property
    def phrase(self) -> str:
        """The words as the index takes them."""
        return " ".join(self.words)


@dataclass(frozen=True)
class Facet:
    """A kind of page and how many were found of it."""

    kind: Kind
    count: int
    selected: bool


def search(query: Query, kind_name: str = "", number: str | None = None) -> dict:
    """One page of what was found. An unknown kind finds nothing; no words find nothing.

    Raises Http404 for a page that is not there.
    """
    types = content_types()
    found = matches(query, types.values())
    counts = found.facet("content_type_id") if query.words else {}
    facets = [
        Facet(kind, counts.get(types[kind.model], 0), selected=kind.name == kind_name)
        for kind in KINDS
        if counts.get(types[kind.model])
    ]
    if kind_name:
        chosen = [types[kind.model] for kind in KINDS if kind.name == kind_name]
        found = matches(query, chosen)
    page = numbered(found, number, RESULTS)
    return {
        "query": query,
        "kind": kind_name,
        "facets": facets,
        "page_obj": page,
        "results": in_full(page.object_list),
        "terms": terms_for(query) if page.number == 1 and not kind_name else [],
    }


def content_types() -> dict[str, int]:
    """The content type ids of the kinds, by class name; Django keeps them in memory."""
    return {kind.model: ContentType.objects.get_for_model(apps.get_model("editorial", kind.model)).pk for kind in KINDS}


def matches(query: Query, content_type_ids):
    """Shown pages of these types that hold every word; where none does, those with a title word that starts so."""
    pages = Page.objects.filter(pk__in=shown_pages().values("pk"), content_type__in=list(content_type_ids))
    if not query.words:
        return pages.none()
    found = pages.search(query.phrase, operator="and")
    return found if found.count() else pages.autocomplete(query.phrase, operator="and")


def in_full(pages: Sequence[Page]) -> list[Result]:
    """The results with what each kind has to say, in the order found: one query for each kind among them."""
    ids = defaultdict(list)
    for page in pages:
        ids[page.content_type_id].append(page.pk)
    found: dict[int, Result] = {}
    pictures = PictureOrder()
    types = content_types()
    for kind in KINDS:
        wanted = ids.get(types[kind.model])
        if wanted:
            # Names on a byline are not printed here.
            full = objects(kind.model).listed().prefetch_related(None).in_bulk(wanted)
            pictures.add_leads(full.values(), "square")
            found |= {pk: result_of(page, kind) for pk, page in full.items()}
    pictures.fetch()
    return [found[page.pk] for page in pages if page.pk in found]


def terms_for(query: Query) -> list:
    """Glossary terms that hold every word."""
    if not query.words:
        return []
    return list(get_search_backend().search(query.phrase, objects("Term").all(), operator="and")[:TERMS])
