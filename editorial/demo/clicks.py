"""Ninety days of readers on their way to the demo's shops: counts as the way out would have written them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from editorial.choices import Availability
from editorial.models import FeatureMention, Offer, OutboundClick
from editorial.models.clicks import NO_MARKET, NO_PAGE

DAYS = 90
# Of every ten offers this many were ever taken; of every ten clicks this many come without a page or a market.
TAKEN, UNKNOWN = 0.4, 0.05


def draw_clicks(offers: Iterable[Offer], today: date) -> Iterator[OutboundClick]:
    """Clicks on these offers, from the product's own page and from the stories that name it, more of them lately."""
    stories = stories_by_product()
    for offer in offers:
        dice = Random(f"clicks:{offer.public_id}")  # noqa: S311 a demo, not a secret
        if offer.availability == Availability.SOLD_OUT or dice.random() > TAKEN:
            continue
        pages = [offer.product_id, *stories.get(offer.product_id, ())]
        rows = {draw_row(pages, offer.market.code, dice) for _row in range(dice.randint(1, 6))}
        for page, market, ago in sorted(rows):
            yield OutboundClick(
                offer=offer, page=page, market=market, day=today - timedelta(days=ago), clicks=dice.randint(1, 9)
            )


def draw_row(pages: list[int], code: str, dice: Random) -> tuple[int, str, int]:
    """Page, market and how many days ago."""
    page = NO_PAGE if dice.random() < UNKNOWN else dice.choice(pages)
    market = NO_MARKET if dice.random() < UNKNOWN else code
    return page, market, min(int(dice.expovariate(1 / 25)), DAYS - 1)


def stories_by_product() -> dict[int, list[int]]:
    """The stories that name each product, in an order that no database chooses."""
    found = defaultdict(set)
    for feature, subject in FeatureMention.objects.values_list("feature_id", "subject_id"):
        found[subject].add(feature)
    return {subject: sorted(features) for subject, features in found.items()}
