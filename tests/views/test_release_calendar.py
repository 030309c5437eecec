"""The calendar file, read back by the library that calendars are read with."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from editorial.choices import ReleaseStatus
from tests.factories import catalogue

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=20)


def events(client, address: str = "/releases.ics") -> list:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def on(shoe, where, day: date, **fields):
    return catalogue.release(shoe, where, day.year, day.month, day.day, **fields)


def test_one_event_for_a_shoe_and_a_day_in_all_its_countries(client):
    shoe = catalogue.product("Storm; Lime, with a name long enough to be folded somewhere é")
    for name, code in (("United Kingdom", "GB"), ("Japan", "JP")):
        on(shoe, catalogue.market(name, code), SOON, status=ReleaseStatus.CONFIRMED)
    [event] = events(client)
    assert event["SUMMARY"] == shoe.full_name
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (SOON, SOON + timedelta(days=1))
    assert event["DESCRIPTION"] == "Confirmed: Japan, United Kingdom"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"].endswith(shoe.get_url())


def test_a_moved_date_is_the_same_event_said_again(client):
    release = on(catalogue.product(), catalogue.market(), SOON, status=ReleaseStatus.RUMOURED)
    [before] = events(client)
    release.day, release.month, release.year = 1, 1, SOON.year + 1
    release.status = ReleaseStatus.CANCELLED
    release.save()
    [after] = events(client)
    assert before["STATUS"] == "TENTATIVE"
    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_a_month_is_no_day_and_what_is_long_over_is_gone(client):
    here = catalogue.market()
    catalogue.release(catalogue.product(), here, SOON.year + 1, 5)
    on(catalogue.product("Old"), here, SOON - timedelta(days=200))
    assert events(client) == []


def test_a_shoe_brings_its_siblings_and_nothing_else(client):
    here, shoe = catalogue.market(), catalogue.product()
    other = catalogue.product("Cream / Black", parent=shoe.silhouette)
    stranger = catalogue.product("Red", parent=catalogue.silhouette("Samba", parent=catalogue.brand("adidas")))
    for each in (other, stranger):
        on(each, here, SOON)
    for page in (shoe, shoe.silhouette, shoe.brand):
        assert [event["SUMMARY"] for event in events(client, f"/releases.ics?for={page.pk}")] == [other.full_name]
    assert len(events(client)) == 2


@pytest.mark.parametrize("rubbish", ["", "x", "-1", "9" * 40, "999999"])
def test_nobody_subscribes_to_what_is_not_there(client, rubbish):
    assert client.get("/releases.ics", {"for": rubbish}).status_code == 404


def test_other_pages_have_no_releases(client):
    assert client.get(f"/releases.ics?for={catalogue.feature().pk}").status_code == 404
