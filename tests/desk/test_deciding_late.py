"""A step that somebody else decided meanwhile: told before and at the press, and nothing typed is lost silently."""

import pytest
from django.urls import reverse

from tests.desk.builders import feature, member_of, person
from tests.desk.conftest import signed_in
from tests.desk.forms import edit_url, sent_form, untouched_form
from tests.desk.newsroom import approval, hand_in
from tests.support.html import Document

pytestmark = pytest.mark.django_db

AUTOSAVE = {"Accept": "application/json"}
IN_DIALOG = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def story(editor):
    """A story at the step Rights."""
    page = feature("Omni", owner=editor.user)
    hand_in(page, editor.user, "Rights")
    return page


@pytest.fixture
def late(chief, story):
    """What the chief's form sends to approve with a comment, after Tomasz has approved from his dashboard."""
    sent = sent_form("FeaturePage", title=story.title, slug=story.slug) | approval(story, comment="Mind the year.")
    story.current_workflow_task_state.approve(user=member_of("Chief editors", name="tomasz"))
    return sent


def said_by(answer) -> str:
    """The messages on a page."""
    return " ".join(Document(answer).texts(".messages li"))


def test_words_that_are_only_in_the_form_are_called_unsaved_and_the_comment_is_given_back(chief, story, late):
    said = said_by(chief.post(edit_url(story), late | {"title": "Omni, with a change"}))
    assert "Tomasz has approved the step Rights meanwhile. Nothing more was done." in said
    assert "What you typed is here, and not saved." in said
    assert "Your comment was not sent: ‘Mind the year.’" in said
    odd = late | {"workflow-action-extra-data": "[half"}
    assert "comment" not in said_by(chief.post(edit_url(story), odd))


def test_words_that_autosave_kept_are_called_kept(chief, editor):
    page = person("Ines Okafor")
    page.save_revision()
    hand_in(page, editor.user, "Rights")
    form = untouched_form(chief.get(edit_url(page))) | {"role": "Photographer"}
    decision = approval(page)
    page.current_workflow_task_state.approve(user=member_of("Chief editors", name="tomasz"))
    kept = chief.post(edit_url(page), form, headers=AUTOSAVE).json()
    assert kept["success"]
    # Told before the press, where it would be pressed.
    assert "Tomasz has approved the step Rights meanwhile." in kept["html"]
    assert "What this form holds is in the draft." in said_by(chief.post(edit_url(page), form | decision))


def test_autosave_of_the_step_one_stands_at_says_nothing_of_steps(chief, story):
    sent = sent_form("FeaturePage", title=story.title, slug=story.slug)
    sent["desk-step"] = str(story.current_workflow_task_state.pk)
    assert "desk-step-note" not in chief.post(edit_url(story), sent, headers=AUTOSAVE).json()["html"]


@pytest.mark.parametrize("name", ["workflow_action", "collect_workflow_action_data"])
def test_the_dialog_of_a_step_that_is_over_says_so_and_hands_back_the_comment(chief, story, name):
    step = story.current_workflow_task_state
    address = reverse(f"wagtailadmin_pages:{name}", args=[story.pk, "approve", step.pk])
    assert "textarea" in chief.get(address, headers=IN_DIALOG).json()["html"]
    step.approve(user=member_of("Chief editors", name="tomasz"))
    opened = chief.get(address, headers=IN_DIALOG).json()
    assert "Tomasz has approved the step Rights meanwhile." in opened["html"]
    assert "<form" not in opened["html"]
    sent = chief.post(address, {"comment": "Mind <b>the year</b>."}, headers=IN_DIALOG).json()
    assert Document(sent["html"]).select_one("textarea[readonly]").get_text() == "Mind <b>the year</b>."
    stranger = signed_in(member_of("Merchandisers", name="stranger"))
    assert "Tomasz" not in stranger.get(address, headers=IN_DIALOG).content.decode()
