"""An editor drops a Word file, watches it being read, reads the report and opens the draft."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.manuscripts.word_files import full_story
from tests.support import admin_form as form
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

PASSWORD = "laces-and-eyelets-1993"
MAKE_EDITOR = f"""
from django.contrib.auth.models import Group, User
mia, _ = User.objects.get_or_create(username="mia")
mia.set_password("{PASSWORD}")
mia.save()
mia.groups.add(Group.objects.get(name="Editors"))
"""


def paste_box(page: Page) -> Locator:
    """The box that keeps headings and links, which the script puts in the plain field's place."""
    return page.locator("[data-rich]").and_(page.get_by_role("textbox", name="Or paste it"))


def test_an_editor_drops_a_word_file_and_opens_the_draft(browser: Browser, magazine: Magazine, tmp_path):
    magazine.manage("shell", "--no-imports", "-c", MAKE_EDITOR)
    file = tmp_path / "The silver machine.docx"
    file.write_bytes(full_story())
    context = browser.new_context(base_url=magazine.address, locale="en-GB")
    page = context.new_page()
    form.sign_in(page, "mia", PASSWORD)

    form.follow(page.get_by_role("link", name="Manuscripts"))
    # A paste that is no manuscript first: the form says so and keeps it.
    paste_box(page).fill("Precious words")
    page.get_by_label("File").set_input_files(file)
    form.follow(page.get_by_role("button", name="Import"))
    expect(page.get_by_role("alert").filter(has_text="not both")).to_be_visible()
    paste = paste_box(page)
    expect(paste).to_have_text("Precious words")
    # A paste that no form's field could hold is read like any other.
    paste.evaluate(
        """box => {
            const clipboard = new DataTransfer();
            clipboard.setData("text/html", "<h1>Long</h1>");
            box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: clipboard, bubbles: true}));
            box.innerHTML = "<h1>A long paste</h1><p>Short words.</p><!--" + "x".repeat(3000000) + "-->";
        }"""
    )
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_role("heading", name="A long paste")).to_be_visible()
    form.follow(page.get_by_role("link", name="Manuscripts"))
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Import").click()

    page.wait_for_url(re.compile(r"/admin/manuscripts/\d+/$"))
    expect(page.get_by_role("heading", name="The silver machine")).to_be_visible()
    for words in ("Deleted by Sub-editor with changes tracked", "full of strangers", "Which designers exactly?"):
        expect(page.get_by_text(words)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the original").click()
    assert download.value.suggested_filename == file.name

    # A line about a picture leads to the picture's block, which scripts have yet to draw when the form opens.
    page.get_by_role("link", name="picture 2").first.click()
    expect(page.locator("[name$='-picture-alt_text']").nth(1)).to_be_in_viewport()
    page.go_back()
    form.follow(page.get_by_role("link", name="Open the draft"))
    expect(page.locator("#id_title")).to_have_value("The silver machine")
    expect(page.locator("#id_standfirst")).to_have_value(re.compile("How a running shoe"))
    expect(page.locator("[name$='-picture-alt_text']").first).to_have_value("A silver shoe on a white table")
    page.get_by_role("button", name="Actions").first.click()
    expect(page.get_by_role("link", name="Manuscript and report")).to_be_visible()
    context.close()
