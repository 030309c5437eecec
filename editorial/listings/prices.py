"""Retail prices on cards: what the brand asks in the default market."""

from collections.abc import Iterable

from django.utils.translation import gettext

from editorial.listings.reach import objects
from editorial.shopping.money import money


def default_market_ids():
    """The id of the default market as a subquery; empty where none is set."""
    return objects("SiteSettings").order_by("pk").values("default_market")[:1]


def price_text(price) -> str:
    """One retail price as its own market writes it; `price` needs its market joined."""
    return money(price.amount, price.market.currency, price.market.locale, trim=True)


def give_prices(products: Iterable) -> None:
    """Set `price_line` on products: the retail price in the default market, or an empty string."""
    products = list(products)
    for product in products:
        product.price_line = ""
    if not products:
        return
    prices = (
        objects("RetailPrice").filter(product__in=products, market__in=default_market_ids()).select_related("market")
    )
    by_product = {price.product_id: price for price in prices}
    for product in products:
        price = by_product.get(product.pk)
        if price is not None:
            product.price_line = gettext("%(price)s retail") % {"price": price_text(price)}
