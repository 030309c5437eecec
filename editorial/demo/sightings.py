"""Ninety days of what an offer was seen to ask, and, for one in eighty, what nobody should believe unseen."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from editorial.actions.sightings import Sighting
from editorial.models import Offer

DAYS = 90
# What a pound's worth of shoe costs where the brand names no price: sample figures, rounded as shops round.
USUAL = {
    "GBP": (1, 5), "EUR": (1.15, 5), "CHF": (1.2, 10), "SEK": (12, 50), "PLN": (4.6, 10), "JPY": (130, 100),
    "KRW": (1150, 1000), "BRL": (8.5, 10), "USD": (1.05, 5), "CAD": (1.4, 5), "AUD": (1.6, 10), "TND": (3.4, 1),
    "AED": (4.4, 5), "INR": (95, 100),
}  # fmt: skip
BASE = Decimal(150)
# Of every eighty offers one was last seen at a price to doubt, in the order of these.
DOUBTFUL = 80
DOUBTS = ("ten times", "a tenth", "other money", "former price")


def usual_price(currency: str) -> Decimal:
    """What a pair usually costs in this money."""
    return rounded(BASE * Decimal(str(USUAL[currency][0])), currency)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """The amount as shops there round it, never nothing."""
    step = USUAL[currency][1]
    return max(Decimal(round(amount / step) * step), Decimal(step))


def draw_sightings(offer: Offer, now: Sighting, at: datetime) -> list[Sighting]:
    """Up to five prices over ninety days, the last of them the present one, and what may have been seen after that."""
    dice = Random(f"history:{offer.public_id}")  # noqa: S311 a demo, not a secret
    days = sorted(dice.sample(range(8, DAYS), dice.randint(1, 4)), reverse=True)
    seen = []
    for day in [DAYS, *days[:-1]]:
        drawn = rounded(now.price * Decimal(str(dice.choice([1, 1.05, 1.1, 0.95]))), offer.market.currency)
        seen.append(replace(now, at=now.at - timedelta(days=day), price=drawn, was=None))
    seen.append(replace(now, at=now.at - timedelta(days=days[-1]), was=None))
    seen.append(now)
    odd = doubtful(now, dice.randrange(DOUBTFUL), at - timedelta(minutes=dice.randint(1, 55)))
    if odd is None or odd.at <= now.at:
        return seen
    # A shop that nobody has believed yet shows what a first price in doubt looks like.
    return [odd] if odd.was is not None and dice.random() < 0.3 else [*seen, odd]


def doubtful(now: Sighting, turn: int, at: datetime) -> Sighting | None:
    """The same look at the page with a mistake in it, if it is this offer's turn."""
    if turn >= len(DOUBTS):
        return None
    mistake = {
        "ten times": {"price": now.price * 10, "was": None},
        "a tenth": {"price": now.price / 10, "was": None},
        "other money": {"currency": "USD" if now.currency != "USD" else "CAD", "was": None},
        "former price": {"was": now.price * Decimal("0.9")},
    }[DOUBTS[turn]]
    return replace(now, at=at, **mistake)
