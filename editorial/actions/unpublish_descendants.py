"""Taking what stands under a page off the site with it."""

from django.db import transaction


@transaction.atomic
def unpublish_descendants(page) -> int:
    """Unpublish every live page under `page`, the deepest first; returns how many there were.

    Each goes through Wagtail's own unpublishing, so it is logged, and everyone who listens for it hears of it.
    """
    descendants = page.get_descendants().live().order_by("-depth", "path").specific(defer=False)
    for descendant in descendants:
        descendant.unpublish()
    return len(descendants)
