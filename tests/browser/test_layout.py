"""Every kind of page on the smallest and the widest sheet, with less motion, and with no script at all."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.public_pages import PUBLIC_PAGES
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

SMALLEST = {"width": 320, "height": 640}
WIDEST = {"width": 2560, "height": 1440}
WIDE_ENOUGH = ["front page", "long feature", "short feature", "silhouette", "product", "countries"]

# How far a reader can push the sheet sideways, and what sticks out of it outside anything that scrolls by itself.
SIDEWAYS = """() => {
  const sheet = document.scrollingElement;
  const pushed = sheet.scrollWidth - sheet.clientWidth;
  const clips = (e) => e && e !== document.body &&
    (getComputedStyle(e).overflowX !== "visible" || clips(e.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter(
    (e) => e.getBoundingClientRect().right > sheet.clientWidth + 1 && !clips(e.parentElement) && e.checkVisibility()
  );
  return pushed ? [`${pushed} px`, ...out.slice(0, 5).map((e) => `${e.tagName} .${e.className}`)] : [];
}"""
# Running text whose lines are longer than some 100 letters: the eye does not find the next one.
LONG_LINES = """() => [...document.querySelectorAll("main p")].filter((p) => {
  const words = document.createRange();
  words.selectNodeContents(p);
  const length = words.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize);
  return p.innerText.length > 100 && length > 50;
}).map((p) => p.innerText.slice(0, 60))"""
LONGEST_MOVE = """() => Math.max(0, ...[...document.querySelectorAll("*")].flatMap((e) => {
  const style = getComputedStyle(e);
  return [...style.transitionDuration.split(", "), ...style.animationDuration.split(", ")].map(parseFloat);
}))"""


@pytest.fixture
def plain_page(browser: Browser, magazine: Magazine) -> Iterator[Page]:
    """A small telephone that runs no scripts."""
    context = browser.new_context(base_url=magazine.address, java_script_enabled=False, viewport=SMALLEST)
    yield context.new_page()
    context.close()


def test_a_sheet_that_is_too_wide_is_noticed(page: Page):
    page.set_viewport_size(SMALLEST)
    page.goto("/cookie-policy/")
    page.locator("h1").evaluate("heading => { heading.style.width = '400px'; }")
    found = page.evaluate(SIDEWAYS)
    assert found[0].endswith("px")
    assert any(line.startswith("H1") for line in found)


@pytest.mark.parametrize("path", PUBLIC_PAGES.values(), ids=PUBLIC_PAGES.keys())
def test_nothing_scrolls_sideways_on_the_smallest_phone(page: Page, path: str):
    page.set_viewport_size(SMALLEST)
    page.goto(path)
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("name", WIDE_ENOUGH)
def test_the_widest_sheet_is_filled_and_not_overrun(page: Page, name: str):
    page.set_viewport_size(WIDEST)
    page.goto(PUBLIC_PAGES[name])
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(LONG_LINES) == []


def test_the_menu_fits_the_smallest_phone(page: Page):
    page.set_viewport_size(SMALLEST)
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#nav").get_by_role("link", name="People")).to_be_in_viewport()
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("name", ["front page", "long feature", "product"])
def test_nothing_moves_for_readers_who_asked_for_stillness(page: Page, name: str):
    page.emulate_media(reduced_motion="reduce")
    page.goto(PUBLIC_PAGES[name])
    assert page.evaluate(LONGEST_MOVE) <= 0.001
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", PUBLIC_PAGES.values(), ids=PUBLIC_PAGES.keys())
def test_a_page_is_read_without_scripts(plain_page: Page, path: str):
    plain_page.goto(path)
    heading = plain_page.locator("main h1")
    expect(heading).to_be_visible()
    words = plain_page.locator("main").inner_text()
    assert len(words) > 60
    link = plain_page.locator("#nav").get_by_role("link", name="Collaborations")
    expect(link).to_be_hidden()
    plain_page.get_by_role("button", name="Menu").click()
    expect(link).to_be_visible()


def test_a_story_keeps_its_contents_terms_and_country_without_scripts(plain_page: Page):
    plain_page.goto(PUBLIC_PAGES["long feature"])
    plain_page.locator("[data-toc] summary").click()
    line = plain_page.locator("[data-toc] a").nth(2)
    anchor = line.get_attribute("href")
    line.click()
    expect(plain_page.locator(anchor)).to_be_in_viewport()
    term = plain_page.locator("button.term").first
    term.click()
    expect(plain_page.locator(f"#{term.get_attribute('popovertarget')}")).to_be_visible()
    plain_page.locator(".masthead [data-country-sheet]").click()
    expect(plain_page.get_by_role("heading", name="Choose your country")).to_be_visible()
