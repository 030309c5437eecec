"""An editor names shoes and people; the desk offers links and entries, and one click makes them."""

import pytest
from playwright.sync_api import Browser, expect

from tests.support import admin_form as form
from tests.support.chromium import Ear
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

PASSWORD = "laces-and-eyelets-1993"
MAKE_EDITOR = f"""
from django.contrib.auth.models import Group, User
from editorial.models import FeatureIndexPage
nell, _ = User.objects.get_or_create(username="nell")
nell.set_password("{PASSWORD}")
nell.save()
nell.groups.add(Group.objects.get(name="Editors"))
print(FeatureIndexPage.objects.get().pk)
"""
READ_DRAFT = """
from editorial.models import BrandPage, FeaturePage, SilhouettePage, Term
from editorial.running_text.references import linked_ids
story = FeaturePage.objects.get(slug="a-shoe-by-name").get_latest_revision_as_object()
texts = [block["value"] for section in story.body.raw_data for block in section["value"]["content"]]
pages = [SilhouettePage.objects.get(slug="gel-kayano-14").pk, BrandPage.objects.get(slug="asics").pk]
terms = [Term.objects.get(slug="solyte").pk]
print([linked_ids([text], "page") == [page] for text, page in zip(texts, pages)])
print([linked_ids([text], "term") for text in texts] == [[], terms])
print([">Gel-Kayano 14</a>" in texts[0], ">ASICS</a>" in texts[1], ">Solyte</a>" in texts[1]])
"""
# Nothing on the page shows a selection to a locator.
REMEMBER_SELECTION = """() => document.addEventListener("selectionchange", () => {
  document.body.dataset.selected = getSelection().toString();
})"""


def test_a_name_becomes_a_link_by_one_click_and_a_stranger_an_entry(browser: Browser, magazine: Magazine):
    index = magazine.manage("shell", "--no-imports", "-c", MAKE_EDITOR).split()[-1]
    desk = browser.new_context(base_url=magazine.address, locale="en-GB", viewport={"width": 1440, "height": 900})
    page = desk.new_page()
    form.sign_in(page, "nell", PASSWORD)
    page.goto(f"/admin/pages/add/editorial/featurepage/{index}/")
    ear = Ear.at(page, magazine.address)
    page.locator("#id_title").fill("A shoe by name")
    section = form.add_section(page, "One")
    form.prose(page, section, "😀 The Gel-Kayano 14 came back; Ada Quill wore it, and another Gel-Kayano 14.")
    form.prose(page, section, "Concepts have ASICS’ Solyte, said Ada Quill in The Daily Sole, and The Daily Sole.")
    page.locator("[data-side-panel-toggle=mentions]").click()
    panel = page.locator("[data-desk-mentions]")
    names = panel.locator("[data-desk-mentions-link]")
    counter = page.locator("[data-side-panel-toggle=mentions] [data-side-panel-toggle-counter]")
    # Three names, and a word at the beginning of a sentence that may be one.
    expect(names).to_have_count(4)
    expect(counter).to_have_text("3")

    panel.get_by_role("button", name="Link Gel-Kayano 14 to Gel-Kayano 14").click()
    expect(names).to_have_count(3)
    links = page.locator(".public-DraftEditor-content .TooltipEntity")
    expect(links).to_have_text(["Gel-Kayano 14"])

    # Undone as anything else that was typed.
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.press("Control+z")
    expect(links).to_have_count(0)
    expect(names).to_have_count(4)

    page.evaluate(REMEMBER_SELECTION)
    panel.get_by_role("button", name="Show ASICS in the text").click()
    expect(page.locator("body[data-selected='ASICS']")).to_have_count(1)
    panel.get_by_role("button", name="Link all first mentions").click()
    expect(names).to_have_count(1)
    expect(links).to_have_text(["Gel-Kayano 14", "ASICS", "Solyte"])

    # All links of one text are one step.
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.press("Control+z")
    expect(links).to_have_text(["Gel-Kayano 14"])
    page.keyboard.press("Control+Shift+z")
    expect(links).to_have_text(["Gel-Kayano 14", "ASICS", "Solyte"])

    panel.get_by_role("button", name="The Daily Sole is not for the catalogue").click()
    expect(panel.get_by_role("button", name="Take The Daily Sole back")).to_be_visible()
    expect(panel.get_by_role("link", name="make an entry for The Daily Sole")).to_have_count(0)

    unknown = panel.get_by_role("link", name="Person: make an entry for Ada Quill")
    with desk.expect_page() as opened:
        unknown.click()
    expect(opened.value.locator("#id_title")).to_have_value("Ada Quill")
    opened.value.close()

    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messages")).to_contain_text("A shoe by name")
    assert ear.complaints == []
    desk.close()
    found = magazine.manage("shell", "--no-imports", "-c", READ_DRAFT).splitlines()[-3:]
    assert found == ["[True, True]", "True", "[True, True, True]"]
