"""The keyboard alone reaches everything, sees where it is, and gets out again."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.public_pages import PUBLIC_PAGES

pytestmark = [pytest.mark.browser]

PHONE = {"width": 390, "height": 800}
# More presses than any page has places to stop at.
PATIENCE = 600

# What a reader should be able to reach: visible, enabled, and not taken out of the order on purpose.
NUMBER_THE_STOPS = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const stops = [...document.querySelectorAll(kinds)].filter((e) =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false}));
  stops.forEach((e, index) => e.dataset.stop = index);
  return stops.length;
}"""
# A stop's number, or -1 for a place that was not counted, and how the focus shows; null outside the page.
WHERE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const outlined = (each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  // A card whose only link covers it wears the outline in the link's place.
  let shown = false;
  for (let each = e; each !== document.body && !shown; each = each.parentElement) shown = outlined(each);
  const box = e.getBoundingClientRect();
  return {stop: Number(e.dataset.stop ?? -1), shown, size: box.width * box.height,
    name: `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`};
}"""


def walk(page: Page) -> list[dict]:
    """Press Tab from the top of the page until the focus leaves it. Fails when it never does."""
    met = []
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here is None:
            return met
        met.append(here)
        assert met.count(here) < 2, f"the focus is caught at {here['name']}"
    raise AssertionError(f"{PATIENCE} presses did not leave the page")


def press_until(page: Page, place: Locator) -> None:
    """Press Tab until the focus stands on the place."""
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        if place.evaluate("place => place === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {place}")


@pytest.mark.parametrize("name", ["front page", "long feature", "product", "search with results"])
def test_tab_reaches_everything_shows_where_it_is_and_leaves(page: Page, name: str):
    page.goto(PUBLIC_PAGES[name])
    count = page.evaluate(NUMBER_THE_STOPS)
    met = walk(page)
    assert count > 20
    assert set(range(count)) - {here["stop"] for here in met} == set()
    assert [here["name"] for here in met if not here["shown"]] == []
    assert [here["name"] for here in met if not here["size"]] == []


def test_a_place_out_of_reach_is_noticed(page: Page):
    page.goto("/cookie-policy/")
    count = page.evaluate(NUMBER_THE_STOPS)
    page.locator("[data-stop]").last.evaluate("place => { place.tabIndex = -1; }")
    assert {here["stop"] for here in walk(page)} == set(range(count - 1))


def test_the_skip_link_comes_first_and_leads_past_the_menu(page: Page):
    page.goto(PUBLIC_PAGES["long feature"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_the_menu_opens_closes_and_gives_the_focus_back(page: Page):
    page.set_viewport_size(PHONE)
    page.goto(PUBLIC_PAGES["long feature"])
    button = page.get_by_role("button", name="Menu")
    menu = page.locator("#nav")

    press_until(page, button)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Enter")
    press_until(page, menu.get_by_role("link", name="Releases"))
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Enter")
    press_until(page, menu.get_by_role("link", name="Releases"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Releases")).to_be_visible()


def test_a_note_on_a_term_is_read_and_left(page: Page):
    page.goto(PUBLIC_PAGES["long feature"])
    term = page.locator("button.term").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    press_until(page, term)
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Space")
    expect(note).to_be_visible()
    page.keyboard.press("Space")
    expect(note).to_be_hidden()


def test_the_sheet_of_countries_keeps_the_focus_while_open_and_gives_it_back(page: Page):
    page.goto(PUBLIC_PAGES["product"])
    link = page.locator(".masthead [data-country-sheet]")
    press_until(page, link)
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    assert sheet.evaluate("sheet => sheet.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(link).to_be_focused()

    page.keyboard.press("Enter")
    expect(sheet).to_be_visible()
    press_until(page, sheet.get_by_role("link", name="Japan"))
    page.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    expect(link).to_be_focused()
    expect(link.locator("[data-country-name]")).to_have_text("Japan")


def test_the_cookie_notice_is_answered_and_the_page_goes_on(page: Page):
    page.goto(PUBLIC_PAGES["features"])
    press_until(page, page.locator("[data-consent]").get_by_role("button"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-consent]")).to_have_count(0)
    expect(page.locator("main")).to_be_focused()
