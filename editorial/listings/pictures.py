"""Renditions of everything a page shows, in one query."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from wagtail.images import get_image_model

from editorial.renditions import specs_of


class PictureOrder:
    """Collects the pictures a page will print and the recipes they are printed in; `fetch()` asks once for all."""

    def __init__(self) -> None:
        self._images: dict[tuple[str, ...], list] = defaultdict(list)

    def add(self, images: Iterable, *recipes: str) -> None:
        """Order pictures in the named recipes, each with its replacement; None among them is passed over."""
        for image in images:
            if image is not None:
                self._images[recipes].extend([image, *joined_replacement(image)])

    def add_leads(self, pages: Iterable, *recipes: str) -> None:
        """Order the lead pictures of pages."""
        self.add((page.lead_image for page in pages), *recipes)

    def fetch(self) -> None:
        """Hand every ordered picture its renditions, where Wagtail's image model looks for prefetched ones.

        The same picture may stand in several lists as several objects; each gets all that was found for it.
        """
        wanted = Q()
        for recipes, images in self._images.items():
            if images:
                wanted |= Q(image__in={image.pk for image in images}, filter_spec__in=specs_of(*recipes))
        if not wanted:
            return
        found = defaultdict(list)
        for rendition in get_image_model().get_rendition_model().objects.filter(wanted):
            found[rendition.image_id].append(rendition)
        for images in self._images.values():
            for image in images:
                image.prefetched_renditions = found[image.pk]


def joined_replacement(image) -> list:
    """What stands in for the picture when its rights end, where the list has joined it."""
    replacement = image.replacement if image.replacement_id and image._meta.model.replacement.is_cached(image) else None
    return [replacement] if replacement is not None else []
