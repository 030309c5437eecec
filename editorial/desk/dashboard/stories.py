"""Live stories that grew old and want another look."""

import datetime
import math

from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import ReferenceIndex, get_default_page_content_type

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.people import editable_pages
from editorial.models import FeaturePage, OutboundClick

# A story nobody has published anew for this long is looked at again.
STALE_AFTER = datetime.timedelta(days=180)
# Clicks older than this say little about today's readers.
CLICKS_COUNTED = datetime.timedelta(days=90)


def staleness(days: float, clicks: int, links: int) -> float:
    """How much an old story matters: its age, more where readers go on to shops from it and where others link to it.

    Each counts by its logarithm, so that one famous story does not hide all others.
    """
    return days * (1 + math.log1p(clicks) + math.log1p(links))


class StaleStories(DeskPanel):
    """Live stories that nobody has touched for half a year."""

    name = "stale"
    heading = gettext_lazy("Stale stories")
    empty = gettext_lazy("Every live story was looked at within half a year.")
    empty_for_some = gettext_lazy("None among the pages you may edit.")
    when = gettext_lazy("Last published")

    def items(self, user):
        """Rows of (weight, clicks, links, story), the weightiest first. Three queries, however many there are."""
        now = timezone.now()
        old = FeaturePage.objects.live().filter(pk__in=editable_pages(user), last_published_at__lt=now - STALE_AFTER)
        stories = list(old.only("pk", "title", "draft_title", "last_published_at", "content_type"))
        keys = [story.pk for story in stories]
        clicks, links = clicks_of(keys, now.date()), links_to(keys)
        weighed = [
            (
                staleness((now - story.last_published_at).days, clicks.get(story.pk, 0), links.get(story.pk, 0)),
                clicks.get(story.pk, 0),
                links.get(story.pk, 0),
                story,
            )
            for story in stories
        ]
        return sorted(weighed, key=lambda row: (-row[0], row[3].pk))

    def dress(self, items, user):
        for _weight, clicks, links, story in items:
            said = [
                ngettext("%(number)d shop click", "%(number)d shop clicks", clicks) % {"number": clicks},
                ngettext("%(number)d page links to it", "%(number)d pages link to it", links) % {"number": links},
            ]
            kind, when = FeaturePage.get_verbose_name(), story.last_published_at
            yield Row(story.draft_title, edit_address(story.pk), kind, when, "; ".join(said))


def clicks_of(page_ids: list[int], today: datetime.date) -> dict[int, int]:
    """Clicks to shops from each page in the last while, by page id."""
    recent = OutboundClick.objects.filter(page__in=page_ids, day__gte=today - CLICKS_COUNTED)
    return dict(recent.values_list("page").annotate(total=Sum("clicks")))


def links_to(page_ids: list[int]) -> dict[int, int]:
    """How many other things point at each page, by page id."""
    pointing = ReferenceIndex.objects.filter(
        to_content_type=get_default_page_content_type(), to_object_id__in=[str(pk) for pk in page_ids]
    )
    counted = pointing.order_by().values_list("to_object_id").annotate(total=Count("object_id", distinct=True))
    return {int(key): total for key, total in counted}
