"""axe-core finds nothing on any kind of page, in light and dark, nor behind the things that open."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.public_pages import PUBLIC_PAGES

pytestmark = [pytest.mark.browser]

PHONE = {"width": 390, "height": 800}
SCHEMES = ["light", "dark"]


def in_both_schemes(page: Page) -> dict[str, list[str]]:
    """What is found in each scheme, without loading the page again."""
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[scheme] = violations(page)
    return found


NOTHING: dict[str, list[str]] = {scheme: [] for scheme in SCHEMES}


def test_axe_does_find_things(page: Page):
    page.goto("/cookie-policy/")
    page.locator("main p").last.evaluate("words => { words.style.color = '#999'; words.style.background = '#aaa'; }")
    page.locator("main").evaluate("main => main.append(document.createElement('img'))")
    rules = {line.partition(":")[0] for line in violations(page)}
    assert {"color-contrast", "image-alt"} <= rules


@pytest.mark.parametrize("path", PUBLIC_PAGES.values(), ids=PUBLIC_PAGES.keys())
def test_nothing_on_the_page(page: Page, path: str):
    page.goto(path)
    assert in_both_schemes(page) == NOTHING


def test_nothing_on_a_story_on_a_phone_with_its_contents_open(page: Page):
    page.set_viewport_size(PHONE)
    page.goto(PUBLIC_PAGES["long feature"])
    page.locator("[data-toc] summary").click()
    assert in_both_schemes(page) == NOTHING


def test_nothing_in_the_open_menu_of_a_phone(page: Page):
    page.set_viewport_size(PHONE)
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#nav")).to_be_visible()
    assert in_both_schemes(page) == NOTHING


def test_nothing_in_an_open_note_on_a_term(page: Page):
    page.goto(PUBLIC_PAGES["long feature"])
    page.locator("button.term").first.click()
    expect(page.locator(".term-note:popover-open")).to_be_visible()
    assert in_both_schemes(page) == NOTHING


def test_nothing_in_the_open_sheet_of_countries(page: Page):
    page.goto(PUBLIC_PAGES["product"])
    page.locator(".masthead [data-country-sheet]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert in_both_schemes(page) == NOTHING
