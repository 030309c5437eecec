"""What a table alone cannot refuse: an offer on a foreign host, a price observed without a change.

The rules look at other rows, so they are triggers. Their SQL is in `editorial/data/guards/`, one file for each database
and one to take them away: while a migration rebuilds tables they would stand in its way, and on SQLite be lost with
the table. They are put back when it is done.
"""

from pathlib import Path

from django.db import connections

from editorial.models import Offer, PriceObservation, Retailer

GUARDS = Path(__file__).resolve().parent.parent / "data" / "guards"
NEXT = "-- next\n"
GUARDED = {model._meta.db_table for model in (Offer, PriceObservation, Retailer)}


def guard_tables(alias: str) -> None:
    """Put the triggers in place; those that are there already stay."""
    if has_tables(alias):
        run(alias, "sql")


def lift_guards(alias: str) -> None:
    """Take the triggers away."""
    if has_tables(alias):
        run(alias, "drop.sql")


def has_tables(alias: str) -> bool:
    """Whether there is anything to guard: before the first migration, and after the last was undone, there is not."""
    with connections[alias].cursor() as cursor:
        return set(connections[alias].introspection.table_names(cursor)) >= GUARDED


def run(alias: str, kind: str) -> None:
    """Run the statements of one file of the connection's database."""
    connection = connections[alias]
    statements = (GUARDS / f"{connection.vendor}.{kind}").read_text(encoding="utf-8").split(NEXT)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
