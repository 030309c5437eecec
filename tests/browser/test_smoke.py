"""The served magazine in a real browser: nothing refused, nothing broken, nobody else asked."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.chromium import Ear
from tests.support.server import Magazine

pytestmark = pytest.mark.browser

PUBLIC = ["/", "/features/", "/asics/", "/collaborations/", "/people/", "/releases/", "/glossary/", "/search/?q=gel"]
ADMIN = ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"]


@pytest.fixture
def ear(page: Page, magazine: Magazine) -> Ear:
    return Ear.at(page, magazine.address)


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_keeps_to_the_policy_and_sets_no_cookie(page: Page, context: BrowserContext, ear: Ear, path: str):
    response = page.goto(path, wait_until="networkidle")
    assert response.status == 200
    assert page.locator("h1").count() == 1
    assert (ear.complaints, ear.strangers, context.cookies()) == ([], [], [])


def test_pictures_arrive(page: Page, ear: Ear):
    page.goto("/", wait_until="networkidle")
    first = page.locator("main img").first
    expect(first).to_be_visible()
    assert first.evaluate("image => image.complete && image.naturalWidth > 0")
    assert ear.complaints == []


def test_the_first_editor_signs_in_with_the_password_in_the_file(page: Page, magazine: Magazine, ear: Ear):
    lines = (magazine.folder / "first-sign-in.txt").read_text().splitlines()
    sign_in = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    page.goto(sign_in["Address"])
    page.get_by_label("Username").fill(sign_in["Name"])
    page.locator("input[name=password]").fill(sign_in["Password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{magazine.address}/admin/")
    for path in ADMIN:
        assert page.goto(path, wait_until="networkidle").status == 200
    assert (ear.complaints, ear.strangers) == ([], [])


def test_an_editor_reading_the_site_is_kept_by_no_cache(page: Page, context: BrowserContext, magazine: Magazine):
    context.add_cookies([{"name": "sessionid", "value": "anything", "url": magazine.address}])
    assert page.goto("/").header_value("cache-control") == "private, no-store"
