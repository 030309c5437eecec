"""Moving a page in the calendar: the day it is due, or the hour it goes live."""

import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from editorial.models import DeskCard


class NotScheduled(Exception):
    """The version is not on the schedule any more: published, called off or refused meanwhile."""


class InThePast(Exception):
    """A version can only be scheduled for an hour to come."""


def set_due(page: Page, due_on: datetime.date | None) -> DeskCard:
    """Note the day the page is due; None takes it off."""
    card, _is_new = DeskCard.objects.update_or_create(page_id=page.pk, defaults={"due_on": due_on})
    return card


def reschedule(
    revision: Revision, go_live_at: datetime.datetime, user, at: datetime.datetime | None = None
) -> Revision:
    """Have a scheduled version go live at another hour, and return the revision that now stands for it.

    The version is saved anew with the new hour and passes the gate like any other, so a refusal changes nothing.
    Raises NotScheduled, InThePast, PublishRefused, and PublishPermissionError where the user may not publish.
    """
    if go_live_at <= (at or timezone.now()):
        raise InThePast
    with transaction.atomic():
        scheduled = Revision.objects.select_for_update().filter(pk=revision.pk, approved_go_live_at__isnull=False)
        if not list(scheduled.values_list("pk")):
            raise NotScheduled
        page = revision.as_object()
        latest = Revision.objects.get(pk=Page.objects.values_list("latest_revision").get(pk=page.pk)[0])
        later_draft = None if latest.pk == revision.pk else latest.as_object()
        page.go_live_at = go_live_at
        # The framework lets nobody save a page that waits for its hour: the old hour is called off first.
        scheduled.update(approved_go_live_at=None)
        moved = page.save_revision(user=user, log_action=True, clean=False)
        moved.publish(user=user)
        if later_draft is not None:
            # What was written after the scheduled version stays the version that editors open.
            later_draft.save_revision(user=user, clean=False)
    return moved
