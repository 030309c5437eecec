"""The whole demo issue as data: every file read and checked before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from editorial.demo import catalogue, company, features, newsroom, shops, site, vocabulary
from editorial.demo.sources import DATA, Entry, read_tables
from editorial.demo.stories import Story, read_story


@dataclass(frozen=True)
class Issue:
    """Everything the files say."""

    brands: list[Entry]
    silhouettes: list[Entry]
    products: list[Entry]
    releases: list[Entry]
    collaborations: list[Entry]
    retailers: list[Entry]
    people: list[Entry]
    partners: list[Entry]
    topics: list[Entry]
    terms: list[Entry]
    stories: list[Story]
    pages: list[site.PlainPage]
    site: Entry
    newsroom_people: list[Entry]
    newsroom_cards: list[Entry]


def read_issue(data: Path = DATA) -> Issue:
    """Read every file. Raises DemoDataError naming file and line."""
    issue = read_files(data)
    products_of = {entry.key: entry["products"] for entry in issue.collaborations}
    for entry in issue.products:
        key = entry.get("collaboration")
        if key and entry.key not in products_of.get(key, ()):
            raise entry.error(f"the collaboration '{key}' does not list this product.", "collaboration")
    return issue


def read_files(data: Path) -> Issue:
    """Every file by itself."""
    return Issue(
        brands=read_tables(data / "brands.toml", "brand", catalogue.BRAND),
        silhouettes=read_tables(data / "silhouettes.toml", "silhouette", catalogue.SILHOUETTE),
        products=read_tables(data / "products.toml", "product", catalogue.PRODUCT),
        releases=read_tables(data / "releases.toml", "release", catalogue.RELEASE),
        collaborations=read_tables(data / "collaborations.toml", "collaboration", company.COLLABORATION),
        retailers=read_tables(data / "retailers.toml", "retailer", shops.RETAILER),
        people=read_tables(data / "people.toml", "person", company.PERSON),
        partners=read_tables(data / "partners.toml", "partner", company.PARTNER),
        topics=read_tables(data / "topics.toml", "topic", vocabulary.TOPIC),
        terms=read_tables(data / "terms.toml", "term", vocabulary.TERM),
        stories=[read_story(path, features.STORY) for path in sorted((data / "stories").glob("*.md"))],
        pages=[site.read_page(path) for path in sorted((data / "pages").glob("*.md"))],
        site=site.read_site(data / "site.toml"),
        newsroom_people=read_tables(data / "newsroom.toml", "person", newsroom.PERSON),
        newsroom_cards=read_tables(data / "newsroom.toml", "card", newsroom.CARD),
    )
