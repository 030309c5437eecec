"""What the way out needs to know: where an offer leads, and whether the page that it was met on is one of ours."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery

from editorial.listings.reach import objects, shown_pages

# Ids of pages fit a signed 64-bit number; more digits than that name none.
DIGITS = 18


@dataclass(frozen=True)
class Exit:
    """An offer on the way out. `template` is the shop's affiliate template for the market, empty without one.

    `is_open` is whether readers may be sent there; if not, they are shown the product's own page. `market` is the code
    of the market whose terms hold; `is_market_known` whether the one that the link names is one of ours.
    """

    offer_id: int
    url: str
    hosts: list[str]
    market: str
    is_market_known: bool
    template: str
    is_open: bool
    product_id: int


def exit_of(public_id: str, asked_in: str) -> Exit | None:
    """The offer with this public id and its shop's terms, in one query; None for an unknown id.

    `asked_in` is what the link says of the reader's market.
    """
    terms = objects("AffiliateTerms")
    of_offer = terms.filter(retailer=OuterRef("retailer"))
    found = (
        objects("Offer")
        .filter(public_id=public_id)
        .annotate(
            own_template=Subquery(of_offer.filter(market=OuterRef("market")).values("template")[:1]),
            house_template=Subquery(of_offer.filter(market=None).values("template")[:1]),
            is_market_known=Exists(objects("Market").filter(code=asked_in)),
            has_page=Exists(objects("ProductPage").shown().filter(pk=OuterRef("product"))),
        )
        .select_related("retailer", "market")
        .first()
    )
    if found is None:
        return None
    return Exit(
        offer_id=found.pk,
        url=found.url,
        hosts=found.retailer.allowed_hosts,
        market=found.market.code,
        is_market_known=found.is_market_known,
        template=found.own_template or found.house_template or "",
        is_open=not (found.withdrawn_at or found.doubt) and found.retailer.is_active and found.has_page,
        product_id=found.product_id,
    )


def page_named(value: str):
    """The page that `from` names by its id, if readers may see it; None for anything else."""
    if not value.isascii() or not value.isdigit() or len(value) > DIGITS:
        return None
    return shown_pages().filter(pk=int(value)).first()
