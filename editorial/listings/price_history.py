"""What shops asked over the last ninety days, for the chart, the table behind it and the lowest of thirty days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.formats import date_format

from editorial.listings.offer_details import Observed
from editorial.shopping.codes import Condition, Freshness
from editorial.shopping.freshness import freshness
from editorial.shopping.history import Plot, Span, lowest_line, lowest_since, plot, spans
from editorial.shopping.money import money

CHART = timedelta(days=90)


@dataclass(frozen=True)
class Period:
    """A line of the table: from when to when, and the lowest price asked."""

    since: str
    until: str
    price: str


@dataclass(frozen=True)
class History:
    """The lowest price in a market over the chart's time: the drawing, and the same as a table."""

    plot: Plot
    low: str
    high: str
    since: datetime
    until: datetime
    periods: Sequence[Period]


def held_prices(offers: Sequence, observed: Mapping[int, Sequence[Observed]], at: datetime) -> dict[int, list[Span]]:
    """The prices of each offer and the times they held, by offer. In its present currency only.

    A price that the page still prints holds until now: otherwise the line would jump between one shop's last reading
    and another's. One too old to be printed held until it was last seen.
    """
    held = {}
    for offer in offers:
        points = [(seen.at, seen.price) for seen in observed[offer.pk] if seen.currency == offer.currency]
        held[offer.pk] = spans(points, believed_until(offer, at)) if points else []
    return held


def believed_until(offer, at: datetime) -> datetime:
    """Until when the offer's last price holds."""
    is_hidden = freshness(offer.seen_at, offer.retailer.cadence, at) == Freshness.HIDDEN
    return offer.seen_at if is_hidden else max(offer.seen_at, at)


def lowest_in_a_month(held: Sequence[Span], at: datetime) -> Decimal | None:
    """The lowest this shop asked in thirty days; None where it never asked less or more than one price."""
    amount = lowest_since(held, at)
    return amount if len(held) > 1 else None


def history(offers: Sequence, held: dict[int, list[Span]], market, at: datetime) -> History | None:
    """The chart of a market: new pairs in its own money. None where nothing was seen, or only one price ever."""
    counting = [
        held[offer.pk]
        for offer in offers
        if offer.market_id == market.pk and offer.currency == market.currency and offer.condition == Condition.NEW
    ]
    since = at - CHART
    line = lowest_line(counting, since, at)
    drawn = plot(line, since, at)
    if drawn is None or len(line) < 2:
        return None
    return History(
        plot=drawn,
        low=money(drawn.low, market.currency, market.locale, trim=True),
        high=money(drawn.high, market.currency, market.locale, trim=True),
        since=since,
        until=at,
        periods=[
            Period(
                date_format(span.start, "j F Y"),
                date_format(span.end, "j F Y"),
                money(span.amount, market.currency, market.locale, trim=True),
            )
            for span in reversed(line)
        ],
    )
