"""From a reader's market to the nearest shop: exact market, ships there, same region and currency, sibling, story."""

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.shopping.codes import Step


@dataclass(frozen=True)
class Place:
    """A market: its country code, the region's number, its currency."""

    code: str
    region: int
    currency: str


@dataclass(frozen=True)
class Candidate:
    """An offer as the ladder sees it. `home` is the market it is for, `ships_to` the codes its shop delivers to."""

    key: int
    shop: int
    condition: str
    home: Place
    currency: str
    ships_to: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rung:
    """The step that was reached and the keys of the offers found there; no keys on the last step."""

    step: Step
    keys: tuple[int, ...] = ()


def climb(market: Place, offers: Iterable[Candidate], siblings: Iterable[Candidate] = ()) -> Rung:
    """The first step of the ladder with offers on it.

    `offers` are those of the product, `siblings` those of other colourways of its silhouette. Beyond the exact market
    a shop is named once for each condition, with its offer nearest to the reader.
    """
    offers = list(offers)
    rung = nearest(market, offers)
    if rung:
        return rung
    abroad = [offer for offer in offers if in_same_region(market, offer)]
    if abroad:
        return Rung(Step.REGION, one_per_shop(market, abroad))
    beside = nearest(market, list(siblings))
    return Rung(Step.SIBLING, beside.keys) if beside else Rung(Step.STORY)


def nearest(market: Place, offers: list[Candidate]) -> Rung | None:
    """Offers that a reader there can have sent: those of the market itself, else those of shops that ship there."""
    here = tuple(offer.key for offer in offers if offer.home.code == market.code)
    if here:
        return Rung(Step.EXACT, here)
    shipped = [offer for offer in offers if market.code in offer.ships_to]
    return Rung(Step.SHIPS, one_per_shop(market, shipped)) if shipped else None


def in_same_region(market: Place, offer: Candidate) -> bool:
    """Whether the offer is made to neighbours who pay with the same money."""
    return offer.home.region == market.region and offer.currency == market.currency


def one_per_shop(market: Place, offers: Iterable[Candidate]) -> tuple[int, ...]:
    """The keys of each shop's nearest offer of each condition, in the order in which they came."""
    best: dict[tuple[int, str], Candidate] = {}
    for offer in offers:
        name = (offer.shop, offer.condition)
        if name not in best or distance(market, offer) < distance(market, best[name]):
            best[name] = offer
    return tuple(offer.key for offer in best.values())


def distance(market: Place, offer: Candidate) -> tuple[bool, bool, str, int]:
    """Nearer is smaller: the same money first, then the same region, then what comes first by code."""
    return offer.currency != market.currency, offer.home.region != market.region, offer.home.code, offer.key
