"""The row at the top of every page, where its menu has just unfolded."""

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser]

LONGEST = "St Vincent & the Grenadines"


@pytest.mark.parametrize("width", [1024, 1040, 1280])
@pytest.mark.parametrize("path", ["/", "/cookie-policy/"])
def test_the_row_holds_its_menu_and_the_longest_country(page: Page, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    page.locator(".masthead [data-country-name]").evaluate(
        "(name, longest) => { name.textContent = longest; }", LONGEST
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.locator(".masthead .country-link").bounding_box()["height"] < 50
