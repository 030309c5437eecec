"""The prices of one page's products in a market, for the script that swaps them in."""

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from editorial.listings.front import PRODUCTS
from editorial.listings.offers import lowest_by_product
from editorial.listings.prices import from_text, retail_text, seen
from editorial.listings.reach import objects

# More products than any page prints. Where there are more, the newest are answered for.
MOST = 500


def of_product(products, pk: int):
    """The colourway and its siblings."""
    own = objects("ProductPage").filter(pk=pk).values("silhouette")
    return products.filter(Q(pk=pk) | Q(silhouette__in=own))


def of_collaboration(products, pk: int):
    """What it made, and other colourways of its silhouettes."""
    made = objects("CollaborationProduct").filter(collaboration=pk).values("product")
    silhouettes = objects("CollaborationSilhouette").filter(collaboration=pk).values("silhouette")
    return products.filter(Q(pk__in=made) | Q(silhouette__in=silhouettes))


def of_feature(products, pk: int):
    """What a story names, and the colourways of silhouettes it names."""
    named = objects("FeatureMention").filter(feature=pk).values("subject")
    return products.filter(Q(pk__in=named) | Q(silhouette__in=named))


def of_front(products, pk: int):
    """What is new, and every shoe of the calendar: the front page answers for the calendar too, which is no page."""
    newest = objects("ProductPage").listed().newest().values("pk")[:PRODUCTS]
    dated = objects("Release").listed().upcoming(localdate()).values("product")
    return products.filter(Q(pk__in=newest) | Q(pk__in=dated))


READERS = {
    "ProductPage": of_product,
    "SilhouettePage": lambda products, pk: products.filter(silhouette=pk),
    "BrandPage": lambda products, pk: products.filter(brand=pk),
    "CollaborationPage": of_collaboration,
    "FeaturePage": of_feature,
    "HomePage": of_front,
}


def products_on(page):
    """The ids of shown products that this page can print, newest first; a page of another kind prints none."""
    reader = READERS.get(page.specific_class.__name__ if page.specific_class else "")
    products = objects("ProductPage").shown()
    found = reader(products, page.pk) if reader else products.none()
    return found.order_by("-first_published_at", "-pk").values_list("pk", flat=True)[:MOST]


def prices_on(page, market, at: datetime) -> dict[str, list[str]]:
    """What each product's card says in the market, by product id: the price, and for a shop's price the moment it was
    seen and that day in words. A product without a price there says nothing."""
    ids = list(products_on(page))
    retail = objects("RetailPrice").filter(product__in=ids, market=market).select_related("market")
    said = {str(price.product_id): [retail_text(price)] for price in retail}
    for pk, offered in lowest_by_product(ids, [market.pk], at).items():
        day = seen(offered)
        said[str(pk)] = [from_text(offered), day.at, day.day]
    return said
