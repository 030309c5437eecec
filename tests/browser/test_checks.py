"""The checks beside the form: an error is named while it is written, found by its jump, mended, and published."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support import admin_form as form
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

FIND_STORY = """
from editorial.models import FeaturePage
print(FeaturePage.objects.live().filter(has_unpublished_changes=False).order_by("-first_published_at").first().pk)
"""


@pytest.fixture
def story(page: Page, magazine: Magazine) -> Page:
    """The form of a live story, the panel of checks open."""
    form.sign_in(page, *form.first_sign_in(magazine))
    found = magazine.manage("shell", "--no-imports", "-c", FIND_STORY).split()[-1]
    page.goto(f"/admin/pages/{found}/edit/")
    page.locator("[data-side-panel-toggle=rules]").click()
    expect(page.locator(".desk-checks")).to_be_visible()
    return page


def test_an_error_is_named_while_it_is_written_found_mended_and_gone(story: Page):
    title, panel = story.locator("#id_title"), story.locator(".desk-checks")
    right = title.input_value()
    expect(panel).not_to_contain_text("Errors")

    title.fill("A" * 101)
    expect(panel).to_contain_text("The title has 101 characters.")
    expect(panel.locator(".desk-checks-error .desk-checks-count")).to_have_text("1")

    # The way back, from the far end of the form.
    story.locator("#id_sources").focus()
    panel.get_by_role("link", name="Go to the field").first.click()
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()

    title.fill(right)
    expect(panel).not_to_contain_text("Errors")
    expect(panel.locator("[data-desk-checks-state]")).to_have_text("Checked as written.")

    story.get_by_role("button", name=re.compile("More actions", re.IGNORECASE)).last.click()
    story.get_by_role("button", name="Publish", exact=True).click()
    expect(story.locator(".messages")).to_contain_text("published")


def test_a_jump_opens_what_is_folded(story: Page):
    section = form.add_section(story, "Nothing under it")
    panel = story.locator(".desk-checks")
    expect(panel).to_contain_text("The section 'Nothing under it' is empty.")

    heading = story.locator(f"[name='{section}-heading']")
    story.get_by_role("button", name="Collapse all").click()
    expect(heading).to_be_hidden()
    panel.get_by_role("link", name="Go to the block").first.click()
    expect(heading).to_be_focused()
