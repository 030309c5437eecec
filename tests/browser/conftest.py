"""A magazine with the demo issue inside, served as `make run` serves it, and a browser to walk in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.chromium import chromium
from tests.support.databases import scratch_database
from tests.support.server import Magazine, new_magazine

HERE = Path(__file__).parent

# As patient with what is shown as Playwright is with what is pressed: a busy machine is no fault of the page.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys ask for the database by their magazine, which pytest-django cannot see: so say it of each of them."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def magazine(tmp_path_factory: pytest.TempPathFactory, demo_database: str, media_root: Path) -> Iterator[Magazine]:
    """The demo issue on small pictures, served for the whole session. Journeys may write to it: it is a copy."""
    folder = tmp_path_factory.mktemp("magazine")
    shutil.copytree(media_root, folder / "media")
    with scratch_database(folder, template=demo_database) as database_url:
        magazine = new_magazine(folder, database_url)
        magazine.manage("create_first_editor")
        with magazine.served():
            yield magazine


@pytest.fixture(scope="session")
def browser(magazine: Magazine) -> Iterator[Browser]:
    """One Chromium for the session.

    After the magazine: Playwright leaves an event loop running, in which Django opens connections of its own, and a
    database cannot be copied while an earlier one is still open.
    """
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
