"""Three pictures of the demo whose rights are not what one would wish, so that the desk has something to see to."""

from datetime import timedelta

from django.utils import timezone

from editorial.choices import Licence
from editorial.demo.registry import Registry
from editorial.models import EditorialImage

# One has ended, and another stands in for it.
ENDED, STANDS_IN = "collab-palm-2.webp", "collab-palm-1.webp"
# One ends in three weeks, and nothing would take its place.
ENDING, DAYS_LEFT = "collab-film-2.webp", 20
# One may be shown in some countries only.
NOT_CLEARED = "collab-tape-1.webp"


def settle_rights(registry: Registry) -> int:
    """Give the three pictures their rights where this run has filed them; how many. Pages were published before."""
    today = timezone.localdate()
    ended = {
        "licence": Licence.AGENCY,
        "rights_from": today - timedelta(days=730),
        "rights_until": today - timedelta(days=9),
        "replacement": registry.objects["picture", STANDS_IN],
    }
    states = {
        ENDED: ended,
        ENDING: {"licence": Licence.PRESS, "rights_until": today + timedelta(days=DAYS_LEFT)},
        NOT_CLEARED: {"licence": Licence.COURTESY, "worldwide": False},
    }
    fresh = {name: state for name, state in states.items() if registry.is_fresh("picture", name)}
    for name, state in fresh.items():
        EditorialImage.objects.filter(pk=registry.objects["picture", name].pk).update(**state)
    return len(fresh)
