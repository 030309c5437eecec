"""What the rows of a table speak of: shops, countries, shoes and offers, read a few thousand at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import batched

from django.utils.translation import gettext as _

from editorial.actions.offer_files.columns import product_key
from editorial.actions.offer_files.complaints import Wrong
from editorial.models import Market, Offer, ProductPage, Retailer
from editorial.shopping.tables import Line
from editorial.style_codes import style_key

BATCH = 2000
Key = tuple[int, int, int, str]


class World:
    """Look-ups for the rows of one table. `lock` keeps others from writing the offers until the transaction ends."""

    def __init__(self, lines: list[Line], lock: bool = False):
        self.shops = {shop.slug: shop for shop in Retailer.objects.all()}
        self.markets = {market.code: market for market in Market.objects.all()}
        self.products: dict[str, ProductPage] = {}
        self.by_code: dict[str, list[ProductPage]] = defaultdict(list)
        self.read_products({line.cells["product"].strip().lower() for line in lines})
        self.by_id: dict[str, Offer] = {}
        self.by_key: dict[Key, Offer] = {}
        named = {line.cells.get("offer", "").strip() for line in lines} - {""}
        nameless = {line.cells["product"] for line in lines if not line.cells.get("offer", "").strip()}
        self.read_offers(named, nameless, lock)

    def read_products(self, named: set[str]) -> None:
        slugs = {name.rsplit("/", 1)[-1] for name in named if "/" in name}
        codes = {style_key(name) for name in named if "/" not in name} - {""}
        pages = ProductPage.objects.select_related("brand", "silhouette")
        for some in batched(slugs, BATCH):
            self.products |= {product_key(page): page for page in pages.filter(slug__in=some)}
        for some in batched(codes, BATCH):
            for page in pages.filter(style_key__in=some):
                self.by_code[page.style_key].append(page)

    def read_offers(self, public_ids: set[str], nameless: set[str], lock: bool) -> None:
        """By id where rows have one, and by the product, as it is written, for rows that do not."""
        pages = {page.pk: page for page in (*self.products.values(), *several(self.by_code.values()))}
        shops = {shop.pk: shop for shop in self.shops.values()}
        markets = {market.pk: market for market in self.markets.values()}
        rows = Offer.objects.select_for_update() if lock else Offer.objects.all()
        found = [rows.filter(public_id__in=some) for some in batched(public_ids, BATCH)]
        found += [rows.filter(product__in=some) for some in batched(self.known_products(nameless), BATCH)]
        for offer in several(found):
            # One object for each row, whichever way it is found.
            if offer.public_id in self.by_id:
                continue
            offer.retailer, offer.market = shops[offer.retailer_id], markets[offer.market_id]
            if offer.product_id in pages:
                offer.product = pages[offer.product_id]
            self.by_id[offer.public_id] = offer
            self.by_key[key_of(offer)] = offer

    def known_products(self, names: set[str]) -> set[int]:
        """The keys of those that there are."""
        found = set()
        for name in names:
            with suppress(Wrong):
                found.add(self.product(name).pk)
        return found

    def shop(self, cell: str) -> Retailer:
        """The retailer by its slug. Raises Wrong."""
        found = self.shops.get(cell.strip().lower())
        if found is None:
            raise Wrong("retailer", _("There is no retailer '%s'.") % cell[:60])
        return found

    def market(self, cell: str) -> Market:
        """The market by its country code. Raises Wrong."""
        found = self.markets.get(cell.strip().upper())
        if found is None:
            raise Wrong("market", _("There is no country '%s'. Write its code, such as GB.") % cell[:60])
        return found

    def product(self, cell: str) -> ProductPage:
        """The product by the words of its address, or by a style code that only one brand uses. Raises Wrong."""
        name = cell.strip().lower()
        if name in self.products:
            return self.products[name]
        coded = self.by_code.get(style_key(name), []) if "/" not in name else []
        if len(coded) > 1:
            raise Wrong("product", _("Several brands use this code. Write brand/silhouette/colourway instead."))
        if not coded:
            raise Wrong("product", _("There is no product '%s'. Write brand/silhouette/colourway.") % cell[:60])
        return coded[0]


def key_of(offer: Offer) -> Key:
    """What there is one offer of."""
    return offer.retailer_id, offer.product_id, offer.market_id, offer.condition


def several(groups: Iterable[Iterable]) -> Iterator:
    """All members of all groups."""
    for group in groups:
        yield from group
