"""A question that is asked so often that its plan is worth keeping.

PostgreSQL plans a statement anew each time it is sent, which for a short answer takes longer than the answer. Prepared,
it is planned once for each connection. SQLite plans in no time, and Python keeps its statements.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

from django.db import DatabaseError, connection


@dataclass(frozen=True)
class Question:
    """One statement. `sql` has a %s for each of `places`, which hold constants, or the number of a value in a Slot.

    `types` are PostgreSQL's names for the types of the values.
    """

    name: str
    sql: str
    places: tuple
    types: Sequence[str]
    known_to: WeakSet = field(default_factory=WeakSet)

    def answer(self, values: Sequence) -> tuple | None:
        """The first row for these values, or None."""
        if connection.vendor != "postgresql":
            return self.plain(values)
        connection.ensure_connection()
        try:
            return self.prepared(values)
        except DatabaseError:
            # A pooler between us and the server may hand us another connection than the one that was prepared.
            if connection.in_atomic_block:
                raise
            return self.plain(values)

    def plain(self, values: Sequence) -> tuple | None:
        """The answer to the statement sent as it is."""
        return first_row(self.sql, [values[place.number] if is_slot(place) else place for place in self.places])

    def prepared(self, values: Sequence) -> tuple | None:
        """The answer to the statement prepared on this connection, which it is now if it was not."""
        if connection.connection not in self.known_to:
            self.prepare()
            self.known_to.add(connection.connection)
        marks = ", ".join(["%s"] * len(self.types))
        return first_row(f"EXECUTE {self.name} ({marks})", values)

    def prepare(self) -> None:
        """Have PostgreSQL keep the statement, with its constants in place."""
        marks = tuple(f"${place.number + 1}" if is_slot(place) else "%s" for place in self.places)
        constants = [place for place in self.places if not is_slot(place)]
        with connection.cursor() as cursor:
            cursor.execute(f"PREPARE {self.name} ({', '.join(self.types)}) AS {self.sql % marks}", constants)


@dataclass(frozen=True)
class Slot:
    """Where the value of this number goes."""

    number: int


def is_slot(place: Any) -> bool:
    """Whether a value of the request goes here."""
    return isinstance(place, Slot)


def first_row(sql: str, values: Sequence) -> tuple | None:
    """The first row of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()
