"""A preview at the desk shows the pictures of the hour for which the page is planned."""

from datetime import datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from editorial.models import DeskCard, FeaturePage
from editorial.models.previews import planned_hour
from tests.desk.builders import feature, picture

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
ALT = "A white running shoe seen from the side"


def in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


@pytest.fixture
def story() -> FeaturePage:
    """A draft that opens with a picture which may be shown from the third day on, until the fifth."""
    today = timezone.localdate()
    days = {"rights_from": today + timedelta(days=3), "rights_until": today + timedelta(days=5)}
    return feature(lead_image=picture("Embargoed", **days))


def seen(page, **asked) -> bool:
    """Whether the preview has the picture."""
    return ALT in page.make_preview_request(**asked).content.decode()


def asked_at_the_desk() -> dict:
    return {"original_request": RequestFactory().get("/admin/", headers={"host": "localhost"})}


@pytest.mark.parametrize(("days", "is_seen"), [(1, False), (4, True), (6, False)])
def test_a_scheduled_story_is_seen_as_on_its_day(story, days, is_seen):
    story.go_live_at = in_days(days)
    assert seen(story, **asked_at_the_desk()) == is_seen


def test_a_story_without_a_plan_is_seen_as_now(story):
    assert not seen(story, **asked_at_the_desk())


def test_a_stranger_with_a_share_link_sees_today(story):
    story.go_live_at = in_days(4)
    assert not seen(story)


def test_looking_ahead_ends_with_the_preview(story):
    story.go_live_at = in_days(4)
    assert seen(story, **asked_at_the_desk())
    assert story.lead_picture is None


def test_the_plan_is_the_schedule_else_the_day_due_and_not_before_the_embargo(story):
    now = timezone.now()
    assert planned_hour(story, now) == now
    card = DeskCard.objects.create(page=story, due_on=timezone.localdate(now) + timedelta(days=2))
    assert timezone.localdate(planned_hour(story, now)) == card.due_on
    card.embargo_until = in_days(9)
    card.save()
    assert planned_hour(story, now) == card.embargo_until
    DeskCard.objects.update(due_on=timezone.localdate(now) - timedelta(days=2), embargo_until=now - HOUR)
    assert planned_hour(story, now) == now
    story.go_live_at = now + HOUR
    assert planned_hour(story, now) == story.go_live_at
    story.go_live_at = now - HOUR
    assert planned_hour(story, now) == now
