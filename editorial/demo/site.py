"""The front page, the fixed indexes, site settings and plain text pages."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import AbstractUser

from editorial.demo.markdown import rich_text
from editorial.demo.pages import OPENING_DAY, Planter, describe, publish, rows
from editorial.demo.registry import Registry
from editorial.demo.sources import Entry, Passage, entry_from, fields, parse_toml
from editorial.demo.stories import read_front
from editorial.models import (
    BasePage,
    CollaborationIndexPage,
    FeatureIndexPage,
    HomePage,
    HomeStory,
    PartnerIndexPage,
    PersonIndexPage,
    SiteSettings,
    StandardPage,
)

PAGE = fields("key title summary description", "slug accent seo_title")
INDEXES = {
    "features": FeatureIndexPage,
    "collaborations": CollaborationIndexPage,
    "people": PersonIndexPage,
    "partners": PartnerIndexPage,
}
# Introductions that site settings keep, for pages that are views.
VIEWS = ("releases", "glossary", "country", "search")
SITE = fields(
    "tagline description default_market cookie_policy introductions cookie_notice footer_note",
    "lead stories",
)


def read_site(path: Path) -> Entry:
    """The site's own words. Raises DemoDataError."""
    text = path.read_text(encoding="utf-8")
    return entry_from(path.name, parse_toml(path.name, text), text, 1).check(SITE)


@dataclass(frozen=True)
class PlainPage:
    """A page of plain text: its fields, and its text with headings."""

    front: Entry
    text: Passage


def read_page(path: Path) -> PlainPage:
    """The page in the file. Raises DemoDataError."""
    front, lines = read_front(path, PAGE)
    return PlainPage(front, Passage(path.name, lines[0][0] if lines else 1, "\n".join(line for _number, line in lines)))


def plant_pages(planter: Planter, pages: list[PlainPage]) -> None:
    """Put the plain text pages under the front page."""
    home = HomePage.objects.get()
    for page in pages:
        planter.plant("page", page.front, home, StandardPage, OPENING_DAY)


def fill_page(page: StandardPage, source: PlainPage, registry: Registry, user: AbstractUser) -> None:
    """Write a plain text page and publish it."""
    describe(page, source.front, registry)
    page.body = rich_text(source.text, registry.link)
    publish(page, user)


def fill_fixed_pages(entry: Entry, registry: Registry, user: AbstractUser) -> int:
    """Write the front page and the indexes, where nobody has written them yet; how many were written."""
    written: list[BasePage] = []
    for name, model in INDEXES.items():
        page = model.objects.get()
        if page.latest_revision_id is None:
            page.introduction = entry["introductions"].get(name, "").strip()
            publish(page, user)
            written.append(page)
    home = HomePage.objects.get()
    if home.latest_revision_id is None:
        home.tagline = entry.text("tagline")
        home.search_description = entry.text("description")
        home.lead_feature = registry.named(entry, "lead", "feature")
        home.stories = rows(HomeStory, feature=registry.all_named(entry, "stories", "feature"))
        publish(home, user)
        written.append(home)
    for page in written:
        registry.add("fixed", page.slug, page, is_fresh=True)
    return len(written)


def fill_settings(entry: Entry, registry: Registry) -> None:
    """Set what the site settings leave empty."""
    settings = SiteSettings.load()
    wanted = {f"{view}_introduction": entry["introductions"].get(view, "").strip() for view in VIEWS}
    wanted |= {"cookie_notice": entry.text("cookie_notice"), "footer_note": entry.text("footer_note")}
    wanted["disclosure"] = entry.get("disclosure", "")
    wanted["default_market"] = registry.named(entry, "default_market", "market")
    wanted["cookie_policy"] = registry.named(entry, "cookie_policy", "page")
    for name, value in wanted.items():
        if not getattr(settings, name):
            setattr(settings, name, value)
    settings.save()
