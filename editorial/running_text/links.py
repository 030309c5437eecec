"""Link handlers: what a link in stored rich text becomes on the page.

Wagtail replaces the opening tag only; `printing.py` turns terms and footnotes, which need the whole element, into their
final form.
"""

from django.apps import apps
from django.db.models import Q
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from editorial.running_text.reading import current_reading, shown_pages, terms_by_id
from editorial.running_text.references import FOOTNOTE, PAGE, TERM, identifier

# A link to nothing; `printing.py` leaves only its words.
WORDS_ONLY = "<a>"


class PageLinks(LinkHandler):
    """Links to our own pages. A page that readers may not see leaves its words behind."""

    identifier = PAGE

    @staticmethod
    def get_model():
        return Page

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        reading = current_reading()
        ids = [identifier(attrs) for attrs in attrs_list]
        request = reading.request if reading else None
        pages = reading.pages if reading else shown_pages(Q(pk__in=[pk for pk in ids if pk is not None]))
        urls = [pages[pk].get_url(request) if pk in pages else None for pk in ids]
        return [f'<a href="{escape(url)}">' if url else WORDS_ONLY for url in urls]

    @classmethod
    def extract_references(cls, attrs):
        if identifier(attrs) is not None:
            yield Page, attrs["id"], "", ""


class ExternalLinks(LinkHandler):
    """Links to other sites."""

    identifier = "external"

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [f'<a href="{escape(attrs["href"])}" rel="noopener">' for attrs in attrs_list]


class TermLinks(LinkHandler):
    """Glossary terms."""

    identifier = TERM

    @staticmethod
    def get_model():
        return apps.get_model("editorial", "Term")

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        reading = current_reading()
        ids = [identifier(attrs) for attrs in attrs_list]
        terms = reading.terms if reading else terms_by_id(pk for pk in ids if pk is not None)
        if reading:
            reading.met_terms.update((pk, terms[pk]) for pk in ids if pk in terms)
        return [cls.opening_tag(terms.get(pk), on_page=reading is not None) for pk in ids]

    @staticmethod
    def opening_tag(term, *, on_page: bool) -> str:
        """A mark for `printing.py` where the page prints the definition; by itself a link into the glossary."""
        if term is None:
            return WORDS_ONLY
        if on_page:
            return f'<a data-term="{escape(term.anchor)}">'
        return f'<a href="/glossary/#{escape(term.anchor)}">'

    @classmethod
    def extract_references(cls, attrs):
        if identifier(attrs) is not None:
            yield cls.get_model(), attrs["id"], "", ""


class FootnoteMarks(LinkHandler):
    """Footnotes: the note travels with its mark."""

    identifier = FOOTNOTE

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [f'<a data-note="{escape(attrs.get("note", "").strip())}">' for attrs in attrs_list]


HANDLERS = (PageLinks, ExternalLinks, TermLinks, FootnoteMarks)
