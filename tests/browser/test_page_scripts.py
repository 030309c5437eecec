"""The small scripts improve pages that already work without them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]

STORY = "/features/gel-kayano-14/"


def test_the_cookie_notice_goes_with_one_press_and_stays_away(page):
    page.goto("/features/")
    notice = page.locator("[data-consent]")
    expect(notice).to_be_visible()
    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)
    page.goto(STORY)
    expect(page.locator("[data-consent]")).to_be_hidden()
    assert page.context.cookies() == []


def test_without_scripts_the_notice_is_a_form_that_leads_to_the_policy(browser, magazine):
    context = browser.new_context(base_url=magazine.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/features/")
    page.locator("[data-consent]").get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"/cookie-policy/\??$"))
    assert context.cookies() == []
    context.close()


def test_a_country_chosen_in_the_sheet_is_remembered_and_marked(page):
    page.goto(STORY)
    page.locator(".masthead [data-country-sheet]").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    sheet.get_by_role("link", name="France", exact=False).first.click()
    expect(sheet).to_be_hidden()
    expect(page.locator(".masthead [data-country-name]")).to_have_text("France")
    assert {cookie["name"]: cookie["value"] for cookie in page.context.cookies()} == {"market": "FR"}
    page.goto("/country/")
    expect(page.locator(".countries [aria-current]")).to_have_count(1)
    expect(page.locator(".countries [aria-current]")).to_contain_text("France")


def test_the_sheet_closes_with_the_keyboard(page):
    page.goto(STORY)
    page.locator(".masthead [data-country-sheet]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_contents_list_marks_the_section_being_read(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(STORY)
    line = page.locator("[data-toc] a").nth(4)
    line.click()
    expect(line).to_have_attribute("aria-current", "true")


def test_the_contents_list_is_folded_on_a_phone_and_opens(page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(STORY)
    first = page.locator("[data-toc] a").first
    expect(first).to_be_hidden()
    page.locator("[data-toc] summary").click()
    expect(first).to_be_visible()


def test_a_glossary_term_opens_where_it_is_read(page):
    page.goto(STORY)
    term = page.locator("button.term").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    term.click()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_the_menu_of_a_phone_needs_no_script(browser, magazine):
    context = browser.new_context(
        base_url=magazine.address, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto("/features/")
    link = page.locator("#nav").get_by_role("link", name="Releases")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    link.click()
    expect(page).to_have_url(re.compile(r"/releases/$"))
    context.close()
