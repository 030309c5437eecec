"""The Chromium of the distribution, driven by Playwright."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
# No sandbox inside containers, and nothing that talks to anybody but our own server.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Without one the test is skipped, unless BROWSER_TESTS=required says it must be there."""
    if not CHROMIUM.exists():
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(f"{CHROMIUM} is missing")
        pytest.skip(f"no {CHROMIUM}; make test installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Ear:
    """Listens to what goes wrong in a tab: messages of refused or broken scripts, and requests to other hosts."""

    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, page: Page, address: str) -> "Ear":
        """Start listening at a tab that should stay at this address."""
        ear = cls()
        page.on("console", lambda message: message.type == "error" and ear.complaints.append(message.text))
        page.on("pageerror", lambda error: ear.complaints.append(str(error)))
        page.on("request", lambda request: ear.hear(request.url, address))
        return ear

    def hear(self, url: str, address: str) -> None:
        """Note a request that does not go home; data: and blob: addresses leave nowhere."""
        if not url.startswith((address + "/", "data:", "blob:")):
            self.strangers.append(url)
