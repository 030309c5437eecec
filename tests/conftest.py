"""What every test gets: a media folder away from the real one, empty caches, and the tools of `tests.support`."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import override_settings

from tests.support.demo import demo_database, demo_site
from tests.support.encoding import EncodingCounter

# Fixtures are found by name in this module.
__all__ = ["demo_database", "demo_site"]

# Playwright's event loop runs in the thread of the test, where Django would refuse to touch the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A media folder of this run. One for all tests, so that fixtures which outlive a test keep their pictures."""
    folder = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=str(folder)):
        yield folder


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """In-memory caches outlive a test; what one remembered must not help or hurt the next."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def encodings(monkeypatch: pytest.MonkeyPatch) -> EncodingCounter:
    """The pictures encoded during the test; the real encoder still runs."""
    return EncodingCounter.install(monkeypatch)
