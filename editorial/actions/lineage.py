"""Moving, copying and converting parts of the catalogue without two products meeting on one style code.

Silhouettes and products carry columns copied from the tree (brand, silhouette). The checks here run before anything is
changed; `refresh_lineage` brings the columns up to date after a move.
"""

from collections.abc import Iterable

from wagtail.models import Page

from editorial.checks import MoveRefused, Problem
from editorial.checks.rules.pages import parent_is_live
from editorial.checks.rules.products import style_code_taken
from editorial.models import BrandPage, ProductPage, SilhouettePage
from editorial.models.silhouettes import ancestor_paths
from editorial.style_codes import style_key


def check_move(page: Page, parent: Page) -> None:
    """Raises MoveRefused when moving the page under `parent` would give two live products of a brand one style code."""
    problems = move_problems(page, parent)
    if problems:
        raise MoveRefused(page, problems)


def move_problems(page: Page, parent: Page) -> list[Problem]:
    """Style codes of live products at or under the page that live products of the brand at `parent` have already."""
    brand_id = brand_at(parent)
    moving = [product for product in live_products(page) if product.style_key and product.brand_id != brand_id]
    return collisions(moving, brand_id, exclude=[product.pk for product in moving])


def copy_problems(page: Page, parent: Page, recursive: bool) -> list[Problem]:
    """What keeps live copies of the page (and of what is under it, if `recursive`) from standing under `parent`."""
    copied = live_products(page) if recursive else live_products(page).filter(pk=page.pk)
    original = page.specific_class(live=True, title=page.title, go_live_at=None)
    original.intended_parent = parent
    return [*parent_is_live(original), *collisions(copied, brand_at(parent))]


def conversion_problems(alias: Page) -> list[Problem]:
    """What keeps a live alias from becoming a page of its own."""
    products = live_products(alias).filter(pk=alias.pk)
    return collisions(products, brand_at(alias), exclude=[alias.pk])


def live_products(page: Page):
    """The live products at or under the page, aliases too."""
    return ProductPage.objects.live().descendant_of(page, inclusive=True)


def collisions(products: Iterable[ProductPage], brand_id: int | None, exclude: Iterable[int] = ()) -> list[Problem]:
    """A problem for each product whose code another live product of the brand holds already."""
    codes = {style_key(product.style_code): product.style_code for product in products if product.style_code}
    if brand_id is None or not codes:
        return []
    holders = ProductPage.objects.filter(brand_id=brand_id, style_key__in=codes).exclude(pk__in=exclude)
    holders = holders.select_related("brand", "silhouette").order_by("path")
    return [style_code_taken(codes[holder.style_key], holder) for holder in holders]


def brand_at(page: Page) -> int | None:
    """The brand that this place of the tree belongs to: the page itself or the one above it."""
    paths = [*ancestor_paths(page), page.path]
    return BrandPage.objects.filter(path__in=paths).values_list("pk", flat=True).first()


def refresh_lineage(page: Page) -> None:
    """Set the brand and silhouette columns at and under a moved page, from the tree."""
    brand_id = brand_at(page)
    if brand_id is None:
        return
    SilhouettePage.objects.descendant_of(page, inclusive=True).update(brand_id=brand_id)
    ProductPage.objects.descendant_of(page, inclusive=True).update(brand_id=brand_id)
    moved = ProductPage.objects.filter(pk=page.pk).first()
    if moved is not None:
        moved.follow_tree()
        ProductPage.objects.filter(pk=moved.pk).update(silhouette_id=moved.silhouette_id)
