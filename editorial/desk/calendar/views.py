"""The calendar as a page."""

from collections import defaultdict

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.desk.calendar.asked import AGENDA, MONTH, asked_of
from editorial.desk.calendar.conflicts import note_conflicts
from editorial.desk.calendar.entries import KINDS, MOST, RELEASE, entries, releases_without_day

# Entries a day of the month shows; the agenda shows all.
SHOWN_IN_A_DAY = 4


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """A month, as a sheet of weeks or as a list of days."""

    page_title = _("Calendar")
    header_icon = "calendar"
    template_name = "desk/calendar/calendar.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        asked = asked_of(self.request.GET)
        found, cut = entries(asked.span, self.request.user, list(asked.kinds))
        note_conflicts(found)
        undated = releases_without_day(asked.year, asked.month) if RELEASE in asked.kinds else []
        if len(undated) > MOST and str(KINDS[RELEASE]) not in cut:
            cut.append(str(KINDS[RELEASE]))
        by_day = defaultdict(list)
        for entry in found:
            by_day[entry.day].append(entry)
        return super().get_context_data(
            asked=asked,
            month_name=date_format(asked.first, "F Y"),
            today=timezone.localdate(),
            weeks=[[sheet_day(day, by_day.get(day, []), asked) for day in week] for week in asked.weeks],
            days=[{"date": day, "entries": of_day} for day, of_day in sorted(by_day.items())],
            kinds=[(key, name, key in asked.kinds) for key, name in KINDS.items()],
            cut=cut,
            undated=undated[:MOST],
            conflicts=[entry for entry in found if entry.conflicts],
            month_query=asked.query(view=MONTH),
            agenda_query=asked.query(view=AGENDA),
            before=asked.beside(-1),
            after=asked.beside(1),
            zone=timezone.get_default_timezone_name(),
            **kwargs,
        )


def sheet_day(day, of_day: list, asked) -> dict:
    """One day on the sheet: its first entries, and how many more there are."""
    return {
        "date": day,
        "is_other": day.month != asked.month,
        "entries": of_day[:SHOWN_IN_A_DAY],
        "more": max(0, len(of_day) - SHOWN_IN_A_DAY),
    }
