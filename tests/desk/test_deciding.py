"""One click decides one step, however slow the answer is and whoever else decides."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from editorial.actions.claims import take
from tests.desk.builders import feature, member_of
from tests.desk.conftest import signed_in
from tests.desk.forms import edit_url, messages_of, sent_form
from tests.desk.newsroom import approval, hand_in
from tests.support.html import Document

pytestmark = pytest.mark.django_db

AUTOSAVE = {"Accept": "application/json"}


@pytest.fixture
def story(editor):
    """A story at the step Rights, the last before the one that publishes."""
    page = feature("Omni", owner=editor.user)
    hand_in(page, editor.user, "Rights")
    return page


def fields(page, **changes) -> dict:
    """The form of the story as it stands."""
    return sent_form("FeaturePage", title=page.title, slug=page.slug, **changes)


def step_of(page) -> str:
    """The name of the step the story stands at; empty where it stands at none."""
    step = type(page).objects.get(pk=page.pk).current_workflow_task_state
    return step.task.name if step else ""


def said_by(answer) -> str:
    """The messages on a page."""
    return " ".join(Document(answer).texts(".messages li"))


def test_autosave_saves_and_never_decides(chief, story):
    sent = fields(story) | approval(story, comment="Fine.")
    for name in ("reject", "approve"):
        answer = chief.post(edit_url(story), sent | {"workflow-action-name": name}, headers=AUTOSAVE)
        assert answer.status_code == 400
        assert answer.json()["error_code"] == "handing_on"
    for name in ("action-submit", "action-restart-workflow", "action-cancel-workflow", "action-publish"):
        assert chief.post(edit_url(story), fields(story) | {name: "true"}, headers=AUTOSAVE).status_code == 400
    assert step_of(story) == "Rights"
    assert story.revisions.count() == 1
    assert chief.post(edit_url(story), fields(story), headers=AUTOSAVE).json()["success"]


def test_the_same_click_twice_decides_once(chief, story):
    sent = fields(story) | approval(story, comment="Fine.")
    assert chief.post(edit_url(story), sent).status_code == 302
    assert "approved at the step Rights and goes on to Publish" in messages_of(chief)
    again = chief.post(edit_url(story), sent | {"title": "Omni, with a change"})
    assert again.status_code == 200
    assert "You have decided the step Rights already." in said_by(again)
    assert "Omni, with a change" in again.content.decode()
    assert step_of(story) == "Publish"
    story.refresh_from_db()
    assert not story.live
    assert "Omni, with a change" not in story.get_latest_revision_as_object().title


def test_a_form_opened_at_a_step_that_is_over_decides_nothing(chief, story):
    sent = fields(story) | approval(story, "reject", comment="No.")
    other = member_of("Chief editors", name="tomasz")
    story.current_workflow_task_state.approve(user=other)
    story.current_workflow_state.current_task_state.approve(user=other)
    late = chief.post(edit_url(story), sent)
    assert "Tomasz has approved the step Rights meanwhile. Nothing more was done" in said_by(late)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_handing_in_twice_or_calling_off_what_has_moved_on_is_told(editor, chief):
    page = feature("Omni", owner=editor.user)
    sent = fields(page) | {"action-submit": "true", "desk-step": ""}
    assert editor.post(edit_url(page), sent).status_code == 302
    assert "The page has moved on since you opened this form." in said_by(editor.post(edit_url(page), sent))
    stale = fields(page) | {"action-cancel-workflow": "true", "desk-step": str(page.current_workflow_task_state.pk)}
    page.current_workflow_task_state.approve(user=chief.user)
    assert "has approved the step Desk meanwhile" in said_by(editor.post(edit_url(page), stale))
    assert step_of(page) == "Sub-editing"
    assert WorkflowState.objects.count() == 1


def test_the_form_says_which_step_it_was_opened_with(chief, story):
    opened = Document(chief.get(edit_url(story)))
    assert opened.select_one("#page-edit-form input[name=desk-step]")["value"] == str(
        story.current_workflow_task_state.pk
    )
    free = feature("Free")
    assert Document(chief.get(edit_url(free))).select_one("input[name=desk-step]")["value"] == ""


def test_the_dialog_decides_a_step_once(chief, story):
    step = story.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", step.pk])
    for _again in range(2):
        assert chief.post(address, {"comment": ""}).status_code == 302
    assert "You have decided the step Rights already." in messages_of(chief)
    assert TaskState.objects.filter(status=TaskState.STATUS_APPROVED).count() == 3
    assert step_of(story) == "Publish"


def test_each_decision_says_what_it_did(chief, story):
    chief.post(edit_url(story), fields(story) | approval(story, "reject", comment="No."))
    assert "sent back from the step Rights" in messages_of(chief)
    story.current_workflow_state.resume(user=chief.user)
    for _step in range(2):
        chief.post(edit_url(story), fields(story) | approval(story))
    assert "is approved and published" in messages_of(chief)


@pytest.mark.parametrize("words", [{}, {"comment": "At nine."}])
def test_what_goes_live_later_is_not_called_published(chief, editor, words):
    page = feature("Later", owner=editor.user)
    hand_in(page, editor.user, "Publish")
    nine = timezone.localtime().replace(year=2041, month=12, day=3, hour=9, minute=0)
    chief.post(edit_url(page), fields(page, go_live_at=nine.strftime("%Y-%m-%d %H:%M")))
    again = fields(page, go_live_at=nine.strftime("%Y-%m-%d %H:%M"))
    assert chief.post(edit_url(page), again | approval(page, **words)).status_code == 302
    assert "'Later' is approved and goes live by itself on 3 December 2041, 09:00." in messages_of(chief)
    page.refresh_from_db()
    assert not page.live


def test_whoever_decides_is_told_who_has_taken_the_step(editor, chief, story):
    take(story.current_workflow_task_state, signed_in(member_of("Rights desk", name="tomasz")).user)
    assert "Tomasz has taken the step Rights and is working on it." in said_by(chief.get(edit_url(story)))
    assert "has taken the step" not in said_by(editor.get(edit_url(story)))
    own = feature("Own")
    hand_in(own, chief.user)
    assert "You handed this page in yourself." in said_by(chief.get(edit_url(own)))
