"""Brands, silhouettes, products and their releases."""

import datetime
import re
from decimal import Decimal, InvalidOperation

from django.contrib.auth.models import AbstractUser

from editorial.choices import Colour, ReleaseStatus, Sizing
from editorial.demo.markdown import rich_text
from editorial.demo.pages import OPENING_DAY, Planter, describe, publish, rows
from editorial.demo.registry import Registry
from editorial.demo.sources import Entry, fields
from editorial.models import (
    BrandPage,
    HomePage,
    ProductColour,
    ProductPage,
    ProductPicture,
    Release,
    RetailPrice,
    SilhouetteDesigner,
    SilhouettePage,
    SilhouetteTechnology,
    SpecRow,
)

BRAND = fields("key title summary description accent hero intro", "slug founded country home")
SILHOUETTE = fields(
    "key brand title summary description year accent hero intro spec",
    "slug returned predecessor designers technologies lead_feature prices",
)
PRODUCT = fields(
    "key silhouette title style_code colours sizing summary description note pictures accent released",
    "slug collaboration prices",
)
RELEASE = fields("product market year status source", "month day note")

PART_OF_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def plant_catalogue(planter: Planter, brands: list[Entry], silhouettes: list[Entry], products: list[Entry]) -> None:
    """Put the three levels into the tree."""
    home = HomePage.objects.get()
    registry = planter.registry
    for entry in brands:
        planter.plant("brand", entry, home, BrandPage, OPENING_DAY)
    for entry in silhouettes:
        planter.plant("silhouette", entry, registry.named(entry, "brand", "brand"), SilhouettePage, OPENING_DAY)
    for entry in products:
        parent = registry.named(entry, "silhouette", "silhouette")
        planter.plant("product", entry, parent, ProductPage, first_day(entry))


def fill_brand(page: BrandPage, entry: Entry, registry: Registry, user: AbstractUser) -> None:
    """Write a brand and publish it."""
    describe(page, entry, registry)
    page.founded = entry.get("founded")
    page.home_country = ", ".join(part for part in (entry.text("home"), entry.text("country")) if part)
    page.introduction = rich_text(entry.passage("intro"), registry.link)
    publish(page, user)


def fill_silhouette(page: SilhouettePage, entry: Entry, registry: Registry, user: AbstractUser) -> None:
    """Write a silhouette and publish it."""
    describe(page, entry, registry)
    page.year, page.returned = entry["year"], entry.get("returned")
    page.predecessor = registry.named(entry, "predecessor", "silhouette")
    page.lead_feature = registry.named(entry, "lead_feature", "feature")
    page.introduction = rich_text(entry.passage("intro"), registry.link)
    page.designers = rows(SilhouetteDesigner, person=registry.all_named(entry, "designers", "person"))
    page.technologies = rows(SilhouetteTechnology, term=registry.all_named(entry, "technologies", "term"))
    page.spec_rows = rows(
        SpecRow, label=[label for label, _value in entry["spec"]], value=[value for _label, value in entry["spec"]]
    )
    publish(page, user)


def fill_product(page: ProductPage, entry: Entry, registry: Registry, user: AbstractUser, silhouettes) -> None:
    """Write a product and publish it. Where it names no prices, those of its silhouette's entry hold."""
    describe(page, entry, registry)
    main, *others = registry.all_named(entry, "pictures", "picture")
    page.lead_image = main
    page.style_code = entry.text("style_code")
    page.sizing = one_of(Sizing, entry, "sizing", entry.text("sizing"))
    page.note = rich_text(entry.passage("note"), registry.link)
    page.colours = rows(ProductColour, colour=[one_of(Colour, entry, "colours", name) for name in entry["colours"]])
    page.pictures = rows(ProductPicture, image=others)
    prices = entry if "prices" in entry else silhouettes[entry["silhouette"]]
    asked = prices.get("prices", {})
    page.retail_prices = rows(
        RetailPrice,
        market=[registry.find("market", code, prices, "prices") for code in asked],
        amount=[money(prices, amount) for amount in asked.values()],
    )
    publish(page, user)


def load_releases(products: list[Entry], upcoming: list[Entry], registry: Registry) -> int:
    """Enter what came out, and what is still to come; how many were new. One that is there is left as it is."""
    known = set(Release.objects.values_list("product_id", "market_id"))
    stated = [past(entry, code, day, registry) for entry in products for code, day in entry["released"].items()]
    stated += [still_to_come(entry, registry) for entry in upcoming]
    missing = [release for release in stated if (release.product_id, release.market_id) not in known]
    return len(Release.objects.bulk_create(missing))


def past(entry: Entry, code: str, day: str, registry: Registry) -> Release:
    """A release that a product's own entry states."""
    year, month, number = parts(entry, "released", day)
    return Release(
        product_id=registry.find("product", entry.key, entry).pk,
        market=registry.find("market", code, entry, "released"),
        year=year,
        month=month,
        day=number,
        status=ReleaseStatus.RELEASED,
    )


def still_to_come(entry: Entry, registry: Registry) -> Release:
    """A release from the list of what is announced."""
    return Release(
        product_id=registry.named(entry, "product", "product").pk,
        market=registry.named(entry, "market", "market"),
        year=entry["year"],
        month=entry.get("month"),
        day=entry.get("day"),
        status=one_of(ReleaseStatus, entry, "status", entry.text("status")),
        source=entry.text("source"),
        note=entry.text("note"),
    )


def first_day(entry: Entry) -> datetime.date:
    """The first day on which the product could be bought; the opening day where none is known to the day."""
    days = [parts(entry, "released", day) for day in entry["released"].values()]
    return min((datetime.date(*day) for day in days if None not in day), default=OPENING_DAY)


def parts(entry: Entry, name: str, text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of a date such as 2021, 2021-03 or 2021-03-12. Raises DemoDataError."""
    found = PART_OF_DATE.match(text)
    if not found:
        raise entry.error(f"'{text}' is no date; write 2021-03-12, 2021-03 or 2021.", name)
    year, month, day = (int(part) if part else None for part in found.groups())
    return year, month, day


def one_of(choices, entry: Entry, name: str, value: str) -> str:
    """The value, if it is one of the choices. Raises DemoDataError."""
    if value not in choices.values:
        raise entry.error(f"'{value}' is none of {', '.join(choices.values)}.", name)
    return value


def money(entry: Entry, amount: str) -> Decimal:
    """The amount as a decimal. Raises DemoDataError."""
    try:
        return Decimal(amount)
    except InvalidOperation:
        raise entry.error(f"'{amount}' is no amount of money.", "prices") from None
