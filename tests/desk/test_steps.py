"""Taking a step, giving it back, and who is told what on a story's way."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from editorial.actions.claims import AlreadyTaken, StepIsOver, give_back, take
from editorial.actions.desk_round import desk_round
from editorial.actions.mail_notices import MOST_TRIES, mail_notices
from editorial.actions.reschedule import set_due
from editorial.choices import NoticeKind
from editorial.models import Claim, Notice
from tests.desk.builders import feature, member_of
from tests.desk.conftest import signed_in
from tests.desk.forms import messages_of
from tests.desk.newsroom import hand_in
from tests.support.html import Document

pytestmark = pytest.mark.django_db

NINE = datetime.time(9, 0)


@pytest.fixture
def sub(db):
    """A sub-editor, signed in."""
    return signed_in(member_of("Sub-editors", name="sub"))


def morning(days: int = 0) -> datetime.datetime:
    """Nine o'clock in the newsroom, so many days from today."""
    return timezone.make_aware(datetime.datetime.combine(timezone.localdate() + datetime.timedelta(days=days), NINE))


def told(user) -> list[str]:
    """The kinds of a person's notices, oldest first."""
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))


def test_a_step_is_taken_shown_and_given_back(editor, sub, chief):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user, "Sub-editing")
    card = reverse("desk_card", args=[page.pk])
    assert "Nobody has taken this step yet." in Document(sub.get(card)).get_text()
    sub.post(reverse("desk_take_step", args=[step.pk]))
    assert Claim.objects.get().user == sub.user
    assert "Sub has taken this step" in " ".join(Document(chief.get(card)).get_text().split())
    chief.post(reverse("desk_take_step", args=[step.pk]))
    assert "sub has taken this step already" in messages_of(chief).lower()
    assert Claim.objects.get().user == sub.user
    editor.post(reverse("desk_release_step", args=[step.pk]))
    assert Claim.objects.exists()
    chief.post(reverse("desk_release_step", args=[step.pk]))
    assert not Claim.objects.exists()


def test_a_step_of_others_or_of_yesterday_is_not_taken(editor, sub):
    page = feature()
    step = hand_in(page, editor.user, "Sub-editing")
    editor.post(reverse("desk_take_step", args=[step.pk]))
    assert not Claim.objects.exists()
    take(step, sub.user)
    with pytest.raises(AlreadyTaken):
        take(step, editor.user)
    assert take(step, sub.user) == Claim.objects.get()
    assert give_back(step)
    assert not give_back(step)
    step.approve(user=sub.user)
    with pytest.raises(StepIsOver):
        take(step, sub.user)


def test_each_step_tells_its_people_and_the_end_tells_the_writer(editor, sub, chief):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user)
    assert told(editor.user) == []
    assert told(chief.user) == [NoticeKind.WAITING]
    assert told(sub.user) == []
    step.approve(user=chief.user)
    assert told(sub.user) == [NoticeKind.WAITING]
    page.current_workflow_state.current_task_state.reject(user=sub.user, comment="The third section says nothing.")
    notice = Notice.objects.get(user=editor.user)
    assert (notice.kind, notice.comment) == (NoticeKind.REJECTED, "The third section says nothing.")
    page.current_workflow_state.resume(user=editor.user)
    for _step in range(3):
        page.current_workflow_state.current_task_state.approve(user=chief.user)
    assert told(editor.user)[-1] == NoticeKind.APPROVED


def test_a_step_that_is_over_waits_for_nobody(editor, sub):
    page = feature()
    step = hand_in(page, editor.user, "Sub-editing")
    assert Notice.objects.filter(user=sub.user, read_at=None).exists()
    step.approve(user=sub.user)
    assert not Notice.objects.filter(user=sub.user, read_at=None).exists()
    mail_notices()
    assert all("Sub-editing" not in letter.subject for letter in mail.outbox)


def test_letters_leave_once_and_only_to_those_who_want_them(editor, sub, chief):
    profile = UserProfile.get_for_user(chief.user)
    profile.submitted_notifications = False
    profile.save()
    hand_in(feature("Omni"), editor.user, "Sub-editing")
    assert mail.outbox == []
    assert mail_notices() == 1
    [letter] = mail.outbox
    assert letter.to == ["sub@example.org"]
    assert "'Omni' waits for you at the step Sub-editing." in letter.subject
    assert "/admin/desk/notices/" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert mail_notices() == 0


def test_a_mail_server_that_is_away_loses_no_letter(editor, sub, settings):
    hand_in(feature("Omni"), editor.user, "Sub-editing")
    nobody = {"host": "127.0.0.1", "port": 9}
    away = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": nobody}}
    working = settings.MAILERS
    settings.MAILERS = away
    assert mail_notices() == 0
    notice = Notice.objects.get(user=sub.user)
    assert (notice.mailed_at, notice.tries) == (None, 1)
    settings.MAILERS = working
    assert mail_notices() == 1
    Notice.objects.update(mailed_at=None, tries=MOST_TRIES)
    assert mail_notices() == 0


def test_due_days_are_told_the_day_before_and_after_and_once(editor, sub):
    page = feature("Omni", owner=editor.user)
    step = hand_in(page, editor.user, "Sub-editing")
    take(step, sub.user)
    set_due(page, timezone.localdate() + datetime.timedelta(days=3))
    desk_round(morning(1))
    assert NoticeKind.DUE not in told(editor.user)
    for _again in range(3):
        desk_round(morning(2))
    assert told(editor.user).count(NoticeKind.DUE) == told(sub.user).count(NoticeKind.DUE) == 1
    desk_round(morning(3))
    assert NoticeKind.OVERDUE not in told(editor.user)
    for days in (4, 5):
        desk_round(morning(days))
    assert told(editor.user).count(NoticeKind.OVERDUE) == 1


def test_nobody_is_reminded_at_night_or_of_what_is_out(editor):
    page = feature("Omni", owner=editor.user)
    set_due(page, timezone.localdate() + datetime.timedelta(days=1))
    desk_round(morning().replace(hour=5))
    assert told(editor.user) == []
    page.latest_revision.publish()
    desk_round(morning())
    assert told(editor.user) == []


def test_the_list_of_notices_is_ones_own(editor, sub):
    hand_in(feature("Omni"), editor.user, "Sub-editing")
    notice = Notice.objects.get(user=sub.user)
    said = Document(sub.get(reverse("desk_notices"))).get_text()
    assert "'Omni' waits for you" in said
    assert "Omni" not in Document(editor.get(reverse("desk_notices"))).select_one("main").get_text()
    assert "Notices (1)" in sub.get("/admin/").content.decode()
    assert editor.post(reverse("desk_notice_read", args=[notice.pk])).status_code == 404
    sub.post(reverse("desk_notices_read"))
    assert "Notices (1)" not in sub.get("/admin/").content.decode()
    assert not Notice.objects.filter(user=sub.user, read_at=None).exists()


def test_the_card_of_a_story_that_passed_says_so(editor, chief):
    page = feature("Omni", owner=editor.user)
    card = reverse("desk_card", args=[page.pk])
    assert "Not submitted." in Document(editor.get(card)).get_text()
    hand_in(page, editor.user, "Publish").approve(user=chief.user)
    said = " ".join(Document(editor.get(card)).get_text().split())
    assert "Chief approved the last." in said
    assert "Not submitted." not in said
    hand_in(page, editor.user)
    type(page).objects.get(pk=page.pk).current_workflow_state.cancel(user=chief.user)
    assert "Called off at the step Desk" in " ".join(Document(editor.get(card)).get_text().split())


def test_the_card_is_for_those_who_may_edit(editor, merchandiser):
    page = feature()
    card = reverse("desk_card", args=[page.pk])
    answer = editor.post(card, {"due_on": "2027-02-30", "embargo_until": "", "note": ""})
    assert answer.status_code == 200
    assert "Enter a valid date" in answer.content.decode()
    dates = Document(answer).select("#id_due_on, #id_embargo_until")
    assert [field["type"] for field in dates] == ["date", "datetime-local"]
    for wrong in ("31/12/26", "26-12-31"):
        assert "Enter a valid date" in editor.post(card, {"due_on": wrong}).content.decode()
    editor.post(card, {"due_on": "2027-02-28", "embargo_until": "2027-03-01T09:00", "note": "Ask Nike."})
    assert "28 February 2027" in editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert merchandiser.get(card).status_code == 302
    assert TaskState.objects.count() == 0
