"""Planting pages and seeing them into their state, by the same road editors use."""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser
from django.db.models import F, Model
from django.utils import timezone
from wagtail.models import Page

from editorial.demo.registry import PAGE_KINDS, Registry, stable_id
from editorial.demo.sources import Entry
from editorial.models import BasePage

# Pages whose data gives no date went up together, on this one, so that the demo is the same wherever it is loaded.
OPENING_DAY = datetime.date(2026, 1, 12)
MORNING = datetime.time(8, 0)


def at_eight(day: datetime.date) -> datetime.datetime:
    """Eight in the morning of that day, editors' time."""
    return timezone.make_aware(datetime.datetime.combine(day, MORNING))


@dataclass
class Planter:
    """Finds the demo's pages in the tree or plants them as empty drafts, so that they can link to each other."""

    registry: Registry
    owner: AbstractUser
    known: dict = field(default_factory=dict)

    def __post_init__(self):
        self.known = {page.translation_key: page for page in Page.objects.exclude(depth=1).specific()}

    def plant(self, kind: str, entry: Entry, parent: Page, model: type[BasePage], published: datetime.date | None):
        """File the entry's page under its parent; `published` is the day readers first saw it, None if never."""
        key = stable_id(kind, entry.key)
        page = self.known.get(key)
        if page is None:
            page = model(
                title=entry.text("title"),
                slug=entry.get("slug", entry.key),
                translation_key=key,
                live=False,
                owner=self.owner,
                first_published_at=at_eight(published) if published else None,
            )
            parent.add_child(instance=page)
        self.registry.add(kind, entry.key, page, is_fresh=key not in self.known)


def describe(page: BasePage, entry: Entry, registry: Registry) -> None:
    """Fill what every page has: names, summary, lead picture, accent, words for machines."""
    page.title = entry.text("title")
    page.listing_summary = entry.text("summary")
    page.search_description = entry.text("description")
    page.seo_title = entry.text("seo_title")
    page.accent = entry.text("accent")
    page.lead_image = registry.named(entry, "hero", "picture")


def rows(model: type[Model], **columns: list) -> list[Model]:
    """Child rows in order: one for each value of the columns, all of the same length."""
    names = list(columns)
    return [
        model(sort_order=order, **dict(zip(names, values, strict=True)))
        for order, values in enumerate(zip(*columns.values(), strict=True))
    ]


def publish(page: BasePage, user: AbstractUser) -> None:
    """Save a revision and publish it through the gate. Raises PublishRefused."""
    # The desk's user cannot sign in, so has no rights to check; what the gate asks is asked all the same.
    page.publish(page.save_revision(user=user), user=user, skip_permission_checks=True)


def settle_dates(registry: Registry) -> None:
    """Say that what this run published has not changed since it first appeared."""
    fresh = [registry.objects[kind, key].pk for kind, key in registry.fresh if kind in PAGE_KINDS]
    Page.objects.filter(pk__in=fresh, live=True).update(last_published_at=F("first_published_at"))
