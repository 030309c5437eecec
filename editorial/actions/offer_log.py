"""Who did what with an offer, in its history: many lines at once, because prices are decided by the hundred."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry

from editorial.models import Offer

ACCEPT, REJECT, REOPEN = "editorial.price.accept", "editorial.price.reject", "editorial.price.reopen"
WITHDRAW, BRING_BACK = "editorial.offer.withdraw", "editorial.offer.bring_back"
IMPORT = "editorial.offer.import"


def note(
    entries: Iterable[tuple[Offer, Mapping[str, str]]], action: str, user=None, at: datetime | None = None
) -> None:
    """One line for each offer, with what the line tells. Offers come with retailer, product and market joined."""
    offer_type = ContentType.objects.get_for_model(Offer, for_concrete_model=False)
    at = at or timezone.now()
    lines = (
        ModelLogEntry(
            content_type=offer_type,
            object_id=str(offer.pk),
            label=str(offer),
            action=action,
            user=user,
            timestamp=at,
            data=dict(data),
        )
        for offer, data in entries
    )
    ModelLogEntry.objects.bulk_create(lines, 500)
