"""A merchandiser at work: a table with an error, then the right one; a price that waits, decided; a hole, filled."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.support import admin_form as form

pytestmark = [pytest.mark.browser]

PASSWORD = "laces-and-eyelets-1993"
MAKE = f"""
from django.contrib.auth.models import Group, User
mo, _ = User.objects.get_or_create(username="mo")
mo.set_password("{PASSWORD}")
mo.save()
mo.groups.add(Group.objects.get(name="Merchandisers"))
"""
LIST = "/admin/snippets/editorial/offer/"


@pytest.fixture
def desk(context, page, magazine) -> Page:
    """The admin, with a merchandiser signed in."""
    magazine.manage("shell", "--no-imports", "-c", MAKE)
    form.sign_in(page, "mo", PASSWORD)
    return page


def table(lines: list[dict[str, str]]) -> dict:
    """The lines as a spreadsheet of another country saves them."""
    file = io.StringIO()
    writer = csv.DictWriter(file, lines[0], delimiter=";")
    writer.writeheader()
    writer.writerows(lines)
    return {"name": "offers.csv", "mimeType": "text/csv", "buffer": file.getvalue().encode("utf-8-sig")}


def test_a_table_with_an_error_then_the_right_one(desk):
    text = desk.request.get(f"{LIST}?export=csv&state=shown").body().decode("utf-8-sig")
    line = next(csv.DictReader(io.StringIO(text)))
    desk.goto("/admin/shops/import/")
    desk.get_by_label("CSV file").set_input_files(table([line | {"url": "https://elsewhere.example/", "price": "0"}]))
    form.follow(desk.get_by_role("button", name="See what would change"))
    expect(desk.get_by_role("alert")).to_contain_text("Nothing was changed")
    rows = desk.get_by_role("region", name="Broken lines").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("not on one of the retailer's hosts")
    desk.get_by_label("CSV file").set_input_files(table([line | {"delivery_note": "tomorrow"}]))
    form.follow(desk.get_by_role("button", name="See what would change"))
    expect(desk.locator("main")).to_contain_text("delivery note")
    expect(desk.locator("ins")).to_have_text("tomorrow")
    desk.get_by_role("button", name="Write these changes").click()
    expect(desk.locator(".messages")).to_contain_text("0 new, 1 changed, 0 let alone.")
    expect(desk.locator("#listing-results tbody tr").first).to_contain_text("fresh")


def test_a_price_that_waits_is_accepted_and_others_are_turned_down(desk):
    desk.goto("/admin/shops/prices/?doubt=tenfold")
    waiting = desk.get_by_role("region", name="Waiting").locator("tbody tr")
    row = waiting.first
    shoe, price = row.get_by_role("link").first.inner_text(), row.locator("strong").inner_text()
    form.follow(row.get_by_role("button", name="Accept"))
    expect(desk.locator(".messages")).to_contain_text("1 price accepted.")
    desk.get_by_label("Select all").check()
    chosen = waiting.locator("input:checked").count()
    assert chosen == waiting.count() > 1
    desk.get_by_role("button", name="Turn down the chosen").click()
    expect(desk.locator(".messages")).to_contain_text(f"{chosen} prices turned down.")
    expect(desk.locator("main")).to_contain_text("No waiting price is like that.")
    desk.get_by_role("link", name="Decided").click()
    accepted = desk.get_by_role("region", name="Decided").locator("tbody tr", has_text="Accepted")
    expect(accepted).to_contain_text(shoe)
    expect(accepted).to_contain_text(price)
    expect(accepted).to_contain_text("mo")


def test_a_hole_leads_to_the_form_which_keeps_what_was_typed(desk):
    desk.goto("/admin/shops/coverage/")
    head, body = desk.locator("thead th").nth(5), desk.get_by_role("region", name="Coverage")
    before = head.bounding_box()
    body.evaluate("box => box.scrollTo(0, 400)")
    assert head.bounding_box()["y"] == pytest.approx(before["y"], abs=2)
    form.follow(desk.get_by_role("link", name="hole in").first)
    desk.locator("#id_price").fill("0")
    desk.locator("#id_url").fill("javascript:alert(1)")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("#id_url")).to_have_value("javascript:alert(1)")
    expect(desk.locator("main")).to_contain_text("More than nothing.")
