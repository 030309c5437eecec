"""A story that is not finished is handed in, sent back and passed on all the same; words of a refused decision wait."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import inline_formset, streamfield

from editorial.choices import NoticeKind
from editorial.models import FeatureIndexPage, FeaturePage, Notice, PartnerIndexPage, PartnerPage
from tests.desk.builders import feature, person
from tests.desk.forms import add_url, edit_url, errors_in, messages_of, sent_form
from tests.desk.newsroom import approval, hand_in
from tests.support.html import Document

pytestmark = pytest.mark.django_db

QUOTE = {"quote": "", "attribution": "", "source": ""}
SAID = "The quotation is empty. Who said it?"
IN_DIALOG = {"X-Requested-With": "XMLHttpRequest"}


def unfinished(page, **more) -> dict[str, str]:
    """The form of a story with an empty pull quote and a credit to nobody yet."""
    content = streamfield([("pull_quote", QUOTE)])
    body = streamfield([("section", {"heading": "The heel", "anchor": "", "content": content})])
    credits = inline_formset([{"role": "words", "person": person().pk}, {"role": "photography", "person": ""}])
    return sent_form("FeaturePage", title=page.title, slug=page.slug, body=body, credits=credits, **more)


def dialog_of(client, page, action: str = "reject"):
    """The dialog in which the open step is decided from the page's form."""
    step = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, action, step.pk])
    return Document(client.get(address, headers=IN_DIALOG).json()["html"])


def step_of(page) -> str:
    """Where the story stands: the name of its step, or what its workflow came to."""
    state = WorkflowState.objects.for_instance(page).get()
    return state.current_task_state.task.name if state.status == "in_progress" else state.status


def test_what_is_unfinished_is_handed_in_and_handed_in_again(editor, chief):
    page = feature("Omni", owner=editor.user)
    assert (
        editor.post(edit_url(page), unfinished(page, **{"action-submit": "true", "desk-step": ""})).status_code == 302
    )
    assert "Saved without the rows in which nothing was chosen: Credits." in messages_of(editor)
    assert step_of(page) == "Desk"
    page.current_workflow_task_state.reject(user=chief.user, comment=SAID)
    sent = unfinished(page, **{"action-restart-workflow": "true", "desk-step": ""})
    answer = editor.post(edit_url(page), sent)
    assert answer.status_code == 302, errors_in(answer)
    assert WorkflowState.objects.count() == 2


def test_a_new_unfinished_story_is_handed_in_too(editor):
    address = add_url(FeaturePage, FeatureIndexPage.objects.get())
    sent = unfinished(FeaturePage(title="New", slug="new"), **{"action-submit": "true"})
    assert editor.post(address, sent).status_code == 302
    assert step_of(FeaturePage.objects.get(slug="new")) == "Desk"


def test_what_is_unfinished_is_sent_back_with_the_reason_and_passed_on(editor, chief):
    page = feature("Omni", owner=editor.user)
    hand_in(page, editor.user)
    assert chief.post(edit_url(page), unfinished(page) | approval(page)).status_code == 302
    assert step_of(page) == "Sub-editing"
    answer = chief.post(edit_url(page), unfinished(page) | approval(page, "reject", comment=SAID))
    assert answer.status_code == 302, errors_in(answer)
    assert step_of(page) == WorkflowState.STATUS_NEEDS_CHANGES
    assert Notice.objects.get(user=editor.user, kind=NoticeKind.REJECTED).comment == SAID


def test_what_only_publishing_asks_for_is_not_asked_of_a_version_that_is_handed_in(editor):
    address = add_url(PartnerPage, PartnerIndexPage.objects.get())
    sent = sent_form("PartnerPage", title="JJJJound", slug="jjjjound")
    answer = editor.post(address, sent | {"kind": "", "action-submit": "true"})
    assert answer.status_code == 302, errors_in(answer)


@pytest.mark.parametrize("is_without_last", [False, True])
def test_the_last_approval_asks_for_all_and_gives_the_comment_back(editor, chief, is_without_last):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user, "Rights" if is_without_last else "Publish")
    if is_without_last:
        step.workflow_state.workflow.tasks.last().deactivate()
    answer = chief.post(edit_url(page), unfinished(page) | approval(page, comment="Run <b>it</b>."))
    said = errors_in(answer)
    assert "The page was not published." in said
    assert "Credits, row 2, 'Person' is empty." in said
    assert "It is in the dialog when you open it again: ‘Run <b>it</b>.’" in said
    assert dialog_of(chief, page, "approve").select_one("textarea").get_text().strip() == "Run <b>it</b>."


def test_what_cannot_be_read_is_listed_and_the_comment_is_sent_the_second_time(editor, chief):
    page = feature("Omni", owner=editor.user)
    feature("Taken")
    hand_in(page, editor.user)
    half = unfinished(page) | {"slug": "taken", "go_live_at": "soon"}
    answer = chief.post(edit_url(page), half | approval(page, "reject", comment=SAID))
    said = Document(answer).text_of(".messages")
    assert "Nothing was decided: the page can't be saved as it is." in said
    assert "already in use" in said
    assert "Enter a valid date/time." in said
    assert "'Person' is empty" not in said
    assert f"‘{SAID}’" in said
    assert dialog_of(chief, page).select_one("textarea").get_text().strip() == SAID
    assert dialog_of(editor, page).select_one("textarea").get_text().strip() == ""
    assert chief.post(edit_url(page), unfinished(page) | approval(page, "reject", comment=SAID)).status_code == 302
    page.current_workflow_state.resume(user=editor.user)
    assert not any(SAID in str(words) for words in chief.session.values())


def test_a_draft_that_cannot_be_saved_is_told_why(editor):
    page = feature("Omni", owner=editor.user)
    said = Document(editor.post(edit_url(page), unfinished(page, go_live_at="soon"))).text_of(".messages")
    assert "The page was not saved. What you typed is still here." in said
    assert "Enter a valid date/time." in said


def test_the_gate_gives_back_what_was_said_in_the_dialog_of_the_desk(editor, chief):
    page = feature("Omni", owner=editor.user, standfirst="")
    step = hand_in(page, editor.user, "Publish")
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    chief.post(address, {"comment": "At last."}, headers=IN_DIALOG)
    assert "There is no standfirst." in messages_of(chief)
    again = Document(chief.get(address, headers=IN_DIALOG).json()["html"])
    assert again.select_one("textarea").get_text().strip() == "At last."


def test_whoever_requests_changes_says_which(editor, chief):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user)
    for name in ("workflow_action", "collect_workflow_action_data"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[page.pk, "reject", step.pk])
        refused = chief.post(address, {"comment": " "}, headers=IN_DIALOG).json()
        assert "Say what should change: the writer reads it." in refused["html"]
    assert step_of(page) == "Desk"
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    assert chief.post(address, {"comment": ""}, headers=IN_DIALOG).json()["step"] == "success"
    assert step_of(page) == "Sub-editing"
