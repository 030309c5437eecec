"""Counting what a block of code asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def queries() -> Iterator[list[str]]:
    """The SQL run inside the block, filled when it ends; transaction brackets are not counted."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    brackets = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")
    found.extend(query["sql"] for query in captured.captured_queries if not query["sql"].startswith(brackets))
