"""Offers as the pure room sees them, drawn at random."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st

from editorial.shopping.codes import Availability, Condition, Freshness
from editorial.shopping.ladder import Candidate, Place
from editorial.shopping.ranking import Contender

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CURRENCIES = ["GBP", "EUR", "JPY"]
amounts = st.decimals(min_value=Decimal("0.001"), max_value=Decimal(99999), places=3)
contenders = st.builds(
    Contender,
    key=st.integers(1, 10**6),
    shop=st.sampled_from(["Parade", "kanal", "Ostend", "Halle"]),
    amount=amounts,
    currency=st.sampled_from(CURRENCIES),
    availability=st.sampled_from(Availability),
    condition=st.sampled_from(Condition),
    freshness=st.sampled_from(Freshness),
    seen_at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    delivery=st.none() | amounts,
)
fields = st.lists(contenders, max_size=12, unique_by=lambda contender: contender.key)

PLACES = [
    Place("GB", 1, "GBP"),
    Place("DE", 1, "EUR"),
    Place("AT", 1, "EUR"),
    Place("JP", 2, "JPY"),
    Place("BR", 3, "BRL"),
]
places = st.sampled_from(PLACES)
candidates = st.lists(
    st.builds(
        Candidate,
        key=st.integers(1, 10**6),
        shop=st.integers(1, 4),
        condition=st.sampled_from(["new", "used"]),
        home=places,
        currency=st.sampled_from([*CURRENCIES, "BRL"]),
        ships_to=st.frozensets(st.sampled_from([place.code for place in PLACES]), max_size=3),
    ),
    max_size=8,
    unique_by=lambda candidate: candidate.key,
)
