"""What a notice says besides, when it is no news any more, and which letters a person wants."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Task

from editorial.actions.claims import take
from editorial.actions.desk_round import desk_round
from editorial.actions.mail_notices import mail_notices
from editorial.actions.remind import remind_of_due_dates
from editorial.actions.reschedule import set_due
from editorial.choices import NoticeKind
from editorial.desk.workflow.views import tell
from editorial.models import Notice
from tests.desk.builders import feature, member_of
from tests.desk.conftest import signed_in
from tests.desk.newsroom import hand_in
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def sub(db):
    """A sub-editor, signed in."""
    return signed_in(member_of("Sub-editors", name="sub"))


def unread(user) -> list[str]:
    """The kinds of a person's unread notices, oldest first."""
    return list(Notice.objects.filter(user=user, read_at=None).order_by("pk").values_list("kind", flat=True))


def test_the_next_step_hears_who_approved_and_what_they_said(editor, chief, sub):
    page = feature("Omni", owner=editor.user)
    set_due(page, datetime.date(2031, 12, 26))
    step = hand_in(page, editor.user)
    assert "Editor handed it in. Due 26 Dec 2031." in Document(chief.get(reverse("desk_notices"))).get_text()
    step.approve(user=chief.user, comment="Mind the third section.")
    said = Document(sub.get(reverse("desk_notices"))).get_text()
    assert "'Omni' waits for you at the step Sub-editing. Chief approved the step Desk. Due 26 Dec 2031." in said
    assert "Mind the third section." in said
    mail_notices()
    [letter] = [letter for letter in mail.outbox if letter.to == ["sub@example.org"]]
    assert "Chief approved the step Desk." in letter.body
    assert "Mind the third section." in letter.body


def test_what_is_settled_is_read(editor, chief, sub):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user, "Sub-editing")
    take(step, sub.user)
    tell(step, page, sub.user)
    step.reject(user=sub.user, comment="No.")
    assert unread(editor.user) == [NoticeKind.REJECTED]
    page.current_workflow_state.resume(user=editor.user)
    assert unread(editor.user) == []
    assert "No." not in Notice.objects.get(user=sub.user, read_at=None).comment


def test_calling_a_workflow_off_is_told(editor, chief, sub):
    page = feature("Omni", owner=editor.user)
    take(hand_in(page, editor.user, "Sub-editing"), sub.user)
    page.current_workflow_state.cancel(user=chief.user)
    assert unread(editor.user) == unread(sub.user) == [NoticeKind.CANCELLED]
    said = Document(editor.get(reverse("desk_notices"))).get_text()
    assert "Chief took 'Omni' out of its steps, at the step Sub-editing." in said


def test_whoever_had_taken_a_step_hears_who_decided_it(editor, chief, sub):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user, "Sub-editing")
    take(step, sub.user)
    step.approve(user=chief.user, comment="In a hurry.")
    assert unread(sub.user) == [NoticeKind.DECIDED]
    said = Document(sub.get(reverse("desk_notices"))).get_text()
    assert "Chief approved the step Sub-editing of 'Omni', which you had taken." in said
    assert "In a hurry." in said
    other = hand_in(feature("Kayano", owner=editor.user), editor.user, "Sub-editing")
    take(other, sub.user)
    other.reject(user=chief.user, comment="The year is wrong.")
    assert unread(sub.user) == [NoticeKind.DECIDED, NoticeKind.REJECTED]
    own = hand_in(feature("Nimbus", owner=editor.user), editor.user, "Sub-editing")
    take(own, sub.user)
    own.approve(user=sub.user)
    assert unread(sub.user) == [NoticeKind.DECIDED, NoticeKind.REJECTED]


def test_who_edits_in_deciding_is_not_reminded(editor, chief):
    page = feature("Omni", owner=None)
    hand_in(page, editor.user)
    page.save_revision(user=chief.user)
    set_due(page, timezone.localdate() - datetime.timedelta(days=2))
    remind_of_due_dates(timezone.localtime().replace(hour=9))
    assert NoticeKind.OVERDUE in unread(editor.user)
    assert NoticeKind.OVERDUE not in unread(chief.user)


def test_letters_are_chosen_by_everybody_step_by_step(editor, chief, sub):
    assert "Letters from the desk" in editor.get(reverse("wagtailadmin_account")).content.decode()
    opened = Document(chief.get(reverse("wagtailadmin_account")))
    offered = {box["value"] for box in opened.select("[name=desk-letters-steps][checked]")}
    assert offered == {str(pk) for pk in Task.objects.filter(active=True).values_list("pk", flat=True)}
    publish = Task.objects.get(name="Publish").pk
    account = {"name_email-email": "chief@example.org", "name_email-last_name": "C", "name_email-first_name": "Chief"}
    account |= {"theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}
    account |= {"notifications-submitted_notifications": "on", "locale-preferred_language": ""}
    sent = account | {"desk-letters-steps": [publish], "desk-letters-kinds": [NoticeKind.OVERDUE]}
    answer = chief.post(reverse("wagtailadmin_account"), sent)
    assert answer.status_code == 302, Document(answer).texts(".error-message")
    step = hand_in(feature("Omni", owner=chief.user), editor.user)
    tell(step, step.workflow_state.content_object, editor.user)
    assert unread(chief.user) == [NoticeKind.WAITING, NoticeKind.CLAIMED]
    assert not Notice.objects.filter(user=chief.user, wants_mail=True).exists()
    hand_in(feature("At last"), editor.user, "Publish")
    assert Notice.objects.get(user=chief.user, wants_mail=True).task_name == "Publish"
    again = Document(chief.get(reverse("wagtailadmin_account")))
    assert [box["value"] for box in again.select("[name=desk-letters-steps][checked]")] == [str(publish)]


def test_notices_read_long_ago_are_forgotten(editor, sub):
    hand_in(feature("Omni"), editor.user, "Sub-editing")
    now = timezone.now()
    desk_round(now + datetime.timedelta(days=400))
    assert Notice.objects.filter(user=sub.user).exists()
    Notice.objects.update(read_at=now)
    desk_round(now + datetime.timedelta(days=180))
    assert Notice.objects.exists()
    desk_round(now + datetime.timedelta(days=190))
    assert not Notice.objects.exists()
