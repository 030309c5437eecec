"""From an empty form to a reader's telephone: an editor writes, a chief publishes, somebody reads and walks on."""

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.support import admin_form as form
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

PASSWORD = "laces-and-eyelets-1993"
MAKE_EDITOR = f"""
from django.contrib.auth.models import Group, User
from editorial.models import FeatureIndexPage
pia, _ = User.objects.get_or_create(username="pia")
pia.set_password("{PASSWORD}")
pia.save()
pia.groups.add(Group.objects.get(name="Editors"))
print(FeatureIndexPage.objects.get().pk)
"""
TITLE = "Laces, in order"
QUOTE = "Nobody has ever read the instructions for a lace"


def write_the_story(page: Page, index: str) -> str:
    """Fill the form of a new feature with two sections and five kinds of block; returns the address of its form."""
    page.goto(f"/admin/pages/add/editorial/featurepage/{index}/")
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_standfirst").fill(
        "Six eyelets a side and nobody taught us anything. A short story on what holds a shoe shut."
    )
    form.choose(page, "id_lead_image", "laces", "laces")
    page.locator("#id_lead_alt").fill("Laces over a silver tongue")

    section = form.add_section(page, "Six a side")
    form.prose(page, section, "A lace goes in at the bottom and comes out at the top.")
    quote = form.add_block(page, section, "Pull quote")
    page.locator(f"[name='{quote}-text']").fill(QUOTE)
    page.locator(f"[name='{quote}-attribution']").fill("The desk")
    facts = form.add_block(page, section, "Fact box")
    page.locator(f"[name='{facts}-title']").fill("Lengths")
    form.write(page.locator("[data-contentpath=text] .public-DraftEditor-content").last, "120 centimetres, as a rule.")
    picture = form.add_block(page, section, "Image")
    form.choose(page, f"{picture}-picture-image", "swatches", "swatches")
    page.locator(f"[name='{picture}-picture-alt_text']").fill("A tongue, seen from above")
    card = form.add_block(page, section, "Product card")
    form.choose(page, f"{card}-product", "1201A019-107", "Pure Silver / Navy")

    form.prose(page, form.add_section(page, "The knot"), "Then comes the knot, and the day can begin.")

    page.locator("#id_credits-ADD").click()
    form.choose(page, "id_credits-0-person", "Okafor", "Ines Okafor")
    form.follow(page.get_by_role("button", name="Save draft"))
    expect(page.locator(".messages")).to_contain_text(TITLE)
    return page.url


def test_an_editor_writes_a_chief_publishes_and_a_reader_reads(browser: Browser, magazine: Magazine):
    index = magazine.manage("shell", "--no-imports", "-c", MAKE_EDITOR).split()[-1]
    desks = [browser.new_context(base_url=magazine.address, locale="en-GB") for _ in range(2)]
    editor, chief = (desk.new_page() for desk in desks)

    form.sign_in(editor, "pia", PASSWORD)
    address = write_the_story(editor, index)
    expect(editor.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    editor.locator("[data-side-panel-toggle=preview]").click()
    beside = editor.frame_locator("#w-preview-iframe")
    expect(beside.get_by_role("heading", level=1)).to_have_text(TITLE)

    form.sign_in(chief, *form.first_sign_in(magazine))
    chief.goto(address)
    chief.get_by_role("button", name="More actions").click()
    chief.get_by_role("button", name="Publish", exact=True).click()
    expect(chief.locator(".messages")).to_contain_text("published")
    for desk in desks:
        desk.close()

    reader = browser.new_context(base_url=magazine.address, viewport={"width": 390, "height": 800})
    page = reader.new_page()
    page.goto("/features/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator(".byline")).to_contain_text("Ines Okafor")
    page.locator("[data-toc] summary").click()
    expect(page.locator("[data-toc] a")).to_have_text(["01Six a side", "02The knot"])
    expect(page.locator(".pullquote q")).to_have_text(QUOTE)
    expect(page.locator(".fact-box")).to_contain_text("120 centimetres")
    expect(page.get_by_role("img", name="A tongue, seen from above")).to_be_visible()
    credit = page.locator("figure", has=page.get_by_role("img", name="A tongue, seen from above")).locator(".credit")
    expect(credit).to_be_visible()
    expect(credit).to_contain_text("Illustration: ")
    page.locator(".product-card").get_by_role("link").click()
    expect(page).to_have_url(f"{magazine.address}/asics/gel-kayano-14/pure-silver-navy/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pure Silver / Navy")
    reader.close()


# What the scripts of a form hear, without the answers that would take the page away. Autosave says what it is about to
# send half a second ahead, and sends nothing that was called off meanwhile. The server has just answered.
HEAR = """
  const form = document.querySelector("[data-edit-form]");
  const tell = (event) => { form.dispatchEvent(event); return event.defaultPrevented ? "held" : "sent"; };
  const options = { bubbles: true, cancelable: true };
  const autosave = () => tell(new CustomEvent("w-autosave:save", options));
  const answer = (name, detail = {}) => tell(new CustomEvent("w-autosave:" + name, { bubbles: true, detail }));
  const submit = (submitter = null) => tell(new SubmitEvent("submit", { ...options, submitter }));
  answer("success");
"""
SEND_AND_AUTOSAVE = f"""() => {{ {HEAR}
  const announced = new CustomEvent("w-autosave:save", options);
  tell(announced);
  const during = [submit(), announced.defaultPrevented, autosave(), submit(), form.inert];
  dispatchEvent(new Event("pageshow"));
  return [...during, autosave(), form.inert];
}}"""
# The same while autosave is on its way, and what leaves the form in the end: each sending's button and decision.
HEAR_DURING_AUTOSAVE = f"""{HEAR}
  const sent = [];
  addEventListener("submit", (event) => {{
    const decision = new FormData(form).get("workflow-action-extra-data");
    if (!event.defaultPrevented) sent.push([event.submitter?.name, decision]);
    document.body.dataset.sent = sent.length;
    event.preventDefault();
  }});
  form.dataset.wAutosaveIntervalValue = "0";
  autosave();
  const save = document.querySelector("button.action-save");
"""
PUBLISH_AND_SAVE_DURING_AUTOSAVE = f"""() => {{ {HEAR_DURING_AUTOSAVE}
  submit(save);
  submit(document.querySelector("button[name=action-publish]"));
  submit(save);
  const before = [sent.length, document.querySelector("#desk-sending").textContent];
  answer("success");
  return [...before, sent];
}}"""
# A dialog leaves the decision in the form and sends it past every listener; the next press takes the decision out.
DECIDE_AND_SAVE_DURING_AUTOSAVE = f"""() => {{ {HEAR_DURING_AUTOSAVE}
  submit(save);
  window._addHiddenInput(form, "action-workflow-action", "true");
  window._addHiddenInput(form, "workflow-action-name", "approve");
  window._addHiddenInput(form, "workflow-action-extra-data", '{{"comment": "Good."}}');
  form.submit();
  save.click();
  const before = sent.length;
  answer("success");
  return [before, sent];
}}"""
SAVE_OVER_A_NEWER_VERSION = f"""() => {{ {HEAR_DURING_AUTOSAVE}
  submit(save);
  answer("error", {{ type: "invalid_revision" }});
  const sessions = document.querySelector("#w-editing-sessions");
  sessions.dispatchEvent(new CustomEvent("w-swap:success", {{ bubbles: true }}));
  return sent.length;
}}"""
AUTOSAVE_FAILS = f"""() => {{ {HEAR}
  answer("error", {{ type: "server_error" }});
}}"""
# The admin begins to watch a form two seconds after it is open, and autosave follows what it sees.
REMEMBER_WATCHING = """
  addEventListener("w-unsaved:watch-edits", () => { document.body.dataset.isWatched = ""; });
"""
REFRAIN_FROM_AUTOSAVE = """
  addEventListener("w-autosave:save", (event) => event.preventDefault(), { capture: true });
"""


@pytest.fixture
def draft(page: Page, magazine: Magazine) -> Page:
    """The form of a draft, as somebody sees it who may publish."""
    form.sign_in(page, *form.first_sign_in(magazine))
    page.goto("/admin/pages/search/?q=Gel-Nimbus+9")
    form.follow(page.get_by_role("link", name="Gel-Nimbus 9", exact=True).first)
    return page


def test_nothing_is_sent_beside_a_form_that_is_on_its_way(draft: Page):
    assert draft.evaluate(SEND_AND_AUTOSAVE) == ["sent", True, "held", "held", True, "sent", False]


def test_of_all_that_is_pressed_while_autosave_is_on_its_way_publishing_is_done(draft: Page):
    before, heard, sent = draft.evaluate(PUBLISH_AND_SAVE_DURING_AUTOSAVE)
    assert (before, sent) == (0, [["action-publish", None]])
    assert heard.startswith("‘Publish’ is heard")


def test_a_decision_that_waits_for_autosave_is_not_lost_to_a_press_on_save(draft: Page):
    assert draft.evaluate(DECIDE_AND_SAVE_DURING_AUTOSAVE) == [0, [[None, '{"comment": "Good."}']]]


def test_a_save_that_waits_for_autosave_asks_before_it_goes_over_a_newer_version(draft: Page):
    assert draft.evaluate(SAVE_OVER_A_NEWER_VERSION) == 0
    question = draft.locator("#w-save-confirmation-dialog")
    question.get_by_role("button", name="Save draft").click()
    expect(draft.locator("body[data-sent='1']")).to_have_count(1)


def test_nothing_is_lost_to_a_line_that_broke_or_a_session_that_ended(draft: Page, magazine: Magazine):
    draft.context.clear_cookies(name="sessionid")
    draft.locator("#id_kicker").fill("Kept")
    draft.route("**/who-writes/", lambda route: route.abort())
    draft.evaluate(AUTOSAVE_FAILS)
    expect(draft.get_by_text("The magazine cannot be reached.")).to_be_visible()
    draft.unroute("**/who-writes/")
    draft.get_by_role("button", name="Save draft").click()
    told = draft.get_by_text("You have been signed out.")
    expect(told).to_be_visible()
    expect(draft.locator("[data-edit-form]")).to_have_attribute("data-w-unsaved-confirmation-value", "true")

    with draft.expect_popup() as opened:
        told.get_by_role("link", name="Sign in in another tab").click()
    form.sign_in(opened.value, *form.first_sign_in(magazine))
    form.follow(draft.get_by_role("button", name="Save draft"))
    expect(draft.locator(".messages")).to_contain_text("has been updated")
    expect(draft.locator("#id_kicker")).to_have_value("Kept")


def test_a_story_that_is_saved_while_autosave_makes_it_is_made_once(page: Page, magazine: Magazine):
    index = magazine.manage("shell", "--no-imports", "-c", MAKE_EDITOR).split()[-1]
    form.sign_in(page, "pia", PASSWORD)
    page.add_init_script(REMEMBER_WATCHING)
    held = []
    page.route("**/pages/add/**", lambda route: held.append(route) if is_autosave(route.request) else route.continue_())
    page.goto(f"/admin/pages/add/editorial/featurepage/{index}/")
    expect(page.locator("body[data-is-watched]")).to_have_count(1)
    with page.expect_request(is_autosave):
        page.locator("#id_title").press_sequentially("One story, once")
    page.get_by_role("button", name="Save draft").click(no_wait_after=True)
    held[0].continue_()
    expect(page.locator(".messages")).to_contain_text("'One story, once' has been updated")


def test_going_back_after_the_first_save_leads_to_the_story(page: Page, magazine: Magazine):
    index = magazine.manage("shell", "--no-imports", "-c", MAKE_EDITOR).split()[-1]
    form.sign_in(page, "pia", PASSWORD)
    page.add_init_script(REFRAIN_FROM_AUTOSAVE)
    page.goto(f"/admin/pages/add/editorial/featurepage/{index}/")
    page.locator("#id_title").fill("Made by hand, once")
    form.follow(page.get_by_role("button", name="Save draft"))
    story = page.url
    assert story.endswith("/edit/")
    page.go_back(wait_until="commit")
    expect(page).to_have_url(story)


def is_autosave(request: Request) -> bool:
    """Whether autosave sends the form, which asks for JSON."""
    return request.method == "POST" and request.headers["accept"] == "application/json"
