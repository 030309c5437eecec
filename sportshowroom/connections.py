"""Connections to PostgreSQL that wait in the pool between two requests."""

import select

from psycopg import Connection
from psycopg_pool import ConnectionPool


def check_if_spoken_to(connection: Connection) -> None:
    """Make sure that a connection from the pool still stands. Raises psycopg.OperationalError if it does not.

    A server that ends a connection says so, and nothing else is ever said between two requests: only then is it worth
    a question there and back, which would cost a short request a third of its time.
    """
    ears = select.poll()
    ears.register(connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
    if ears.poll(0):
        ConnectionPool.check_connection(connection)
