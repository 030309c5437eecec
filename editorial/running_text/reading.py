"""One page being printed: the pages and terms its texts name, and the notes it has met so far."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.html import urlize
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from editorial.listings import reach
from editorial.running_text.references import PAGE, TERM, linked_ids


@dataclass(frozen=True)
class FootnoteText:
    """A note as printed at the end: `anchor` is its own address, `back` that of its mark in the text."""

    number: int
    text: SafeString

    @property
    def anchor(self) -> str:
        return f"note-{self.number}"

    @property
    def back(self) -> str:
        return f"mark-{self.number}"


@dataclass
class Reading:
    """What the texts of one page need.

    `pages` and `terms` hold what readers may see, by id; `notes` and `met_terms` fill as texts are printed.
    """

    request: object = None
    pages: dict[int, Page] = field(default_factory=dict)
    terms: dict[int, object] = field(default_factory=dict)
    notes: list[FootnoteText] = field(default_factory=list)
    met_terms: dict[int, object] = field(default_factory=dict)

    def add_note(self, text: str) -> FootnoteText:
        """Number a note and keep it for the end of the page."""
        note = FootnoteText(len(self.notes) + 1, note_html(text))
        self.notes.append(note)
        return note


_reading: ContextVar[Reading | None] = ContextVar("reading_of_one_page", default=None)


def current_reading() -> Reading | None:
    """The page being printed, or None where a text is printed by itself."""
    return _reading.get()


def prepared(htmls: Iterable[str], request=None, also: Q | None = None, **annotations) -> Reading:
    """What the stored texts need, in one query for pages and one for terms.

    `also`: pages needed beside them; `annotations`: what else to know of all these pages.
    """
    htmls = list(htmls)
    ids = linked_ids(htmls, PAGE)
    return Reading(
        request=request,
        pages=shown_pages(Q(pk__in=ids) | (also or Q(pk__in=[])), **annotations) if ids or also else {},
        terms=terms_by_id(linked_ids(htmls, TERM)),
    )


@contextmanager
def reading(now: Reading) -> Iterator[Reading]:
    """Print texts together: their links, terms and notes are those of `now`."""
    token = _reading.set(now)
    try:
        yield now
    finally:
        _reading.reset(token)


def shown_pages(condition: Q, **annotations) -> dict[int, Page]:
    """Those of the pages that readers may see, by id, with just what an address and a breadcrumb need."""
    pages = reach.shown_pages().filter(condition).annotate(**annotations)
    pages = pages.only("pk", "title", "path", "depth", "url_path", "locale_id", "content_type_id")
    found = {page.pk: page for page in pages}
    for page in found.values():
        page.is_shown = True
    return found


def terms_by_id(ids: Iterable[int]) -> dict[int, object]:
    """Glossary terms by id."""
    ids = list(ids)
    return reach.objects("Term").in_bulk(ids) if ids else {}


def note_html(text: str) -> SafeString:
    """A note's plain text, escaped, its addresses made into links."""
    linked = urlize(" ".join(text.split()), autoescape=True)
    return mark_safe(linked.replace('<a href="', '<a rel="noopener" href="'))  # noqa: S308 - urlize escaped it
