"""A magazine with the demo issue inside, served as `make run` serves it, and a browser to walk in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.chromium import chromium
from tests.support.databases import scratch_database
from tests.support.server import Magazine, new_magazine


@pytest.fixture(scope="session")
def magazine(tmp_path_factory: pytest.TempPathFactory, django_db_setup) -> Iterator[Magazine]:
    """The demo issue on small pictures, served for the whole session. Journeys may write to it."""
    folder = tmp_path_factory.mktemp("magazine")
    with scratch_database(folder) as database_url:
        magazine = new_magazine(folder, database_url, settings="embedded")
        magazine.manage("create_first_editor")
        magazine.manage("load_demo", "--max-width=400", "--no-renditions")
        with magazine.served():
            yield magazine


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def context(browser: Browser, magazine: Magazine) -> Iterator[BrowserContext]:
    """A reader nobody has seen before; addresses may be given as paths."""
    context = browser.new_context(base_url=magazine.address, locale="en-GB", timezone_id="Europe/London")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab of that reader."""
    return context.new_page()
