"""Previews at the desk: pictures as readers will see them when the page goes live."""

from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from editorial.models.desk import DeskCard
from editorial.rights import seen_at, start_of


class PreviewedAhead:
    """A page whose preview at the desk is that of the hour for which it is planned."""

    def make_preview_request(self, original_request=None, preview_mode=None, extra_request_attrs=None):
        """As the framework's. Without a request of the desk's, as for a stranger with a share link, it is read now.

        Pictures that may not be shown today are handed to editors only.
        """
        arguments = (original_request, preview_mode, extra_request_attrs)
        if original_request is None:
            return super().make_preview_request(*arguments)
        with seen_at(planned_hour(self)):
            return super().make_preview_request(*arguments)


def planned_hour(page: Page, at: datetime | None = None) -> datetime:
    """When readers see this version first: when it is scheduled, else the day it is due, not before its embargo.

    What lies behind counts as nothing: then it is `at`, which is now unless given.
    """
    at = at or timezone.now()
    if page.go_live_at and page.go_live_at > at:
        return page.go_live_at
    card = DeskCard.objects.filter(page=page.pk).first() if page.pk else None
    planned = (start_of(card.due_on), card.embargo_until) if card else ()
    return max([at, *(moment for moment in planned if moment is not None)])
