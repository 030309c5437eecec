"""People, partners and what they made together."""

from django.contrib.auth.models import AbstractUser

from editorial.choices import PartnerKind
from editorial.demo.catalogue import one_of
from editorial.demo.markdown import rich_text
from editorial.demo.pages import OPENING_DAY, Planter, describe, publish, rows
from editorial.demo.registry import Registry
from editorial.demo.sources import Entry, fields
from editorial.models import (
    CollaborationIndexPage,
    CollaborationPage,
    CollaborationPartner,
    CollaborationProduct,
    CollaborationSilhouette,
    PartnerIndexPage,
    PartnerPage,
    PersonIndexPage,
    PersonPage,
)

PERSON = fields("key title role summary description bio", "slug portrait location accent")
PARTNER = fields("key title kind summary description bio", "slug location picture accent website")
COLLABORATION = fields(
    "key title summary description partners silhouettes products year accent hero story",
    "slug subject_line month day sequence facts",
)


def plant_company(planter: Planter, people: list[Entry], partners: list[Entry], collaborations: list[Entry]) -> None:
    """Put them under their indexes."""
    for kind, entries, index, model in (
        ("person", people, PersonIndexPage, PersonPage),
        ("partner", partners, PartnerIndexPage, PartnerPage),
        ("collaboration", collaborations, CollaborationIndexPage, CollaborationPage),
    ):
        parent = index.objects.get()
        for entry in entries:
            planter.plant(kind, entry, parent, model, OPENING_DAY)


def fill_person(page: PersonPage, entry: Entry, registry: Registry, user: AbstractUser) -> None:
    """Write a person and publish the page."""
    describe(page, entry, registry)
    page.lead_image = registry.named(entry, "portrait", "picture")
    page.role, page.location = entry.text("role"), entry.text("location")
    page.biography = rich_text(entry.passage("bio"), registry.link)
    publish(page, user)


def fill_partner(page: PartnerPage, entry: Entry, registry: Registry, user: AbstractUser) -> None:
    """Write a partner and publish the page."""
    describe(page, entry, registry)
    page.lead_image = registry.named(entry, "picture", "picture")
    page.kind = one_of(PartnerKind, entry, "kind", entry.text("kind"))
    page.location, page.website = entry.text("location"), entry.text("website")
    page.biography = rich_text(entry.passage("bio"), registry.link)
    publish(page, user)


def fill_collaboration(page: CollaborationPage, entry: Entry, registry: Registry, user: AbstractUser) -> None:
    """Write a collaboration and publish it."""
    describe(page, entry, registry)
    page.year, page.month, page.day = entry["year"], entry.get("month"), entry.get("day")
    page.sequence = entry.get("sequence", 0)
    page.subject_line = entry.text("subject_line")
    page.story = rich_text(entry.passage("story"), registry.link)
    page.partners = rows(CollaborationPartner, partner=registry.pointed_at(entry, "partners"))
    page.silhouettes = rows(CollaborationSilhouette, silhouette=registry.all_named(entry, "silhouettes", "silhouette"))
    page.products = rows(CollaborationProduct, product=registry.all_named(entry, "products", "product"))
    publish(page, user)
