"""A day in the newsroom: a story moved in the calendar, one seen through its steps, one shown to a stranger."""

import datetime
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import admin_form as form
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

PASSWORD = "laces-and-eyelets-1993"
PEOPLE = {"desk": "Editors", "sub": "Sub-editors", "rights": "Rights desk", "chief": "Chief editors"}
MAKE_PEOPLE = f"""
from django.contrib.auth.models import Group, User
for name, group in {PEOPLE!r}.items():
    user, _ = User.objects.get_or_create(username="newsroom-" + name)
    user.set_password("{PASSWORD}")
    user.save()
    user.groups.set(Group.objects.filter(name=group))
"""
SCHEDULED = "The other silver shoe"
SUBMITTED = "A memory of running"
DRAFT = "Gel-Nimbus 9"


def at_the_desk(browser: Browser, magazine: Magazine, name: str = "", **options) -> Page:
    """A browser of their own for one of the people, or for the first editor, signed in."""
    page = browser.new_context(base_url=magazine.address, locale="en-GB", **options).new_page()
    form.sign_in(page, *((f"newsroom-{name}", PASSWORD) if name else form.first_sign_in(magazine)))
    return page


def entry(page: Page, title: str):
    """The entry of this title on the sheet of the month."""
    return page.locator(".desk-month .desk-kind-scheduled", has_text=title)


def day_of(page: Page, title: str) -> datetime.date:
    """The day it stands on."""
    return datetime.date.fromisoformat(entry(page, title).locator("xpath=ancestor::td").get_attribute("data-day"))


def test_a_story_is_moved_by_hand_and_by_the_form(browser: Browser, magazine: Magazine):
    page = at_the_desk(browser, magazine, viewport={"width": 1280, "height": 1000})
    scheduled = page.locator("tr", has_text=SCHEDULED).filter(has_text="Goes live")
    when = datetime.datetime.fromisoformat(scheduled.locator("time").get_attribute("datetime")).date()
    form.follow(page.get_by_role("link", name="Calendar", exact=True))
    page.goto(f"/admin/desk/calendar/?month={when:%Y-%m}")
    assert day_of(page, SCHEDULED) == when
    expect(entry(page, SCHEDULED)).to_contain_text("Before its embargo ends")

    later = when + datetime.timedelta(days=1 if when.isoweekday() < 7 else -1)
    entry(page, SCHEDULED).drag_to(page.locator(f"td[data-day='{later}'] .desk-day-number"))
    expect(page.locator(".messages")).to_contain_text("goes live on")
    assert day_of(page, SCHEDULED) == later
    expect(entry(page, SCHEDULED).locator("time")).to_have_text("08:00")

    with page.expect_event("load"):
        entry(page, SCHEDULED).get_by_role("link", name="Move").press("Enter")
    page.get_by_label("Day").fill("2020-01-01")
    form.follow(page.get_by_role("button", name="Move"))
    expect(page.locator("main")).to_contain_text("This hour has passed.")
    page.get_by_label("Day").fill(f"{when + datetime.timedelta(days=28)}")
    page.get_by_label("Hour").fill("16:30")
    page.get_by_role("button", name="Move").click()
    expect(page.locator(".messages")).to_contain_text("16:30")

    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/admin/desk/calendar/?month={when + datetime.timedelta(days=28):%Y-%m}")
    expect(page.locator(".desk-month")).to_be_hidden()
    moved = page.locator(".desk-agenda .desk-kind-scheduled", has_text=SCHEDULED)
    expect(moved.locator("time")).to_have_text("16:30")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()


def approve(page: Page) -> None:
    """Decide the step from the page's form."""
    button = page.locator("button[data-workflow-action-name='approve']").first
    if not button.is_visible():
        page.get_by_role("button", name="More actions").click()
    form.follow(button)
    expect(page.locator(".messages")).to_be_visible()


# Goes on typing once the decision is in the form, so that autosave has something to send while the answer is awaited.
TYPE_ON = """() => {
  const form = document.querySelector("[data-edit-form]");
  const title = form.elements.title;
  setInterval(() => {
    if (!form.querySelector("[name=action-workflow-action]")) return;
    title.value += "\u200a";
    for (const name of ["input", "change"]) title.dispatchEvent(new Event(name, { bubbles: true }));
  }, 900);
}"""


def approve_on_a_slow_line(page: Page, comment: str) -> None:
    """Approve with a comment while autosave runs beside it; our own scripts, which hold it back, never came."""
    held = []
    page.route(re.compile(r"/(deciding|sending)[^/]*\.js"), lambda route: route.abort())
    page.route("**/edit/", lambda route: held.append(route) if is_decision(route.request) else route.continue_())
    page.reload()
    page.evaluate(TYPE_ON)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Approve with comment").click()
    page.locator(".modal-content textarea").fill(comment)
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 400):
        page.locator(".modal-content [type=submit]").click(no_wait_after=True)
    held[0].continue_()
    expect(page.locator(".messages")).to_contain_text("goes on to Publish")


def is_decision(request) -> bool:
    """Whether a browser sends the form itself, not autosave."""
    return request.method == "POST" and "text/html" in request.headers.get("accept", "")


def test_a_story_goes_through_four_hands_and_out(browser: Browser, magazine: Magazine):
    magazine.manage("shell", "--no-imports", "-c", MAKE_PEOPLE)
    desk = at_the_desk(browser, magazine, "desk")
    row = desk.locator("tr", has_text=SUBMITTED).filter(has=desk.get_by_role("button", name="Take it"))
    form.follow(row.get_by_role("button"))
    expect(desk.locator(".messages")).to_contain_text("The step is yours.")
    expect(desk.locator("tr", has_text=SUBMITTED).first).to_contain_text("taken by you")
    form.follow(desk.get_by_role("link", name=SUBMITTED).first)
    approve(desk)

    for name in ("sub", "rights", "chief"):
        page = at_the_desk(browser, magazine, name)
        page.get_by_role("link", name=re.compile(r"Notices \(\d+\)")).click()
        opening = page.locator(".desk-unread", has_text=SUBMITTED).get_by_role("button", name="Open")
        form.follow(opening)
        if name == "rights":
            approve_on_a_slow_line(page, "Every picture is ours.")
        else:
            approve(page)
        page.context.close()

    reader = browser.new_context(base_url=magazine.address).new_page()
    reader.goto("/features/review-response/")
    expect(reader.get_by_role("heading", name="What it kept")).to_be_visible()
    reader.context.close()
    desk.context.close()


def test_a_draft_is_shown_to_a_stranger_until_the_link_is_revoked(browser: Browser, magazine: Magazine):
    page = at_the_desk(browser, magazine)
    page.goto(f"/admin/pages/search/?q={DRAFT}")
    form.follow(page.get_by_role("link", name=DRAFT, exact=True).first)
    page.get_by_role("button", name="Toggle the desk card").click()
    form.follow(page.get_by_role("link", name="Share this draft").last)
    page.get_by_label("For whom").fill("The photographer")
    page.get_by_role("button", name="Make the link").click()
    link = page.get_by_label("The new link").input_value()

    context = browser.new_context()
    stranger = context.new_page()
    assert stranger.goto(link).status == 200
    expect(stranger.locator(".shared-banner")).to_contain_text("Draft, not published.")
    expect(stranger.get_by_role("heading", name="Why nobody came")).to_be_visible()
    lead = stranger.locator("main img").first
    expect(lead).to_have_js_property("complete", True)
    assert lead.evaluate("image => image.naturalWidth") > 0
    assert context.cookies() == []

    page.get_by_role("row", name="The photographer").get_by_role("button", name="Revoke").click()
    expect(page.locator(".messages")).to_contain_text("opens nothing any more")
    assert stranger.reload().status == 410
    expect(stranger.get_by_role("heading", level=1)).to_have_text("This link has closed")
    context.close()
    page.context.close()
