"""From a shoe to a shop, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]

SHOE = "/asics/gel-kayano-14/pure-silver-navy/"
SILHOUETTE = "/asics/gel-kayano-14/"
STORY = "/features/buying-guide-silver-runners/"


def remember(context, magazine, code: str) -> None:
    context.add_cookies([{"name": "market", "value": code, "url": magazine.address}])


def test_a_reader_in_japan_sees_the_shops_and_prices_of_japan(context, magazine):
    remember(context, magazine, "JP")
    page = context.new_page()
    page.goto(SHOE)
    expect(page.locator("[data-where-to-buy]")).to_have_attribute("data-where-to-buy", "JP")
    expect(page.locator(".offers .price").first).to_contain_text("¥")
    expect(page.locator("#where")).to_have_text("Where to buy in Japan")
    page.goto(SILHOUETTE)
    expect(page.locator("[data-price-of]").first).to_contain_text("¥")


@pytest.mark.parametrize("code", ["ZZ", "XX", "EU"])
def test_a_country_that_is_no_market_is_as_good_as_none_remembered(context, magazine, code):
    """What no country has; what nobody knows; what has a name and no market."""
    remember(context, magazine, code)
    page = context.new_page()
    page.goto(SILHOUETTE)
    page.locator(".masthead [data-country-sheet]").click()
    expect(page.locator('dialog a[aria-current="true"]')).to_have_attribute("data-market", "GB")
    expect(page.locator(".masthead [data-country-name]")).to_have_text("United Kingdom")
    expect(page.locator("[data-price-of]").first).to_contain_text("£")


JOURNEYS = [("JP", "Japan", "japan", "¥"), ("BR", "Brazil", "brazil", "R$")]


def out(context, page) -> str:
    """Where the first shop's button leads, without going there: nobody lives on those hosts."""
    answer = context.request.get(page.locator(".offers .way a").first.get_attribute("href"), max_redirects=0)
    assert answer.status == 302
    return answer.headers["location"]


@pytest.mark.parametrize(("code", "name", "slug", "sign"), JOURNEYS)
def test_from_a_paragraph_to_a_shop_with_scripts(context, page, code, name, slug, sign):
    page.goto(STORY)
    page.locator(".masthead [data-country-sheet]").click()
    page.locator(f'dialog a[data-market="{code}"]').click()
    expect(page.locator("[data-price-of]").first).to_contain_text(sign)
    page.locator(".prose a", has_text="Pure Silver / Navy").first.click()
    expect(page).to_have_url(re.compile(f"{SHOE}$"))
    expect(page.locator(".product-price")).to_contain_text(sign)
    expect(page.locator("#where")).to_have_text(f"Where to buy in {name}")
    expect(page.locator(".offers .price").first).to_contain_text(sign)
    assert ".example" in out(context, page)
    assert [(cookie["name"], cookie["value"]) for cookie in context.cookies()] == [("market", code)]


@pytest.mark.parametrize(("code", "name", "slug", "sign"), JOURNEYS)
def test_from_a_paragraph_to_a_shop_without_scripts(browser, magazine, code, name, slug, sign):
    context = browser.new_context(base_url=magazine.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(STORY)
    page.locator(".prose a", has_text="Pure Silver / Navy").first.click()
    page.locator(".where .region-head a").click()
    page.locator(f'.countries a[data-market="{code}"]').click()
    expect(page).to_have_url(re.compile(f"/where-to-buy/{slug}/$"))
    expect(page.locator(".masthead [data-country-name]")).to_have_text(name)
    expect(page.locator(".product-price")).to_contain_text(sign)
    assert ".example" in out(context, page)
    assert context.cookies() == []
    context.close()


def test_without_scripts_a_story_leads_to_its_shoes_in_a_country(browser, magazine):
    context = browser.new_context(base_url=magazine.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(STORY)
    page.locator(".masthead .country-link").click()
    page.locator('.countries a[data-market="JP"]').click()
    shoe = page.locator(f'#main .rows a[href="{SHOE}where-to-buy/japan/"]')
    expect(shoe).to_contain_text("¥")
    shoe.click()
    expect(page.locator("#where")).to_have_text("Where to buy in Japan")
    context.close()


def test_on_the_shops_of_one_country_another_leads_to_its_own(page):
    page.goto(f"{SHOE}where-to-buy/japan/")
    page.locator(".masthead [data-country-sheet]").click()
    page.locator('dialog a[data-market="BR"]').click()
    expect(page).to_have_url(re.compile("/where-to-buy/brazil/$"))
    expect(page.locator(".masthead [data-country-name]")).to_have_text("Brazil")


def test_a_size_chosen_once_marks_and_narrows_the_shops_of_every_country(page):
    page.goto(SHOE)
    page.locator("[data-size-choice] select").select_option("8")
    marks = page.locator(".offers tr[data-size]")
    expect(marks.first).to_have_attribute("data-size", re.compile("has|lacks|unknown"))
    lacking, unknown = (page.locator(f'.offers tr[data-size="{state}"]') for state in ("lacks", "unknown"))
    page.locator("[data-size-only]").check()
    assert all(row.is_hidden() for row in lacking.all())
    assert all(row.is_visible() for row in unknown.all())
    page.reload()
    expect(page.locator("[data-size-choice] select")).to_have_value("8")
    page.locator(".masthead [data-country-sheet]").click()
    page.locator('dialog a[data-market="JP"]').click()
    expect(page.locator("[data-size-choice]")).to_have_attribute("data-size-choice", "JP")
    expect(page.locator("[data-size-choice] select")).to_have_value("27")
    expect(page.locator("[data-size-only]")).to_be_checked()
    told = page.locator("[data-size-told]")
    expect(told).to_contain_text("shops have it: ")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["market"]


def test_moments_get_their_words_beside_them(page):
    page.goto(SHOE)
    expect(page.locator(".offers .seen .meta").first).to_have_text(re.compile("ago|minute|hour|yesterday"))
