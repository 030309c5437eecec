"""What stands in the newsroom's calendar, and moving it."""

import datetime

import pytest
import time_machine
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from editorial.actions.reschedule import NotScheduled, reschedule, set_due
from editorial.desk.calendar.asked import asked_of
from editorial.desk.calendar.conflicts import note_conflicts
from editorial.desk.calendar.entries import KINDS, Span, entries
from editorial.models import DeskCard, FeatureSubject, Market, Release
from tests.desk.builders import brand, feature, picture, product, silhouette
from tests.desk.forms import messages_of
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

LONDON = timezone.get_default_timezone()
# A Monday in winter; by summer London's clocks are an hour ahead of the sun.
NOW = datetime.datetime(2027, 2, 1, 12, 0, tzinfo=LONDON)
FEBRUARY = Span(datetime.date(2027, 2, 1), datetime.date(2027, 2, 28))


@pytest.fixture(autouse=True)
def at_noon():
    """All of these happen on one day."""
    with time_machine.travel(NOW, tick=False):
        yield


def coming(title: str, at: datetime.datetime, **fields):
    """A story on the schedule; its revision."""
    page = feature(title, **fields)
    page.go_live_at = at
    revision = page.save_revision()
    revision.publish()
    return revision


def moment(day: int, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """A moment of February in the newsroom."""
    return datetime.datetime(2027, 2, day, hour, minute, tzinfo=LONDON)


def conflicts(user) -> dict[str, str]:
    """What stands against February's entries, by title."""
    found, _cut = entries(FEBRUARY, user, list(KINDS))
    note_conflicts(found)
    return {entry.title: " ".join(entry.conflicts) for entry in found if entry.conflicts}


def test_every_kind_stands_on_its_day(chief):
    draft = feature("A draft", ready=False)
    set_due(draft, datetime.date(2027, 2, 5))
    coming("To come", moment(9))
    feature("Out", live=True, first_published_at=moment(1, 8))
    picture("A picture", rights_until=datetime.date(2027, 2, 11))
    shoe = product(silhouette(brand()))
    for market in Market.objects.all()[:2]:
        Release.objects.create(product=shoe, market=market, year=2027, month=2, day=13)
    Release.objects.create(product=shoe, market=Market.objects.last(), year=2027, month=2)
    found, cut = entries(FEBRUARY, chief.user, list(KINDS))
    stands = {(entry.kind, entry.title): (entry.day.day, entry.note) for entry in found}
    assert stands["due", "A draft"][0] == 5
    assert stands["scheduled", "To come"][0] == 9
    assert stands["published", "Out"][0] == 1
    assert stands["rights", "A picture"][0] == 11
    assert stands["release", "Gel-Kayano 14 Pure Silver"] == (13, "in 2 countries")
    assert cut == []
    sheet = Document(chief.get(reverse("desk_calendar"), {"kind": ["due", "release"]}))
    assert {cell["class"][1] for cell in sheet.select(".desk-month .desk-entry")} == {
        "desk-kind-due",
        "desk-kind-release",
    }
    agenda = Document(chief.get(reverse("desk_calendar"), {"view": "agenda"}))
    assert not agenda.select(".desk-month")
    assert "Monday, 1 February today" in agenda.texts(".desk-agenda-day h3")


def test_a_release_known_by_its_month_stands_above_the_days(chief):
    shoe = product(silhouette(brand()))
    first, second, last = Market.objects.all()[:3]
    Release.objects.create(product=shoe, market=first, year=2027, month=2)
    Release.objects.create(product=shoe, market=second, year=2027, month=2)
    Release.objects.create(product=shoe, market=last, year=2027)
    for view in ("month", "agenda"):
        sheet = Document(chief.get(reverse("desk_calendar"), {"view": view}))
        assert sheet.texts(".desk-undated .desk-entry") == ["Release Gel-Kayano 14 Pure Silver in 2 countries"]
        assert not sheet.select("td .desk-kind-release, .desk-agenda .desk-kind-release")
    for asked in ({"month": "2027-03"}, {"kind": "due"}):
        assert not Document(chief.get(reverse("desk_calendar"), asked)).select(".desk-undated")


def test_the_weeks_of_the_months_beside_do_not_use_up_the_room(chief, monkeypatch):
    monkeypatch.setattr("editorial.desk.calendar.entries.MOST", 3)
    house = brand()
    market = Market.objects.first()
    for day in (4, 5, 6):
        shoe = product(silhouette(house, f"January {day}"), code=f"1201A019-10{day}")
        Release.objects.create(product=shoe, market=market, year=2027, month=1, day=day)
    shoe = product(silhouette(house, "February"), code="1201A019-200")
    Release.objects.create(product=shoe, market=market, year=2027, month=2, day=3)
    span = Span(datetime.date(2027, 1, 25), datetime.date(2027, 2, 28))
    found, cut = entries(span, chief.user, ["release"])
    assert [entry.title for entry in found] == ["February Pure Silver"]
    assert cut == []


def test_the_calendar_asks_as_often_for_many_as_for_one(chief):
    def asked() -> int:
        with queries() as found:
            note_conflicts(entries(FEBRUARY, chief.user, list(KINDS))[0])
        return len(found)

    coming("One", moment(3))
    asked()
    few = asked()
    for day in (4, 5, 6):
        coming(f"Day {day}", moment(day))
    assert asked() == few <= 14


def test_a_moment_stands_on_the_newsrooms_day(chief):
    half_past_midnight = datetime.datetime(2027, 7, 1, 0, 30, tzinfo=LONDON)
    assert half_past_midnight.astimezone(datetime.UTC).day == 30
    coming("Late", half_past_midnight)
    for span, expected in ((Span(datetime.date(2027, 6, 1), datetime.date(2027, 6, 30)), 0), (july(), 1)):
        assert len(entries(span, chief.user, ["scheduled"])[0]) == expected


def july() -> Span:
    """A month of summer time."""
    return Span(datetime.date(2027, 7, 1), datetime.date(2027, 7, 31))


def test_what_does_not_go_together_is_said(chief):
    coming("First", moment(9, 9))
    coming("Second", moment(9, 9, 30))
    coming("Third", moment(9, 15))
    embargoed = coming("Embargoed", moment(16)).content_object
    DeskCard.objects.create(page=embargoed, embargo_until=moment(17), due_on=datetime.date(2027, 2, 20))
    lead = picture("Short", rights_until=datetime.date(2028, 1, 1))
    coming("Out of rights", moment(18), lead_image=lead)
    type(lead).objects.filter(pk=lead.pk).update(rights_until=datetime.date(2027, 2, 17))
    shoe = product(silhouette(brand()))
    Release.objects.create(product=shoe, market=Market.objects.first(), year=2027, month=2, day=25)
    story = coming("Too soon", moment(23)).content_object
    story.subjects = [FeatureSubject(page=shoe)]
    story.go_live_at = moment(23)
    story.save_revision().publish()
    said = conflicts(chief.user)
    assert "In the same hour as Second." in said["First"]
    assert said["Third"].startswith("On the same day as First, Second.")
    assert "Before its embargo ends, 17 February 2027, 09:00." in said["Embargoed"]
    assert "Before it is due, 20 February." in said["Embargoed"]
    assert said["Out of rights"] == "After the rights in 'Short' end, 17 February 2027."
    assert said["Too soon"] == "Before 'Pure Silver' is released, 25 February 2027."


def test_moving_by_the_form_makes_a_version_with_the_new_hour(chief):
    revision = coming("To come", moment(9))
    move = reverse("desk_move", args=["scheduled", revision.pk])
    assert chief.post(move, {"day": "2027-03-01", "hour": "07:30"}).status_code == 302
    page = revision.content_object
    [scheduled] = page.revisions.filter(approved_go_live_at__isnull=False)
    assert timezone.localtime(scheduled.approved_go_live_at).isoformat() == "2027-03-01T07:30:00+00:00"
    assert scheduled.user == chief.user
    assert scheduled.as_object().go_live_at == scheduled.approved_go_live_at
    assert "goes live on 1 March 2027, 07:30" in messages_of(chief)


def test_a_calendar_left_open_says_what_became_of_an_entry(chief, merchandiser):
    revision = coming("To come", moment(9))
    move = reverse("desk_move", args=["scheduled", revision.pk])
    moved = reschedule(revision, moment(12), chief.user)
    answer = chief.post(move, {"day": "2027-02-20", "next": "/admin/desk/calendar/?month=2027-02"})
    assert answer.url == "/admin/desk/calendar/?month=2027-02"
    assert "somebody was quicker, and 'To come' goes live on 12 February 2027, 09:00 now" in messages_of(chief)
    assert chief.get(move).url == "/admin/desk/calendar/"
    Revision.objects.filter(pk=moved.pk).update(approved_go_live_at=None)
    messages_of(chief)
    chief.post(move, {"day": "2027-02-20"})
    assert "'To come' is not on the schedule any more" in messages_of(chief)
    merchandiser.post(move, {"day": "2027-02-20"})
    assert "To come" not in messages_of(merchandiser)


def test_dragging_keeps_the_hour(chief):
    revision = coming("To come", moment(9, 6, 45))
    chief.post(reverse("desk_move", args=["scheduled", revision.pk]), {"day": "2027-07-02"})
    [scheduled] = revision.content_object.revisions.filter(approved_go_live_at__isnull=False)
    assert timezone.localtime(scheduled.approved_go_live_at).strftime("%d %H:%M") == "02 06:45"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"day": "2027-01-01", "hour": "09:00"}, "This hour has passed."),
        ({"day": "", "hour": "09:00"}, "This field is required."),
        ({"day": "2027-03-28", "hour": "01:30"}, "The clocks go forward over this hour."),
        ({"day": "2027-13-28", "hour": "25:30"}, "Enter a valid date."),
    ],
)
def test_hours_that_cannot_be_are_refused(chief, sent, words):
    revision = coming("To come", moment(9))
    answer = chief.post(reverse("desk_move", args=["scheduled", revision.pk]), sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    revision.refresh_from_db()
    assert revision.approved_go_live_at == moment(9)


def test_the_gates_reasons_are_shown_and_nothing_moves(chief):
    revision = coming("To come", moment(9))
    revision.content["standfirst"] = ""
    revision.save()
    answer = chief.post(reverse("desk_move", args=["scheduled", revision.pk]), {"day": "2027-03-01", "hour": "09:00"})
    assert answer.status_code == 422
    assert "There is no standfirst." in answer.content.decode()
    [scheduled] = revision.content_object.revisions.filter(approved_go_live_at__isnull=False)
    assert (scheduled.pk, scheduled.approved_go_live_at) == (revision.pk, moment(9))


def test_a_later_draft_stays_the_latest(chief):
    revision = coming("To come", moment(9))
    page = revision.as_object()
    page.standfirst = "Written after it was scheduled."
    page.save_revision()
    reschedule(revision, moment(12), chief.user)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().standfirst == "Written after it was scheduled."
    with pytest.raises(NotScheduled):
        reschedule(revision, moment(13), chief.user)


def test_who_may_move_what(editor, merchandiser):
    revision = coming("To come", moment(9))
    move = reverse("desk_move", args=["scheduled", revision.pk])
    assert editor.get(move).status_code == 302
    due = reverse("desk_move", args=["due", int(revision.object_id)])
    assert editor.post(due, {"day": "2027-02-08"}).status_code == 302
    assert DeskCard.objects.get().due_on == datetime.date(2027, 2, 8)
    assert editor.post(due, {"day": ""}).status_code == 302
    assert DeskCard.objects.get().due_on is None
    merchandiser.post(due, {"day": "2027-02-09"})
    assert DeskCard.objects.get().due_on is None
    sheet = Document(editor.get(reverse("desk_calendar")))
    assert not sheet.select(".desk-kind-scheduled[data-move]")


@pytest.mark.parametrize("month", ["", "2027-13", "x", "9999-99", "0000-01", "२०२७-०१", "2027-1-1"])
def test_a_month_that_is_none_is_this_one(month):
    assert asked_of(QueryDict(f"month={month}")).first == datetime.date(2027, 2, 1)


def test_months_follow_each_other():
    december = asked_of(QueryDict("month=2026-12"))
    assert "month=2027-01" in december.beside(1)
    assert "month=2025-12" in december.beside(-12)
    assert (december.weeks[0][0], december.span.last) == (datetime.date(2026, 11, 30), datetime.date(2027, 1, 3))
