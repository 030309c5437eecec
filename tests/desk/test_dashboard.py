"""The desk greets its people and shows what waits."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from editorial.actions.claims import take
from editorial.actions.reschedule import set_due
from editorial.actions.watch_rights import watch_rights
from editorial.desk.dashboard.stories import staleness
from editorial.desk.dashboard.views import PANELS
from editorial.desk.due import due_words
from editorial.models import DeskCard, EditorialImage, FeatureMention, Market
from editorial.templatetags.desk import greeting
from tests.desk.builders import brand, feature, member_of, picture, product, silhouette
from tests.desk.everything import desk_of_everything
from tests.desk.forms import edit_url
from tests.desk.newsroom import hand_in
from tests.factories.shops import offer
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


PLACES = ":is(#{name}-section, #panel-{name}-section, section#{name})"


def panel(client, name: str) -> str:
    """The text of one panel."""
    return Document(client.get("/admin/")).text_of(PLACES.format(name=name))


def test_an_empty_desk_says_so_in_words(editor):
    page = Document(editor.get("/admin/"))
    assert page.texts(".desk-empty") == [str(panel.empty) for panel in PANELS]
    assert all(panel.empty for panel in PANELS)


def test_it_greets_by_name_and_hour(editor):
    page = Document(editor.get("/admin/"))
    assert page.text_of("h1").endswith("Editor.")
    zone = timezone.get_default_timezone()
    said = [greeting(editor.user, datetime.datetime(2026, 11, 23, hour, tzinfo=zone)) for hour in (8, 13, 19)]
    assert said == ["Good morning, Editor.", "Good afternoon, Editor.", "Good evening, Editor."]


def test_my_drafts_are_mine(editor):
    feature("Mine", owner=editor.user)
    feature("Somebody else's", owner=member_of("Editors", name="other"))
    said = panel(editor, "my-drafts")
    assert "Mine" in said
    assert "feature" in said.lower()
    assert "Somebody else's" not in said


def test_a_live_page_with_a_newer_draft_is_listed(editor):
    page = feature("Live", owner=editor.user)
    page.latest_revision.publish()
    page.refresh_from_db()
    assert "Live" not in panel(editor, "my-drafts")
    page.standfirst = "A better one."
    page.save_revision(user=editor.user)
    assert "live with a newer draft" in panel(editor, "my-drafts")


def test_what_is_in_review_says_who_sent_it_and_who_decides(editor, chief):
    page = feature("For approval")
    page.get_workflow().start(page, editor.user)
    for client in (editor, chief):
        said = panel(client, "in-review")
        assert "For approval" in said
        assert "Desk; submitted by Editor" in said
    editor.user.first_name, editor.user.last_name = "Ines", "Okafor"
    editor.user.save()
    assert "submitted by Ines Okafor" in panel(chief, "in-review")
    editor.user.first_name = editor.user.last_name = ""
    editor.user.save()
    assert f"submitted by {editor.user.username}" in panel(chief, "in-review")


def test_a_story_that_was_sent_back_is_in_nobodys_hands(editor, chief):
    page = feature("For approval")
    step = hand_in(page, editor.user)
    take(step, chief.user)
    assert "at the step Desk" in panel(editor, "my-drafts")
    set_due(page, timezone.localdate() - datetime.timedelta(days=1))
    page.save_revision(user=chief.user)
    step.reject(user=chief.user, comment="The third section says nothing.")
    said = panel(editor, "in-review")
    assert "sent back from Desk by Chief: “The third section says nothing.”; submitted by Editor" in said
    assert "overdue since" in said
    assert "taken by" not in said
    assert "sent back from Desk by Chief: “The third section" in panel(editor, "my-drafts")
    assert "For approval" not in panel(chief, "my-drafts")
    opened = Document(editor.get(edit_url(page)))
    assert "sent back from Desk by Chief" in " ".join(opened.text_of(".desk-facts").split())


def test_a_draft_on_the_schedule_says_when_and_what_stands_against_it(editor):
    page = feature("Early", owner=editor.user)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision(user=editor.user).publish()
    set_due(page, timezone.localdate() + datetime.timedelta(days=900))
    assert "goes live on" in panel(editor, "my-drafts")
    assert "Before it is due" in panel(editor, "scheduled")


def test_a_day_in_another_year_is_said_with_it():
    day, today = datetime.date(2031, 12, 26), datetime.date(2026, 11, 23)
    assert due_words(DeskCard(due_on=day), today) == "due 26 Dec 2031"
    assert due_words(DeskCard(due_on=day), datetime.date(2031, 12, 27)) == "overdue since 26 Dec"
    assert due_words(DeskCard(), today) == due_words(None) == ""


def test_what_is_scheduled_stands_by_the_hour(editor):
    for title, days in (("Later", 3), ("Sooner", 1)):
        page = feature(title)
        page.go_live_at = timezone.now() + datetime.timedelta(days=days)
        page.save_revision().publish()
    said = panel(editor, "scheduled")
    assert said.index("Sooner") < said.index("Later")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        assert "the schedule has not come round yet" in panel(editor, "scheduled")


def test_rows_lead_to_the_form(editor):
    page = feature("Mine", owner=editor.user)
    assert edit_url(page) in Document(editor.get("/admin/")).links()


def test_panels_ask_as_often_for_many_rows_as_for_one(chief):
    desk_of_everything(chief.user, 1)
    asked = {kind: cost(kind, chief.user) for kind in PANELS}
    assert all(rows and number <= 6 for rows, number in asked.values())
    desk_of_everything(chief.user, 2, first=2)
    for kind in PANELS:
        rows, number = cost(kind, chief.user)
        assert rows > 1
        assert number == asked[kind][1], kind


def cost(kind, user) -> tuple[int, int]:
    """How many rows a panel has for somebody who has just arrived, and how many queries it asks for them."""
    kind().rows(user)
    with queries() as asked:
        rows = kind().rows(user)
    return len(rows), len(asked)


def test_the_list_of_a_panel_has_all_of_it(editor):
    for number in range(10):
        feature(f"Story {number}", owner=editor.user)
    front = Document(editor.get("/admin/"))
    assert len(front.select(f"{PLACES.format(name='my-drafts')} .desk-rows tbody tr")) == 8
    assert "/admin/desk/lists/my-drafts/" in front.links()
    assert len(Document(editor.get("/admin/desk/lists/my-drafts/")).select(".desk-rows tbody tr")) == 10
    assert editor.get("/admin/desk/lists/nonsense/").status_code == 404


def test_panels_keep_to_the_pages_a_person_may_edit(merchandiser, editor):
    page = feature("Not theirs")
    hand_in(page, editor.user)
    for name in ("in-review", "waiting", "scheduled", "refused"):
        assert "Not theirs" not in panel(merchandiser, name)


def test_who_may_not_see_stories_is_told_no_more_than_is_true(merchandiser, editor):
    page = Document(merchandiser.get("/admin/"))
    said = page.texts(".desk-empty")
    assert "Nothing is scheduled." not in said
    assert "None of the pages you may edit is scheduled." in said
    assert "No dead link was found in the pages you may edit." in said
    assert "Nothing is scheduled." in Document(editor.get("/admin/")).texts(".desk-empty")


def test_whoever_keeps_the_shoes_sees_which_cannot_be_bought(merchandiser):
    shoe = product(silhouette(brand()))
    story = feature("Sold out", live=True)
    FeatureMention.objects.create(feature=story, subject=shoe, source="explicit")
    page = Document(merchandiser.get("/admin/"))
    place = PLACES.format(name="cannot-be-bought")
    assert "1 of 1 shoe can't be bought: Gel-Kayano 14 Pure Silver" in " ".join(page.text_of(place).split())
    links = [link["href"] for link in page.select(f"{place} a")]
    assert edit_url(shoe) in links
    assert edit_url(story) not in links
    assert story.url in links


def test_old_stories_matter_by_age_clicks_and_links():
    assert staleness(400, 0, 0) > staleness(300, 0, 0)
    assert staleness(300, 50, 0) > staleness(400, 0, 0)
    assert staleness(300, 0, 5) > staleness(400, 0, 0)


def test_a_story_is_listed_while_one_of_its_shoes_is_in_no_shop(editor):
    shoe = product(silhouette(brand()))
    story = feature("Sold out", live=True)
    FeatureMention.objects.create(feature=story, subject=shoe, source="explicit")
    assert "1 of 1 shoe can't be bought" in panel(editor, "cannot-be-bought")
    offer(shoe, Market.objects.first())
    assert "Sold out" not in panel(editor, "cannot-be-bought")


def test_pictures_to_be_settled_are_named_until_no_page_shows_them(editor):
    today = timezone.localdate()
    shown = picture("Shown", rights_until=today + datetime.timedelta(days=5))
    picture("Long gone", rights_until=today - datetime.timedelta(days=400))
    feature(lead_image=shown).save_revision().publish()
    watch_rights()
    assert "to be settled; on 1 live page" in panel(editor, "rights-ending")
    assert "Long gone" not in panel(editor, "rights-ending")
    EditorialImage.objects.filter(pk=shown.pk).update(replacement=picture("Stand-in"))
    watch_rights()
    assert "a replacement is chosen; on 1 live page" in panel(editor, "rights-ending")
