"""The demo issue for tests: loaded once per process into a database of its own, and lent to whole modules."""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from editorial.demo.loader import load_demo
from tests.support.databases import copy_sqlite

# Wide enough to be a picture, small enough to cost nothing.
SMALL = 400


@pytest.fixture(scope="session")
def demo_database(django_db_setup, django_db_blocker, media_root) -> Iterator[str]:
    """The name of a copy of the test database with the demo issue in it, its pictures 400 pixels wide."""
    with django_db_blocker.unblock():
        empty = connection.settings_dict["NAME"]
        filled = connection.creation.get_test_db_clone_settings("demo")["NAME"]
        connection.close()
        if connection.vendor == "sqlite":
            copy_sqlite(empty, filled)
        else:
            connection.creation.clone_test_db("demo", verbosity=0, autoclobber=True)
        switch_to(filled)
        try:
            load_demo(lambda line: None, SMALL)
        finally:
            switch_to(empty)
    yield filled
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(old_database_name=None, verbosity=0, suffix="demo")


@pytest.fixture(scope="module")
def demo_site(demo_database: str, django_db_blocker) -> Iterator[None]:
    """Every test of the module, from the first that asks for this, finds the demo issue in the database.

    Tests may change it: each is rolled back as always. Not for tests that need real transactions.
    """
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        switch_to(demo_database)
    yield
    with django_db_blocker.unblock():
        switch_to(before)


def switch_to(name: str) -> None:
    """Let the default connection open this database from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name
    # Remembered by id, and each database numbers its own.
    ContentType.objects.clear_cache()
