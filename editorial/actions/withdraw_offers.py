"""Taking offers off the pages, and back on: no sighting, so their prices keep their age."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from editorial.actions.offer_log import BRING_BACK, WITHDRAW, note
from editorial.models import Offer
from editorial.shopping.destinations import refusal


def withdraw(offers: Iterable[Offer], at: datetime, user=None) -> int:
    """The shops no longer list them; how many were not withdrawn before. Links still lead to the products' pages."""
    with transaction.atomic():
        going = list(named(offers).filter(withdrawn_at=None))
        Offer.objects.filter(pk__in=keys(going)).update(withdrawn_at=at)
        note(((offer, {}) for offer in going), WITHDRAW, user, at)
    return len(going)


def bring_back(offers: Iterable[Offer], user=None) -> tuple[int, list[Offer]]:
    """The shops list them again; how many came back, and which cannot.

    Those are offers whose only price was turned down, and offers whose address is no longer on one of the shop's hosts.
    """
    with transaction.atomic():
        found = list(named(offers).exclude(withdrawn_at=None))
        stuck = [offer for offer in found if offer.doubt or refusal(offer.url, offer.retailer.allowed_hosts)]
        coming = [offer for offer in found if offer not in stuck]
        Offer.objects.filter(pk__in=keys(coming)).update(withdrawn_at=None)
        note(((offer, {}) for offer in coming), BRING_BACK, user)
    return len(coming), stuck


def named(offers: Iterable[Offer]):
    """The offers as they are now, with all that their names are made of; nobody else writes them meanwhile."""
    rows = Offer.objects.select_related("retailer", "product", "market")
    return rows.select_for_update(of=("self",)).filter(pk__in=keys(offers)).order_by("pk")


def keys(offers: Iterable[Offer]) -> list[int]:
    """Their primary keys."""
    return [offer.pk for offer in offers]
