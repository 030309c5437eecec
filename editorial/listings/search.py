"""The search of the whole site, on the database's own full text index."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import partial, reduce
from operator import and_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils.translation import gettext, ngettext
from wagtail.models import Page, PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Or, Phrase, PlainText, SearchQuery

from editorial.listings.paging import numbered
from editorial.listings.pictures import PictureOrder
from editorial.listings.reach import objects, shown_pages
from editorial.listings.results import KINDS, Result, result_of

LONGEST = 200
MOST_WORDS = 24
RESULTS = 20
TERMS = 5
# Read to find those few among.
MOST_TERMS = 50


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
        """The words in a row, for finding beginnings of titles."""
        return " ".join(self.words)

    @property
    def every_word(self) -> SearchQuery:
        """The question to the index: every word, in any order."""
        return And([number_or_word(word) for word in self.words])


def number_or_word(word: str) -> SearchQuery:
    """One word; figures also behind a hyphen, where PostgreSQL reads 'GT-2160' as 'gt' and minus 2160."""
    if word.isdigit():
        return Or([PlainText(word), Phrase(f"-{word}")])
    return PlainText(word)


@dataclass(frozen=True)
class Count:
    """A kind of page, how many were found of it, and whether the reader asked for it."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """The check boxes under one legend."""

    name: str
    legend: str
    options: Sequence[Count]


def search(query: Query, kind_names: Sequence[str] = (), number: str | None = None) -> dict:
    """One page of what was found, of the kinds named, or of all. Words that are no kind find nothing.

    Raises Http404 for a page that is not there.
    """
    types = content_types()
    chosen = {types[kind.model] for kind in KINDS if kind.name in kind_names}
    found, counts = matches(query, set(types.values()), chosen if kind_names else None)
    page = numbered(found, number, RESULTS)
    options = [
        Count(kind.name, str(kind.plural), counts[types[kind.model]], selected=kind.name in kind_names)
        for kind in KINDS
        if counts.get(types[kind.model])
    ]
    terms = []
    if page.number == 1 and not kind_names:
        terms = terms_for(query, also_by_definition=not page.paginator.count)
    return {
        "query": query,
        "facets": [Facet("kind", gettext("Kind"), options)] if options else [],
        "page_obj": page,
        "results": in_full(page.object_list),
        "terms": terms,
        "heading": heading(query, page.paginator.count),
    }


def heading(query: Query, count: int) -> str:
    """How much was found."""
    words = ngettext("%(count)s result for “%(words)s”", "%(count)s results for “%(words)s”", count)
    return words % {"count": count, "words": query.text}


def content_types() -> dict[str, int]:
    """The content type ids of the kinds, by class name; Django keeps them in memory."""
    return {kind.model: ContentType.objects.get_for_model(apps.get_model("editorial", kind.model)).pk for kind in KINDS}


def matches(query: Query, every: Set[int], chosen: Set[int] | None) -> tuple:
    """Shown pages that hold every word; where there are none, those with a word in the title that starts so.

    Pages with every word in their title come first, then the newest: SQLite's index knows no weights, and both
    databases shall answer alike. `every` and `chosen` are content type ids. Returns what was found of the chosen
    types, and how many of each type.
    """
    pages = Page.objects.filter(pk__in=shown_pages().values("pk"))
    if not query.words:
        return pages.none(), {}
    in_title = reduce(and_, (Q(title__icontains=word) for word in query.words))
    pages = pages.annotate(
        in_title=Case(When(in_title, then=Value(1)), default=Value(0), output_field=IntegerField())
    ).order_by(F("in_title").desc(), F("first_published_at").desc(nulls_last=True), F("pk").desc())
    for ask in (
        partial(PageQuerySet.search, query=query.every_word, order_by_relevance=False),
        partial(PageQuerySet.autocomplete, query=query.phrase, operator="and", order_by_relevance=False),
    ):
        counts = ask(pages.filter(content_type__in=every)).facet("content_type_id")
        if counts:
            break
    return ask(pages.filter(content_type__in=every if chosen is None else chosen)), counts


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
            full = objects(kind.model).results().in_bulk(wanted)
            pictures.add_leads(full.values(), "square")
            found |= {pk: result_of(page, kind) for pk, page in full.items()}
    pictures.fetch()
    return [found[page.pk] for page in pages if page.pk in found]


def terms_for(query: Query, *, also_by_definition: bool) -> list:
    """Glossary terms whose name holds every word; or failing that, where asked for, their definition."""
    if not query.words:
        return []
    found = list(get_search_backend().search(query.every_word, objects("Term").all())[:MOST_TERMS])
    named = [term for term in found if all(word.casefold() in names_of(term) for word in query.words)]
    return (named or (found if also_by_definition else []))[:TERMS]


def names_of(term) -> str:
    """All the ways a term is written."""
    return " ".join([term.title, *term.alias_list]).casefold()
