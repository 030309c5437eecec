"""Colourways and silhouettes in the structured data of their pages, from what the templates were given."""

from editorial.addresses import absolute_url
from editorial.structured_data import products as words
from editorial.structured_data.graph import ImageFacts, Node
from editorial.structured_data.products import Range, Variant


def product_of(page, context, address: str, image: ImageFacts | None) -> Node:
    """A colourway on its own page, with the default market's prices."""
    return words.product(
        address,
        name=f"{page.silhouette_title} {page.title}".strip(),
        brand=page.brand_name,
        code=page.style_code,
        colour=page.title,
        group_url=group_url(page, context),
        image=image,
        offers=range_of(context.get("where")),
    )


def product_in_market(context) -> Node | None:
    """The colourway on the page of its shops in a market; None on any other view."""
    page, where = context.get("page"), context.get("where")
    if page is None or where is None:
        return None
    return words.product(
        absolute_url(page.get_url(context.get("request"))),
        name=f"{page.silhouette_title} {page.title}".strip(),
        brand=page.brand_name,
        colour=page.title,
        group_url=group_url(page, context),
        offers=range_of(where),
    )


def group_of(page, context, address: str) -> Node:
    """A silhouette with the colourways that this page of it lists."""
    request = context.get("request")
    return words.product_group(
        address,
        name=page.title,
        brand=page.brand_name,
        group=page.slug,
        variants=[
            Variant(product.title, absolute_url(product.get_url(request)), product.style_code)
            for product in context.get("products") or ()
        ],
    )


def group_url(page, context) -> str:
    """The address of the silhouette above a colourway; empty for one that stands under none."""
    return absolute_url(page.silhouette.get_url(context.get("request"))) if page.silhouette_id else ""


def range_of(where) -> Range | None:
    """What the page says shops of its market ask; None where it names no 'from' price."""
    if where is None or where.lowest is None:
        return None
    return Range(where.lowest.amount, where.lowest.highest, where.market.currency, where.lowest.shops)
