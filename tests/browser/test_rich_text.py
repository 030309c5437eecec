"""The rich text editor's own buttons: an editor ties a word to the glossary and hangs a note on it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import Ear
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

NOTE = 'Weighed & "checked": https://example.org/scales'


@pytest.fixture
def desk(page: Page, magazine: Magazine) -> Page:
    """The first editor, signed in."""
    lines = (magazine.folder / "first-sign-in.txt").read_text().splitlines()
    sign_in = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(sign_in["Name"])
    page.locator("input[name=password]").fill(sign_in["Password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{magazine.address}/admin/")
    return page


def page_id(magazine: Magazine, slug: str) -> str:
    query = f"from editorial.models import FeaturePage as F; print(F.objects.get(slug='{slug}').pk)"
    return magazine.manage("shell", "--no-imports", "-c", query).split()[-1]


def select_last_word(page: Page, text) -> None:
    """Put the selection on the last word of a text field."""
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Shift+ArrowLeft")


def test_terms_and_notes_reach_the_page(desk: Page, magazine: Magazine):
    ear = Ear.at(desk, magazine.address)
    story = page_id(magazine, "draft-nimbus")
    desk.goto(f"/admin/pages/{story}/edit/")
    text = desk.locator(".Draftail-Editor .public-DraftEditor-content").first
    text.scroll_into_view_if_needed()
    text.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" flux")

    select_last_word(desk, text)
    desk.locator("button[name=TERM]:visible").click()
    chooser = desk.locator(".modal-content")
    chooser.get_by_role("link", name="Gel", exact=True).click()
    expect(chooser).to_have_count(0)
    expect(text.locator("[data-draftail-trigger]").last).to_have_text("flux")

    select_last_word(desk, text)
    desk.locator("button[name=FOOTNOTE]:visible").click()
    window = desk.locator(".modal-content")
    window.get_by_role("button", name="Put the note here").click()
    expect(window.locator(".w-field__errors")).to_contain_text("This field is required")
    window.locator("textarea").fill(NOTE)
    window.get_by_role("button", name="Put the note here").click()
    expect(window).to_have_count(0)
    expect(text.locator("[data-draftail-trigger]").last).to_have_text("*")
    # The editor writes what it shows into the form a moment later.
    written = desk.locator("[name='body-0-value-content-0-value']")
    expect(written).to_have_value(re.compile("example.org/scales"))
    desk.get_by_role("button", name="Save draft").click()
    expect(desk.locator(".messages")).to_contain_text("has been updated")

    desk.goto(f"/admin/pages/{story}/view_draft/")
    desk.get_by_role("button", name="flux").click()
    expect(desk.locator("#term-gel")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.locator("sup a").last.click()
    note = desk.locator(".footnotes li").last
    expect(note).to_contain_text('Weighed & "checked": https://example.org/scales')
    expect(note.get_by_role("link").first).to_have_attribute("href", "https://example.org/scales")
    assert ear.complaints == []
