"""The desk greets its people and shows what waits."""

import datetime

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from editorial.desk.dashboard import InReview, MyDrafts, Refused, Scheduled
from editorial.templatetags.desk import greeting
from tests.desk.builders import feature, member_of
from tests.desk.forms import edit_url
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

PANELS = ["refused", "my-drafts", "in-review", "scheduled"]


def panel(client, name: str) -> str:
    """The text of one panel."""
    return Document(client.get("/admin/")).text_of(f"#{name}-section, #panel-{name}-section, section#{name}")


def test_an_empty_desk_says_so_in_words(editor):
    page = Document(editor.get("/admin/"))
    assert page.texts(".desk-empty") == [
        "Everything scheduled went live.",
        "Nothing of yours is waiting to be finished.",
        "Nobody is waiting for approval.",
        "Nothing is scheduled.",
    ]


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
        assert "Chief editors approve; submitted by editor" in said


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


@pytest.mark.parametrize("kind", [MyDrafts, InReview, Scheduled, Refused])
def test_a_panel_asks_once(editor, kind):
    for number in range(3):
        page = feature(f"Story {number}", owner=editor.user)
        page.get_workflow().start(page, editor.user)
    ContentType.objects.get_for_model(type(page))
    list(kind().rows(editor.user))
    with queries() as asked:
        list(kind().rows(editor.user))
    assert len(asked) == 1
