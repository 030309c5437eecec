"""What stands in the calendar between two days, one or two queries for each kind."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db.models import CharField, Count, IntegerField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from editorial.choices import ReleaseStatus
from editorial.desk.due import is_overdue, is_scheduled
from editorial.desk.people import editable_pages
from editorial.listings.rights import endings
from editorial.models import DeskCard, EditorialImage, FeaturePage, Release

DUE, SCHEDULED, PUBLISHED, RELEASE, RIGHTS = "due", "scheduled", "published", "release", "rights"
KINDS = {
    DUE: gettext_lazy("Due"),
    SCHEDULED: gettext_lazy("Goes live"),
    PUBLISHED: gettext_lazy("Published"),
    RELEASE: gettext_lazy("Release"),
    RIGHTS: gettext_lazy("Rights end"),
}
# Entries of one kind in one month; a month with more says so.
MOST = 300


@dataclass
class Entry:
    """One line of the calendar. `at` is None for what has a day and no hour; `key` names it in addresses.

    `url` is where it is edited; `is_movable` whether this user may put it on another day from here; `is_overdue`
    whether its day has passed and it is neither out nor on the schedule.
    """

    kind: str
    day: datetime.date
    title: str
    url: str
    at: datetime.datetime | None = None
    note: str = ""
    key: int = 0
    page_id: int = 0
    is_feature: bool = False
    is_movable: bool = False
    is_overdue: bool = False
    conflicts: list[str] = field(default_factory=list)

    @property
    def kind_name(self) -> str:
        """What the kind is called."""
        return KINDS[self.kind]

    @property
    def move_url(self) -> str:
        """The form that puts it on another day."""
        return reverse("desk_move", args=[self.kind, self.key])


@dataclass(frozen=True)
class Span:
    """Whole days of the newsroom, `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def hours(self) -> tuple[datetime.datetime, datetime.datetime]:
        """The first moment of the span and the first after it, in the newsroom's time."""
        after = self.last + datetime.timedelta(days=1)
        return midnight(self.first), midnight(after)

    @property
    def months(self) -> list[tuple[int, int]]:
        """Year and month of every month the span touches."""
        days = range((self.last - self.first).days + 1)
        return sorted({((day := self.first + datetime.timedelta(days=n)).year, day.month) for n in days})


def midnight(day: datetime.date) -> datetime.datetime:
    """The first moment of a day in the newsroom."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def local_day(at: datetime.datetime) -> datetime.date:
    """The newsroom's day of a moment."""
    return timezone.localtime(at).date()


def due(span: Span, user) -> Iterator[Entry]:
    """Pages with something unpublished that their card says are due."""
    cards = DeskCard.objects.filter(
        Q(page__has_unpublished_changes=True) | Q(page__live=False),
        due_on__range=(span.first, span.last),
        page__in=editable_pages(user),
    )
    cards = cards.select_related("page").annotate(is_scheduled=is_scheduled("page_id"))
    for card in cards.order_by("due_on", "pk")[:MOST]:
        yield Entry(
            DUE,
            card.due_on,
            card.page.draft_title,
            reverse("wagtailadmin_pages:edit", args=[card.page_id]),
            note=card.page.page_type_display_name,
            key=card.page_id,
            page_id=card.page_id,
            is_movable=True,
            is_overdue=is_overdue(card) and not card.is_scheduled,
        )


def scheduled(span: Span, user) -> Iterator[Entry]:
    """Versions that go live by themselves."""
    since, until = span.hours
    found = (
        Revision.page_revisions.filter(approved_go_live_at__gte=since, approved_go_live_at__lt=until)
        .filter(object_id__in=editable_pages(user).values(text=Cast("pk", CharField())))
        .annotate(page_id=Cast("object_id", IntegerField()))
        .defer("content")
        .select_related("content_type")
        .order_by("approved_go_live_at", "pk")
    )
    revisions = list(found[:MOST])
    policy = policy_registry.get_by_type(Page)
    allowed = policy.instances_user_has_permission_for(user, "publish").filter(pk__in=[r.page_id for r in revisions])
    publishable = set(allowed.values_list("pk", flat=True))
    for revision in revisions:
        yield scheduled_entry(revision, revision.page_id, revision.page_id in publishable)


def scheduled_entry(revision: Revision, page_id: int, is_movable: bool = False) -> Entry:
    """The line of a version that goes live by itself."""
    model = revision.content_type.model_class()
    return Entry(
        SCHEDULED,
        local_day(revision.approved_go_live_at),
        revision.object_str,
        reverse("wagtailadmin_pages:edit", args=[page_id]),
        at=revision.approved_go_live_at,
        note=model.get_verbose_name() if model else revision.content_type.name,
        key=revision.pk,
        page_id=page_id,
        is_feature=model is FeaturePage,
        is_movable=is_movable,
    )


def published(span: Span, user) -> Iterator[Entry]:
    """Pages that readers saw for the first time, stories before the catalogue."""
    since, until = span.hours
    stories = FeaturePage.objects.values("pk")
    pages = editable_pages(user).filter(live=True, first_published_at__gte=since, first_published_at__lt=until)
    pages = pages.annotate(is_story=Count("pk", filter=Q(pk__in=stories)))
    for page in pages.order_by("-is_story", "first_published_at", "pk")[:MOST]:
        yield Entry(
            PUBLISHED,
            local_day(page.first_published_at),
            page.title,
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            at=page.first_published_at,
            note=page.page_type_display_name,
            page_id=page.pk,
        )


def releases(span: Span, user) -> Iterator[Entry]:
    """Releases whose day is known, a product once a day however many countries share it."""
    on_days = Q(pk__in=[])
    for year, month in span.months:
        first = span.first.day if (year, month) == (span.first.year, span.first.month) else 1
        last = span.last.day if (year, month) == (span.last.year, span.last.month) else 31
        on_days |= Q(year=year, month=month, day__range=(first, last))
    for row in release_rows(on_days)[:MOST]:
        yield release_entry(row, datetime.date(row["year"], row["month"], row["day"]))


def releases_without_day(year: int, month: int) -> list[Entry]:
    """Releases of which no more is known than the month; `day` is its first. One more than fit, if there are more."""
    first = datetime.date(year, month, 1)
    return [release_entry(row, first) for row in release_rows(Q(year=year, month=month, day=None))[: MOST + 1]]


def release_rows(when: Q):
    """Releases not called off, a row for each product and date, with the number of countries."""
    return (
        Release.objects.filter(when)
        .exclude(status=ReleaseStatus.CANCELLED)
        .values("product", "product__title", "product__silhouette__title", "year", "month", "day")
        .annotate(countries=Count("pk"))
        .order_by("year", "month", "day", "product__title", "product")
    )


def release_entry(row: dict, day: datetime.date) -> Entry:
    """The line of a release."""
    countries = ngettext("in %(number)d country", "in %(number)d countries", row["countries"])
    return Entry(
        RELEASE,
        day,
        f"{row['product__silhouette__title']} {row['product__title']}",
        reverse("wagtailadmin_pages:edit", args=[row["product"]]),
        note=countries % {"number": row["countries"]},
        page_id=row["product"],
    )


def rights(span: Span, user) -> Iterator[Entry]:
    """Pictures on the last day they may be shown."""
    policy = policy_registry.get_by_type(EditorialImage)
    mine = policy.instances_user_has_any_permission_for(user, ["change"]).values("pk")
    for picture in endings(span.first, span.last).filter(pk__in=mine)[:MOST]:
        url = reverse("wagtailimages:edit", args=[picture.pk])
        yield Entry(RIGHTS, picture.rights_until, picture.title, url, note=_("picture"), key=picture.pk)


SOURCES: dict[str, Callable[[Span, object], Iterator[Entry]]] = {
    DUE: due,
    SCHEDULED: scheduled,
    PUBLISHED: published,
    RELEASE: releases,
    RIGHTS: rights,
}


def entries(span: Span, user, kinds: list[str]) -> tuple[list[Entry], list[str]]:
    """The entries of the kinds, by day and hour, and the kinds of which there are more than fit."""
    found: list[Entry] = []
    cut: list[str] = []
    for kind in kinds:
        of_kind = list(SOURCES[kind](span, user))
        found += of_kind
        if len(of_kind) >= MOST:
            cut.append(str(KINDS[kind]))
    order = list(KINDS)
    found.sort(key=lambda entry: (entry.day, entry.at or midnight(entry.day), order.index(entry.kind), entry.title))
    return found, cut
