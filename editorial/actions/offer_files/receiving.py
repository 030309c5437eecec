"""Taking a file in: its size and its letters are looked at before its lines are."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from editorial.actions.offer_files.complaints import Complaint, complaint_of
from editorial.actions.offer_files.planning import Plan, plan
from editorial.models import OfferImport
from editorial.shopping.tables import BrokenTable, text_of

MOST_BYTES = 15 * 1024 * 1024
# A file that nobody confirmed by then was not meant.
KEPT_FOR = timedelta(days=1)


def receive(name: str, data: bytes, user, at: datetime) -> tuple[OfferImport | None, Plan]:
    """The file as it waits to be confirmed and what it would change; None instead of it if anything is wrong.

    A file that would change nothing is not kept either.
    """
    if len(data) > MOST_BYTES:
        message = _("The file is larger than %d megabytes.") % (MOST_BYTES // 1024**2)
        return None, Plan(complaints=[Complaint(1, "", message)])
    try:
        text = text_of(data)
    except BrokenTable as broken:
        return None, Plan(complaints=[complaint_of(fold) for fold in broken.folds])
    made = plan(text, at)
    if made.complaints or not made.does_something:
        return None, made
    kept = OfferImport.objects.create(
        file_name=name[:200], text=text, digest=made.digest, uploaded_by=user, uploaded_at=at
    )
    return kept, made


def discard_old(at: datetime) -> None:
    """Let go of files that nobody confirmed."""
    OfferImport.objects.filter(applied_at=None, uploaded_at__lt=at - KEPT_FOR).delete()
