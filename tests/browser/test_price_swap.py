"""Another country's prices arrive: with one request, and without anything moving."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]

SHOE = "/asics/gel-kayano-14/pure-silver-navy/"
WIDE = [SHOE, "/features/buying-guide-silver-runners/", "/releases/"]
# Every kind of page with prices on it.
NARROW = [*WIDE, "/asics/gel-kayano-14/", "/asics/", "/collaborations/jjjjound-2025/", "/"]
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.moved.push([entry.value, ...entry.sources.map(({ node }) => node?.className ?? String(node))]);
}).observe({ type: "layout-shift", buffered: true });
"""
BOXES = """() => [...document.querySelectorAll("[data-price-of], [data-product-price], .item, .release, .product-text")]
  .map((box) => [box.className, Math.round(box.getBoundingClientRect().height)])"""


def settled(page) -> None:
    """The answers are in, and the page has painted what they brought."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def read(browser, magazine, width: int, addresses: list[str], code: str | None) -> dict[str, list]:
    """The heights of everything with a price in it, on pages where nothing moved and which asked for prices once."""
    context = browser.new_context(base_url=magazine.address, viewport={"width": width, "height": 800})
    context.add_init_script(WATCH)
    if code:
        context.add_cookies([{"name": "market", "value": code, "url": magazine.address}])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: "/prices/" in request.url and asked.append(request.url))
    found = {}
    for address in addresses:
        asked.clear()
        page.goto(address)
        settled(page)
        assert len(asked) == (1 if code else 0), address
        assert page.evaluate("window.moved") == [], address
        found[address] = page.evaluate(BOXES)
        if code:
            assert "£" not in "".join(page.locator("[data-price-of]").all_text_contents()), address
    context.close()
    return found


@pytest.mark.parametrize(("width", "addresses"), [(390, NARROW), (1440, WIDE)])
def test_nothing_moves_and_each_page_asks_once(browser, magazine, width, addresses):
    printed = read(browser, magazine, width, addresses, None)
    assert read(browser, magazine, width, addresses, "CH") == printed


def test_a_box_of_shops_that_is_looked_at_keeps_its_height(browser, magazine):
    context = browser.new_context(base_url=magazine.address, viewport={"width": 1440, "height": 800})
    page = context.new_page()
    page.goto(SHOE)
    box = page.locator("[data-where-to-buy]")
    box.evaluate("(box) => box.scrollIntoView()")
    settled(page)
    before = box.bounding_box()
    page.evaluate("document.querySelector('.masthead [data-country-sheet]').click()")
    page.locator('dialog a[data-market="BR"]').click()
    expect(box).to_have_attribute("data-where-to-buy", "BR")
    settled(page)
    expect(box).to_have_class(re.compile("is-held"))
    assert box.bounding_box() == before
    box.locator("summary").first.click()
    expect(box).not_to_have_class(re.compile("is-held"))
    assert box.bounding_box()["height"] != before["height"]
    context.close()
