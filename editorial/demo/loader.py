"""Loading the demo issue: once, whole, and never over an editor's work.

Every object has a key that stays. A run makes what is missing and leaves what is there alone, so that a second run
changes nothing, and a run after a part was deleted brings that part back.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db import transaction

from editorial.actions.unlinked_mentions import rewrite_every_unlinked
from editorial.demo import catalogue, company, features, quiet, site, vocabulary
from editorial.demo.issue import Issue, read_issue
from editorial.demo.masters import file_pictures, prepare_pictures
from editorial.demo.newsroom import load_newsroom
from editorial.demo.pages import Planter, settle_dates
from editorial.demo.registry import Registry
from editorial.demo.rights import settle_rights
from editorial.demo.shops import load_shops
from editorial.demo.sources import DATA
from editorial.models import Market

DESK = "demo-desk"
EDITORS = "Editors"

Report = Callable[[str], None]


@dataclass
class Tally:
    """How many things a step made."""

    made: int = 0


class Steps:
    """Reports each step as it ends: what, how many, how long."""

    def __init__(self, report: Report):
        self.report = report

    @contextmanager
    def step(self, title: str) -> Iterator[Tally]:
        """Time the block; it counts what it made in the tally it is given."""
        began = time.perf_counter()
        tally = Tally()
        yield tally
        self.report(f"  {title:<24} {tally.made:>4} new {time.perf_counter() - began:>6.1f} s")


def load_demo(report: Report, max_width: int | None = None, data: Path = DATA) -> Registry:
    """Load the demo issue in one transaction.

    `report` receives a line for each step. `max_width` in pixels shrinks the pictures first.
    Raises DemoDataError naming file and line, and PublishRefused where the data does not pass the gate; in both cases
    nothing is changed.
    """
    steps = Steps(report)
    registry = Registry()
    with steps.step("Words read") as tally:
        issue = read_issue(data)
        tally.made = len(issue.stories) + len(issue.pages)
    with steps.step("Pictures copied") as tally:
        prepared = prepare_pictures(max_width)
        tally.made = len(prepared)
    with quiet.log_set_aside(), quiet.tasks_set_aside(), transaction.atomic():
        with steps.step("Pictures filed") as tally:
            tally.made = file_pictures(registry, prepared)
        fill(issue, registry, steps)
        with steps.step("References") as tally:
            fresh = quiet.as_stored([registry.objects[name] for name in registry.fresh])
            quiet.index_references(fresh)
            tally.made = len(fresh)
    # Outside the transaction: entering a page touches the entries of others, so editors who save meanwhile would wait
    # for the whole load, and on PostgreSQL the two could wait for each other.
    with steps.step("Search") as tally:
        if fresh:
            # A migration made the markets, and migrations do not index.
            quiet.index_for_search([*fresh, *Market.objects.all()])
        tally.made = len(fresh)
    with steps.step("Names without a link") as tally:
        tally.made = rewrite_every_unlinked()
    return registry


def fill(issue: Issue, registry: Registry, steps: Steps) -> None:
    """Plant every page, so that all can link to all; then write and publish them."""
    desk = desk_user()
    for market in Market.objects.all():
        registry.add("market", market.code, market)
    with steps.step("Places for pages") as tally:
        vocabulary.load_vocabulary(registry, issue.topics, issue.terms)
        planter = Planter(registry, desk)
        catalogue.plant_catalogue(planter, issue.brands, issue.silhouettes, issue.products)
        company.plant_company(planter, issue.people, issue.partners, issue.collaborations)
        features.plant_features(planter, issue.stories)
        site.plant_pages(planter, issue.pages)
        vocabulary.give_terms_their_brands(registry, issue.terms)
        tally.made = len(registry.fresh)
    by_key = {entry.key: entry for entry in issue.silhouettes}
    rounds = (
        ("Brands", "brand", issue.brands, catalogue.fill_brand),
        ("People", "person", issue.people, company.fill_person),
        ("Partners", "partner", issue.partners, company.fill_partner),
        ("Silhouettes", "silhouette", issue.silhouettes, catalogue.fill_silhouette),
        ("Products", "product", issue.products, lambda *args: catalogue.fill_product(*args, by_key)),
        ("Collaborations", "collaboration", issue.collaborations, company.fill_collaboration),
        ("Stories", "feature", issue.stories, features.fill_feature),
        ("Plain pages", "page", issue.pages, site.fill_page),
    )
    for title, kind, entries, write in rounds:
        with steps.step(title) as tally:
            for entry in entries:
                key = getattr(entry, "front", entry).key
                if registry.is_fresh(kind, key):
                    write(registry.objects[kind, key], entry, registry, desk)
                    tally.made += 1
    with steps.step("Releases") as tally:
        tally.made = catalogue.load_releases(issue.products, issue.releases, registry)
    with steps.step("Shops and offers") as tally:
        tally.made = load_shops(issue.retailers, registry)
    with steps.step("Newsroom") as tally:
        tally.made = load_newsroom(issue.newsroom_people, issue.newsroom_cards, registry, desk)
    with steps.step("Front page and indexes") as tally:
        tally.made = site.fill_fixed_pages(issue.site, registry, desk)
        site.fill_settings(issue.site, registry)
    settle_dates(registry)
    with steps.step("Rights of pictures") as tally:
        tally.made = settle_rights(registry)


def desk_user() -> AbstractUser:
    """Who the demo's drafts and submissions belong to; nobody can sign in with this name."""
    users = get_user_model()
    desk, is_new = users.objects.get_or_create(
        username=DESK, defaults={"first_name": "Demo", "last_name": "desk", "is_active": False}
    )
    if is_new:
        desk.set_unusable_password()
        desk.save()
        desk.groups.set(Group.objects.filter(name=EDITORS))
    return desk
