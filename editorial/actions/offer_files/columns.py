"""The columns of a table of offers, and an offer as a row of it."""

from datetime import UTC
from decimal import Decimal

from django.db.models import Exists, OuterRef

from editorial.models import HeldPrice, Offer, ProductPage

# Whose offer it is. A row with one of these empty or unknown is nobody's.
KEY = ("retailer", "product", "market")
REQUIRED = (*KEY, "price", "currency", "url")
# Told for whoever reads the table; whatever stands in them comes back unread.
TOLD = ("style_code", "title", "held_back")
COLUMNS = (
    "offer", "retailer", "product", "style_code", "title", "market", "condition", "price", "currency", "was",
    "availability", "delivery", "delivery_note", "url", "seen_at", "withdrawn", "held_back",
)  # fmt: skip
YES = "yes"


def for_export(offers):
    """The offers with all that their rows need, in one query."""
    waiting = HeldPrice.objects.waiting().filter(offer=OuterRef("pk"))
    return offers.select_related("retailer", "market", "product__brand", "product__silhouette").annotate(
        is_held=Exists(waiting)
    )


def row_of(offer: Offer) -> list[str]:
    """The offer as cells, in the order of COLUMNS. It needs what `for_export` joins."""
    cells = {
        "offer": offer.public_id,
        "retailer": offer.retailer.slug,
        "product": product_key(offer.product),
        "style_code": offer.product.style_code,
        "title": offer.product.title,
        "market": offer.market.code,
        "condition": offer.condition,
        "price": amount_cell(offer.price),
        "currency": offer.currency,
        "was": amount_cell(offer.was),
        "availability": offer.availability,
        "delivery": amount_cell(offer.delivery),
        "delivery_note": offer.delivery_note,
        "url": offer.url,
        "seen_at": offer.seen_at.astimezone(UTC).isoformat(),
        "withdrawn": YES if offer.withdrawn_at else "",
        "held_back": YES if offer.is_held else "",
    }
    return [cells[name] for name in COLUMNS]


def product_key(product: ProductPage) -> str:
    """The product by the words of its address: asics/gel-kayano-14/pure-silver-navy."""
    return "/".join(page.slug for page in (product.brand, product.silhouette, product) if page)


def amount_cell(amount: Decimal | None) -> str:
    """150.00, or 45.125 where the thousandths are used; empty for what is not known."""
    if amount is None:
        return ""
    cents = amount.quantize(Decimal("0.01"))
    return f"{cents if cents == amount else amount:f}"
