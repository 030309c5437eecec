"""The third road to live: the last approval of a workflow."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from tests.desk.builders import feature
from tests.desk.forms import edit_url, errors_in, messages_of, sent_form
from tests.desk.newsroom import approval, hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(editor):
    """A story without a standfirst, submitted by the editor, at the last step."""
    page = feature(ready=True, standfirst="")
    hand_in(page, editor.user, "Publish")
    return page


def approve_url(page) -> str:
    """Where the dialog approves the page's open task."""
    state = page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])


def still_open(page) -> bool:
    """Whether the page is still in review and off line."""
    page.refresh_from_db()
    state = WorkflowState.objects.get()
    return (
        not page.live
        and state.status == WorkflowState.STATUS_IN_PROGRESS
        and state.current_task_state.status == TaskState.STATUS_IN_PROGRESS
    )


def test_the_editor_submits_from_the_form(editor):
    page = feature()
    data = sent_form("FeaturePage", title=page.title, slug=page.slug) | {"action-submit": "action-submit"}
    assert editor.post(edit_url(page), data).status_code == 302
    state = WorkflowState.objects.get()
    assert state.workflow.name == "Publish"
    assert state.current_task_state.task.name == "Desk"
    assert state.requested_by == editor.user


def test_the_dialog_shows_the_reasons_and_leaves_the_task_open(chief, submitted):
    response = chief.post(approve_url(submitted), {"comment": ""})
    assert response.status_code == 302
    said = messages_of(chief)
    assert "The task stays open." in said
    assert "There is no standfirst." in said
    assert still_open(submitted)


def test_the_dialog_by_script_goes_back_to_the_page(chief, submitted):
    response = chief.post(approve_url(submitted), {"comment": ""}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.json() == {"step": "success", "redirect": edit_url(submitted)}
    assert "There is no standfirst." in messages_of(chief)
    assert still_open(submitted)


def test_the_form_shows_the_reasons_at_the_fields(chief, submitted):
    data = sent_form("FeaturePage", title=submitted.title, slug=submitted.slug, standfirst="")
    response = chief.post(edit_url(submitted), data | approval(submitted))
    assert response.status_code == 200
    assert "There is no standfirst." in errors_in(response)
    assert still_open(submitted)


def test_mended_in_the_form_it_is_approved_and_goes_live(chief, submitted):
    data = sent_form("FeaturePage", title=submitted.title, slug=submitted.slug)
    response = chief.post(edit_url(submitted), data | approval(submitted))
    assert response.status_code == 302, errors_in(response)
    submitted.refresh_from_db()
    assert submitted.live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_a_finished_story_is_approved_in_the_dialog(chief, editor):
    page = feature()
    hand_in(page, editor.user, "Publish")
    chief.post(approve_url(page), {"comment": ""})
    page.refresh_from_db()
    assert page.live


def test_an_editor_cannot_approve(editor, submitted):
    editor.post(approve_url(submitted), {"comment": ""})
    assert still_open(submitted)
