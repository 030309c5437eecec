"""What a price was: steps for a chart, and the lowest of the last thirty days.

An observation is made only when a price changes, so a price holds from its observation to the next one; the last one
holds until the offer was last believed: until now, or until it was last seen, once that is too long ago.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Span:
    """One price and the time it held, from `start` up to `end`."""

    start: datetime
    end: datetime
    amount: Decimal


def spans(observations: Iterable[tuple[datetime, Decimal]], until: datetime) -> list[Span]:
    """The times of one offer's prices, oldest first. `observations` are moments and amounts in any order; the last
    holds up to `until`.
    """
    points = sorted(point for point in observations if point[0] <= until)
    ends = [moment for moment, _amount in points[1:]] + [until]
    found = [Span(moment, end, amount) for (moment, amount), end in zip(points, ends, strict=True)]
    # A price that was seen once, just now, held for a moment: that is still a price.
    return [span for span in found if span.end > span.start or span.end == until]


def lowest_since(held: Iterable[Span], at: datetime, window: timedelta = MONTH) -> Decimal | None:
    """The lowest price that held at any time in the window up to `at`; None where none did."""
    amounts = [span.amount for span in held if span.end >= at - window and span.start <= at]
    return min(amounts, default=None)


def lowest_line(offers: Sequence[Sequence[Span]], since: datetime, until: datetime) -> list[Span]:
    """The lowest of several offers' prices over time. Where no offer had a price, the line has a gap."""
    clipped = [
        Span(max(span.start, since), min(span.end, until), span.amount)
        for held in offers
        for span in held
        if span.end > since and span.start < until
    ]
    cuts = sorted({moment for span in clipped for moment in (span.start, span.end)})
    line: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        amounts = [span.amount for span in clipped if span.start <= start and span.end >= end]
        if not amounts:
            continue
        amount = min(amounts)
        if line and line[-1].end == start and line[-1].amount == amount:
            line[-1] = Span(line[-1].start, end, amount)
        else:
            line.append(Span(start, end, amount))
    return line


@dataclass(frozen=True)
class Plot:
    """A stepped line in a box of `width` by `height` units: `line` is an SVG path of moves and straight lines.

    `low_y` and `high_y` are how far down the lowest and highest price stand.
    """

    line: str
    low: Decimal
    high: Decimal
    low_y: float
    high_y: float


def plot(line: Sequence[Span], since: datetime, until: datetime, width: int = 1000, height: int = 300) -> Plot | None:
    """The chart of a line between two moments; None without a line. A tenth of the height stays free on each side."""
    if not line or until <= since:
        return None
    low, high = min(span.amount for span in line), max(span.amount for span in line)
    period = (until - since).total_seconds()

    def across(moment: datetime) -> float:
        return round(width * min(1.0, max(0.0, (moment - since).total_seconds() / period)), 1)

    def down(amount: Decimal) -> float:
        share = Decimal("0.5") if high == low else (high - amount) / (high - low)
        return round(height * (0.1 + 0.8 * float(share)), 1)

    path = []
    before: Span | None = None
    for span in line:
        joined = before is not None and before.end == span.start
        path.append(f"{'V' if joined else f'M{across(span.start)} '}{down(span.amount)}H{across(span.end)}")
        before = span
    return Plot("".join(path), low, high, down(low), down(high))
