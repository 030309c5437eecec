"""Panels of the schedule: versions that the gate refused when their hour came, and those still to go live."""

import datetime

from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import PageLogEntry, Revision

from editorial.actions.publish_due import REFUSED_ACTION
from editorial.desk.calendar.conflicts import note_conflicts
from editorial.desk.calendar.entries import scheduled_entry
from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address, kind_of
from editorial.desk.people import editable_pages

# A refusal that nobody minded for this long is no news any more.
REFUSALS_SHOWN_FOR = datetime.timedelta(days=30)


class Refused(DeskPanel):
    """Scheduled versions that the gate refused and nobody has touched since."""

    name = "refused"
    heading = gettext_lazy("Refused by the gate")
    empty = gettext_lazy("Everything scheduled went live.")
    empty_for_some = gettext_lazy("None of the pages you may edit was refused.")

    def items(self, user):
        return (
            PageLogEntry.objects.filter(
                action=REFUSED_ACTION,
                timestamp__gte=timezone.now() - REFUSALS_SHOWN_FOR,
                revision=F("page__latest_revision"),
                page__has_unpublished_changes=True,
                page__in=editable_pages(user),
            )
            .select_related("page", "content_type")
            .order_by("-timestamp")
        )

    def dress(self, items, user):
        for entry in items:
            remark = " ".join(entry.data.get("problems", []))
            kind = kind_of(entry.content_type)
            yield Row(entry.page.draft_title, edit_address(entry.page_id), kind, entry.timestamp, remark)


class Scheduled(DeskPanel):
    """Versions that go live by themselves, next first, and what stands against their hour."""

    name = "scheduled"
    heading = gettext_lazy("Scheduled")
    empty = gettext_lazy("Nothing is scheduled.")
    empty_for_some = gettext_lazy("None of the pages you may edit is scheduled.")
    when = gettext_lazy("Goes live")

    def items(self, user):
        mine = editable_pages(user).values(key=Cast("pk", CharField()))
        return (
            Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=mine)
            .defer("content")
            .select_related("content_type")
            .order_by("approved_go_live_at", "pk")
        )

    def dress(self, items, user):
        entries = [scheduled_entry(revision, int(revision.object_id)) for revision in items]
        note_conflicts(entries)
        for entry in entries:
            said = [_("due; the schedule has not come round yet")] if entry.at < timezone.now() else []
            remark = " ".join([*said, *entry.conflicts])
            yield Row(entry.title, entry.url, entry.note, entry.at, remark, is_late=bool(entry.conflicts))
