"""Deleting the renditions of pictures that may not be shown: what is not there cannot be linked to, kept or found."""

import datetime
import logging

from editorial.models import EditorialImage, EditorialRendition

logger = logging.getLogger(__name__)

# Renditions deleted at a time, each with its file.
CHUNK = 200


def expire_rights(at: datetime.datetime | None = None) -> int:
    """Delete the renditions of pictures outside their window or not cleared, at `at`; how many there were.

    The original stays: rights may be extended. The sizes that editors see at the desk are made again when they look,
    and are served to them alone.
    """
    withheld = EditorialRendition.objects.filter(image__in=EditorialImage.objects.withheld(at))
    deleted = 0
    while renditions := list(withheld.order_by("pk")[:CHUNK]):
        for rendition in renditions:
            # One by one: the framework deletes the file, and what its cache remembers, after each row.
            rendition.delete()
            rendition.purge_from_cache()
        deleted += len(renditions)
    if deleted:
        logger.info("Renditions of pictures without rights deleted: %s", deleted)
    return deleted
