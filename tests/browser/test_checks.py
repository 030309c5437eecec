"""The checks beside the form: an error is named while it is written, found by its jump, mended, and published."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

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


def test_a_jump_lands_on_the_very_field_and_the_rest_stays_in_the_list(story: Page):
    panel, standfirst = story.locator(".desk-checks"), story.locator("#id_standfirst")
    film = form.add_block(story, form.add_section(story, "A film"), "Film or post")
    story.locator(f"[name='{film}-url']").fill("https://you")
    standfirst.fill("")
    expect(panel).to_contain_text("nothing can be played from this address")
    expect(panel).to_contain_text("There is no standfirst.")

    finding(panel, "no standfirst").get_by_role("link", name="Go to the field").click()
    expect(standfirst).to_be_focused()
    finding(panel, "'Title' is empty").get_by_role("link", name="Go to the block").click()
    expect(story.locator(f"[name='{film}-title']")).to_be_focused()


def test_a_jump_to_an_empty_list_lands_on_what_begins_it(story: Page):
    for number in range(int(story.locator("#id_credits-TOTAL_FORMS").input_value())):
        story.locator(f"#id_credits-{number}-DELETE-button").click()
    writer = finding(story.locator(".desk-checks"), "Nobody is credited with the words")
    writer.get_by_role("link", name="Go to the field").click()
    expect(story.locator("#id_credits-ADD")).to_be_focused()


def finding(panel: Locator, words: str) -> Locator:
    """What the panel says with these words."""
    return panel.locator("li").filter(has_text=words)


def test_the_address_of_a_block_leads_there_whatever_panel_is_open(story: Page):
    section = "#" + story.locator("section[id^=block-][id$=-section]").last.get_attribute("id")
    at = story.url.partition("#")[0] + section
    # The panel of checks stays open from one form to the next.
    story.goto("/admin/")
    story.goto(at)
    expect(story.locator(".desk-checks")).to_be_visible()
    expect(story.locator(f"{section} .w-panel__header").first).to_be_in_viewport()
    expect(story.locator(f"{section}:focus, {section} :focus")).to_have_count(1)


def test_on_a_telephone_a_jump_closes_the_panel_first(story: Page):
    story.set_viewport_size({"width": 390, "height": 844})
    story.locator("#id_standfirst").evaluate(
        "area => { area.value = ''; area.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    panel = story.locator(".desk-checks")
    closing, scrolling = (story.locator(one) for one in (".form-side__close-button", "[data-side-panel=rules]"))
    # Whatever scrolls there passes below the button, not under it.
    below = closing.evaluate("button => button.getBoundingClientRect().bottom")
    assert scrolling.evaluate("panel => panel.getBoundingClientRect().top") >= below
    finding(panel, "no standfirst").get_by_role("link", name="Go to the field").click()
    expect(story.locator("#id_standfirst")).to_be_focused()
    expect(story.locator("[data-side-panel-toggle=rules]")).to_have_attribute("aria-expanded", "false")
    expect(panel).to_be_hidden()
