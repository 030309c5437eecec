"""From a shoe to a shop, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]

SHOE = "/asics/gel-kayano-14/pure-silver-navy/"
SILHOUETTE = "/asics/gel-kayano-14/"


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


def test_without_scripts_a_reader_walks_to_the_shops_of_brazil(browser, magazine):
    context = browser.new_context(base_url=magazine.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(SHOE)
    page.locator(".where .region-head a").click()
    page.locator('.countries a[data-market="BR"]').click()
    expect(page).to_have_url(re.compile("/where-to-buy/brazil/$"))
    expect(page.locator(".offers .price").first).to_contain_text("R$")
    assert context.cookies() == []
    way = page.locator(".offers .way a").first
    answer = context.request.get(way.get_attribute("href"), max_redirects=0)
    assert answer.status == 302
    assert ".example/" in answer.headers["location"]
    context.close()


def test_a_size_stays_on_the_device_and_marks_the_shops(page):
    page.goto(SHOE)
    page.locator("[data-size-choice] select").select_option("8")
    marks = page.locator(".offers [data-size]")
    expect(marks.first).to_have_attribute("data-size", re.compile("has|lacks"))
    page.reload()
    expect(page.locator("[data-size-choice] select")).to_have_value("8")
    assert page.context.cookies() == []


def test_moments_get_their_words_beside_them(page):
    page.goto(SHOE)
    expect(page.locator(".offers .seen .meta").first).to_have_text(re.compile("ago|minute|hour|yesterday"))
