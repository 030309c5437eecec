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
    prices = default_prices(products) if products else []
    print_prices(products, prices)


def default_prices(products) -> list:
    """Retail prices of these products, a list or a subquery, in the default market, lowest first."""
    prices = objects("RetailPrice").filter(product__in=products, market__in=default_market_ids())
    return list(prices.select_related("market").order_by("amount"))


def print_prices(products: Iterable, prices: Iterable) -> None:
    """Set `price_line` on products from prices already read."""
    by_product = {price.product_id: price for price in prices}
    for product in products:
        price = by_product.get(product.pk)
        product.price_line = gettext("%(price)s retail") % {"price": price_text(price)} if price else ""
