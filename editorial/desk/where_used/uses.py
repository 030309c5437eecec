"""Answers, a page of them at a time: which pages, and where in each."""

from dataclasses import dataclass

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from wagtail.models import Page

from editorial.desk.where_used import blocks, references
from editorial.models import FeaturePage

PER_PAGE = 20
# Uses of one page that are in sight; the others are folded away.
PLACES_SHOWN = 12


@dataclass(frozen=True)
class Place:
    """One use in a page: where, in words, and the address that jumps to it in the form."""

    words: str
    url: str


@dataclass(frozen=True)
class Use:
    """A page with its uses; `in_draft` where they stand in its newer version, which readers do not see yet."""

    page: Page
    places: list[Place]
    more: list[Place]
    in_draft: bool


def of_block(name: str, pages: QuerySet[Page], number: object) -> tuple[ListPage, list[Use]]:
    """Where a kind of block is used, among the pages: a page of the list, and its uses."""
    found = with_block(name, pages)
    listed = Paginator(found.select_related("latest_revision").order_by("draft_title", "pk"), PER_PAGE).get_page(number)
    saved = dict(FeaturePage.objects.filter(pk__in=[page.pk for page in listed]).values_list("pk", "body"))
    uses = []
    for page in listed:
        is_draft = page.has_unpublished_changes and page.latest_revision is not None
        raw = page.latest_revision.content.get(blocks.STREAM) if is_draft else saved[page.pk].raw_data
        held = blocks.places(list(raw) if not isinstance(raw, str) else raw, name)
        if not held and is_draft and page.pk in saved:
            # Taken out of the draft, still before the readers.
            held, is_draft = blocks.places(list(saved[page.pk].raw_data), name), False
        uses.append(use(page, held, is_draft))
    return listed, uses


def of_thing(thing: Model, pages: QuerySet[Page], number: object) -> tuple[ListPage, list[Use]]:
    """Where a term or a picture is used, among the pages."""
    found, drafts = with_thing(thing, pages)
    listed = Paginator(found.order_by("draft_title", "pk"), PER_PAGE).get_page(number)
    saved = references.places(thing, [page.pk for page in listed])
    return listed, [use(page, drafts.get(page.pk) or saved.get(page.pk, []), page.pk in drafts) for page in listed]


def with_block(name: str, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of the pages that hold such a block, saved or in their draft."""
    return pages.filter(Q(pk__in=blocks.saved_with(name)) | Q(pk__in=blocks.drafts_with(name)))


def with_thing(thing: Model, pages: QuerySet[Page]) -> tuple[QuerySet[Page], dict[int, list[tuple[str, str]]]]:
    """Those of the pages that point at the thing, saved or in their draft; and the places in drafts, by page id."""
    drafts = references.drafts_with(thing, pages)
    return pages.filter(Q(pk__in=references.saved_with(thing)) | Q(pk__in=list(drafts))), drafts


def use(page: Page, held: list[tuple[str, str]], in_draft: bool) -> Use:
    """The page with its places."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = [Place(words, f"{address}#block-{block_id}-section" if block_id else address) for block_id, words in held]
    return Use(page, shown[:PLACES_SHOWN], shown[PLACES_SHOWN:], in_draft)
