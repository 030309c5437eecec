"""Terms and pictures: what the reference index says of saved pages, and what drafts hold beyond it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import IntegerField, Model, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from editorial.desk.where_used.blocks import STREAM, headings
from editorial.desk.where_used.drafts import in_draft
from editorial.models import FeaturePage

# Blocks are named by their ids in a content path; the last one is the nearest to the use.
BLOCK_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def references_to(thing: Model) -> QuerySet[ReferenceIndex]:
    """The index's rows of pages that point at the thing."""
    return ReferenceIndex.get_references_to(thing).filter(base_content_type=get_default_page_content_type())


def saved_with(thing: Model) -> QuerySet:
    """Pages whose saved version points at the thing, as ids."""
    return references_to(thing).annotate(page=Cast("object_id", IntegerField())).values("page")


def drafts_with(thing: Model, pages: QuerySet[Page]) -> dict[int, list[tuple[str, str]]]:
    """Of the pages, those whose newer draft points at the thing: places by page id.

    The database passes only drafts in whose text the number occurs at all; those are read.
    """
    drafts = pages.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    drafts = drafts.annotate(stored=Cast("latest_revision__content", TextField())).filter(
        stored__contains=str(thing.pk)
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for page in drafts.select_related("latest_revision").iterator(chunk_size=20):
        stored = page.latest_revision.content
        held = list(in_draft(stored, page.specific_class, thing))
        if held:
            found[page.pk] = under_headings(held, stored.get(STREAM))
    return found


def places(thing: Model, page_ids: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Where each of the pages points at the thing, by page id: (block id, heading or field). Two queries."""
    rows = references_to(thing).filter(object_id__in=[str(pk) for pk in page_ids]).select_related("content_type")
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[int(row.object_id)].append((block_of(row.content_path), str(row.describe_source_field())))
    for story, body in FeaturePage.objects.filter(pk__in=found).values_list("pk", STREAM):
        found[story] = under_headings(found[story], list(body.raw_data))
    return found


def under_headings(held: list[tuple[str, str]], raw: object) -> list[tuple[str, str]]:
    """The places, those in a story by the heading they stand under."""
    known = headings(raw)
    return [(block_id, known.get(block_id) or words) for block_id, words in held]


def block_of(content_path: str) -> str:
    """The id of the nearest block in a content path; empty outside a story."""
    ids = BLOCK_ID.findall(content_path)
    return ids[-1] if ids else ""
