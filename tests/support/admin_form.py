"""The feature form of the admin, as an editor's hands know it: sections, blocks and choosers."""

from playwright.sync_api import Locator, Page, expect

from tests.support.server import Magazine


def follow(way: Locator) -> None:
    """Press what leads to another page, and wait for its scripts: until they have run it hears nothing."""
    with way.page.expect_event("load"):
        way.click()


def sign_in(page: Page, name: str, password: str) -> None:
    """Through the sign-in form, to the desk."""
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.locator("input[name=password]").fill(password)
    follow(page.get_by_role("button", name="Sign in"))
    expect(page).to_have_url(f"{page.url.partition('/admin')[0]}/admin/")


def first_sign_in(magazine: Magazine) -> tuple[str, str]:
    """Name and password of the first editor, from the file the magazine keeps."""
    lines = (magazine.folder / "first-sign-in.txt").read_text().splitlines()
    given = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return given["Name"], given["Password"]


def settled(page: Page) -> None:
    """Wait until every block has slid open: as it begins to, a new one takes the focus and shuts an open picker."""
    opening = "[data-streamfield-child]:is([style*='overflow'], [style*='display: none'])"
    expect(page.locator(opening)).to_have_count(0)


def add_section(page: Page, heading: str) -> str:
    """A new section at the end of the story; returns the beginning of its fields' names."""
    start = f"body-{page.locator('input[name=body-count]').input_value()}-value"
    page.locator("#panel-child-content-body-section button.c-sf-add-button").last.click()
    settled(page)
    page.locator(f"[name='{start}-heading']").fill(heading)
    return start


def add_block(page: Page, section: str, label: str) -> str:
    """A new block at the end of a section, from the block picker; returns the beginning of its fields' names."""
    count = page.locator(f"input[name='{section}-content-count']")
    start = f"{section}-content-{count.input_value()}-value"
    stream = page.locator("[data-contentpath=content]").filter(has=count).last
    stream.locator("button.c-sf-add-button").last.click()
    page.get_by_role("option", name=label, exact=True).click()
    expect(page.locator(f"[name='{start.removesuffix('-value')}-deleted']")).to_have_count(1)
    settled(page)
    return start


def write(text: Locator, words: str) -> None:
    """Type into a rich text field."""
    text.click()
    text.page.keyboard.type(words)


def prose(page: Page, section: str, words: str) -> None:
    """Add a block of running text."""
    start = add_block(page, section, "Prose")
    field = page.locator(f"[name='{start}']").locator("xpath=ancestor::*[@data-field][1]")
    write(field.locator(".public-DraftEditor-content"), words)


def choose(page: Page, field_id: str, search: str, choice: str) -> None:
    """Open a chooser, search in it and take the choice; its window closes."""
    page.locator(f"#{field_id}-chooser").get_by_role("button", name="Choose").click()
    window = page.locator(".modal-content")
    window.locator("input[name=q]").fill(search)
    window.locator("a[data-chooser-modal-choice], a.choose-page, a.image-choice").filter(has_text=choice).first.click()
    expect(window).to_have_count(0)
