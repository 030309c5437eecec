"""Small pictures in the admin's lists and choosers, a handful of queries for a whole table."""

from collections.abc import Iterable, Mapping

from wagtail.models import Page

from editorial.models import BrandPage, EditorialImage, SilhouettePage
from editorial.pictures import Cut, cuts_of
from editorial.renditions import THUMB

# What rows print of other objects: field name and model.
ROW_RELATIONS = (("brand", BrandPage), ("silhouette", SilhouettePage))


def table_thumbnails(table, page_of=lambda row: row) -> Mapping[int, Cut]:
    """The thumbnails of a table's pages by page id, made once for a table and kept on it.

    `page_of` finds the page in a row that is something else, such as a release.
    """
    if not hasattr(table, "page_thumbnails"):
        pages = [page_of(row) for row in table.data]
        attach_relations(pages)
        table.page_thumbnails = thumbnails(pages)
    return table.page_thumbnails


def thumbnails(pages: Iterable[Page]) -> dict[int, Cut]:
    """Thumbnails of the pages' lead pictures by page id; pages without a picture are left out. Two queries."""
    image_ids = {page.pk: page.lead_image_id for page in pages if getattr(page, "lead_image_id", None)}
    images = EditorialImage.objects.for_recipes("thumb").in_bulk(set(image_ids.values()))
    cuts = {pk: cuts_of(image, THUMB)["jpeg", THUMB.jpeg[0]] for pk, image in images.items()}
    return {page_id: cuts[image_id] for page_id, image_id in image_ids.items() if image_id in cuts}


def attach_relations(pages: Iterable[Page]) -> None:
    """Give products and silhouettes their brand and silhouette, one query for each kind."""
    for name, model in ROW_RELATIONS:
        rows = [page for page in pages if getattr(page, f"{name}_id", None)]
        related = model.objects.in_bulk({getattr(page, f"{name}_id") for page in rows})
        for page in rows:
            setattr(page, name, related.get(getattr(page, f"{name}_id")))
