"""Applying a table of offers that somebody has looked at and confirmed."""

from datetime import datetime

from django.db import transaction

from editorial.actions.offer_files.planning import Kind, Plan, plan
from editorial.actions.offer_log import IMPORT, note
from editorial.actions.sightings import Outcome
from editorial.actions.withdraw_offers import bring_back, withdraw
from editorial.actions.write_offer import write_offers
from editorial.models import OfferImport


def apply(pk: int, user, at: datetime) -> tuple[OfferImport, Plan | None]:
    """Write the changes that were shown; the file's record, and None.

    If the offers have moved on meanwhile, nothing is written and the changes as they would be now come back instead:
    they have to be confirmed in their turn. Raises OfferImport.DoesNotExist for a file that is gone or was applied.
    """
    with transaction.atomic():
        file = OfferImport.objects.select_for_update().get(pk=pk, applied_at=None)
        made = plan(file.text, at, lock=True)
        if made.complaints or made.digest != file.digest:
            file.digest = made.digest
            file.save(update_fields=["digest"])
            return file, made
        write(file, made, user, at)
    return file, None


def write(file: OfferImport, made: Plan, user, at: datetime) -> None:
    """Write what the plan says and keep a record of it in place of the file."""
    sightings = made.of(Kind.NEW, Kind.CHANGED)
    for change in sightings:
        change.offer.is_manual = True
    outcomes = write_offers([(change.offer, change.seen) for change in sightings])
    note(((change.offer, {"file": file.file_name}) for change in sightings), IMPORT, user, at)
    withdraw([change.offer for change in made.of(Kind.WITHDRAWN)], at, user)
    bring_back([change.offer for change in made.of(Kind.BACK)], user)
    file.text, file.applied_at, file.uploaded_by = "", at, user
    file.new = made.counts[Kind.NEW]
    file.changed = made.counts[Kind.CHANGED] + made.counts[Kind.WITHDRAWN] + made.counts[Kind.BACK]
    file.unchanged = made.counts[Kind.UNCHANGED] + made.counts[Kind.OVERTAKEN]
    file.held_back = outcomes.count(Outcome.HELD)
    file.save()
