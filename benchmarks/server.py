"""A PostgreSQL of our own for as long as a measurement takes, set up as one that holds what must not be lost."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from scripts import postgres

# Every commit is on the disk before it is answered, as in production; the memory is that of a small server.
DURABLE = {
    **postgres.SETTINGS,
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "512MB",
    "effective_cache_size": "2GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "random_page_cost": "1.1",
}


@contextmanager
def database() -> Iterator[str]:
    """The address of an empty database; DATABASE_URL and VAR_DIR of this process point at it and at a scratch folder.

    BENCH_DATABASE_URL names one that is there already, which is left as it is found or filled.
    """
    with tempfile.TemporaryDirectory(prefix="sportshowroom-bench-") as folder:
        given = os.environ.get("BENCH_DATABASE_URL")
        if given:
            yield use(given, folder)
            return
        with postgres.cluster(DURABLE) as address:
            yield use(address, folder)


def use(address: str, folder: str) -> str:
    """Point the settings of this process at the database; returns its address."""
    # The test client asks for this host.
    os.environ |= {"DATABASE_URL": address, "VAR_DIR": folder, "LOG_LEVEL": "WARNING", "ALLOWED_HOSTS": "testserver"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sportshowroom.settings.embedded")
    return address
