"""Counting a reader on the way to a shop: one upsert, the same on both databases."""

from datetime import date

from django.db import connection

from editorial.models import OutboundClick

COUNT = f"""
    INSERT INTO {OutboundClick._meta.db_table} (offer_id, page, market, day, clicks) VALUES (%s, %s, %s, %s, 1)
    ON CONFLICT (offer_id, page, market, day)
    DO UPDATE SET clicks = {OutboundClick._meta.db_table}.clicks + 1
"""  # noqa: S608 the table's own name
# The reader does not wait until the count is on the disk: a server that loses its power may lose the last of them.
# For this statement alone, and in the same message to the server.
UNHURRIED = {"postgresql": "SET LOCAL synchronous_commit TO OFF;"}


def record_click(offer_id: int, page: int, market: str, day: date) -> None:
    """Add one to the count of this offer, page, market and day. `page` and `market` have values that mean unknown."""
    with connection.cursor() as cursor:
        cursor.execute(UNHURRIED.get(connection.vendor, "") + COUNT, [offer_id, page, market, day])
