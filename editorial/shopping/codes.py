"""The closed lists of shopping, as codes. `editorial.choices` has the words an editor reads for each."""

from enum import StrEnum


class Availability(StrEnum):
    """Whether a shop has the shoe. Low: a few sizes, or a few pairs, by the shop's own word."""

    IN_STOCK = "in_stock"
    LOW = "low"
    PREORDER = "preorder"
    BACKORDER = "backorder"
    UNKNOWN = "unknown"
    SOLD_OUT = "sold_out"


class Condition(StrEnum):
    """Resale: unworn, sold on by somebody who bought it, at a price of their making."""

    NEW = "new"
    RESALE = "resale"
    USED = "used"


class Freshness(StrEnum):
    """How far a price may be trusted. Hidden: too old to print; the shop is asked instead."""

    FRESH = "fresh"
    AGEING = "ageing"
    HIDDEN = "hidden"


class Step(StrEnum):
    """How far we had to go from the reader's market to find a shop; the order is the order of the ladder."""

    EXACT = "exact"
    SHIPS = "ships"
    REGION = "region"
    SIBLING = "sibling"
    STORY = "story"


class Doubt(StrEnum):
    """Why a price is held back until somebody has looked at it."""

    TENFOLD = "tenfold"
    CURRENCY = "currency"
    WAS_BELOW_NOW = "was_below_now"


BUYABLE = frozenset({Availability.IN_STOCK, Availability.LOW})
