"""A shoe in schema.org's words: the colourway as a Product, the silhouette as a group of them.

These are product snippets of a magazine. What only a shop can claim (an Offer of its own, shipping, returns, a seller)
is not here: nobody can buy on our pages. Sources: schema.org/Product, /ProductGroup, /AggregateOffer;
developers.google.com/search, product structured data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from editorial.structured_data.graph import ImageFacts, Node, compact, image_object


@dataclass(frozen=True)
class Range:
    """What shops of one market ask for a new pair that can be had now, in one currency; `shops` is how many."""

    lowest: Decimal
    highest: Decimal
    currency: str
    shops: int


@dataclass(frozen=True)
class Variant:
    """A colourway as its silhouette's page lists it: name as printed, absolute address, style code."""

    name: str
    url: str
    code: str


def product(
    url: str,
    *,
    name: str,
    brand: str,
    code: str = "",
    colour: str = "",
    group_url: str = "",
    image: ImageFacts | None = None,
    offers: Range | None = None,
) -> Node:
    """A colourway. `url` is its own page's address, whichever page speaks of it; `group_url` its silhouette's."""
    return {
        "@type": "Product",
        "@id": f"{url}#product",
        "name": name,
        "url": url,
        "mpn": code,
        "color": colour,
        "brand": named_brand(brand),
        "image": image_object(image) if image else None,
        "isVariantOf": {"@id": f"{group_url}#group"} if group_url else None,
        "offers": aggregate_offer(offers) if offers else None,
    }


def product_group(url: str, *, name: str, brand: str, group: str, variants: Sequence[Variant]) -> Node:
    """A silhouette and the colourways that this page of it lists. `group` is its name among the brand's groups."""
    return {
        "@type": "ProductGroup",
        "@id": f"{url}#group",
        "name": name,
        "url": url,
        "productGroupID": group,
        "brand": named_brand(brand),
        "variesBy": ["https://schema.org/color"],
        "hasVariant": [variant_node(variant, url) for variant in variants],
    }


def variant_node(variant: Variant, group_url: str) -> Node:
    """A colourway within its group."""
    return compact(
        {
            "@type": "Product",
            "@id": f"{variant.url}#product",
            "name": variant.name,
            "url": variant.url,
            "mpn": variant.code,
            "color": variant.name,
            "isVariantOf": {"@id": f"{group_url}#group"},
        }
    )


def aggregate_offer(offers: Range) -> Node:
    """The range of prices. Digits and a point only, whatever the market writes."""
    return {
        "@type": "AggregateOffer",
        "lowPrice": plain(offers.lowest),
        "highPrice": plain(offers.highest),
        "priceCurrency": offers.currency,
        "offerCount": offers.shops,
        "availability": "https://schema.org/InStock",
        "itemCondition": "https://schema.org/NewCondition",
    }


def named_brand(name: str) -> Node | None:
    """Who makes it."""
    return {"@type": "Brand", "name": name} if name else None


def plain(amount: Decimal) -> str:
    """An amount as machines read it: 129, 129.5, 19800."""
    return f"{amount.normalize():f}"
