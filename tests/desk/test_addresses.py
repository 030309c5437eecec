"""An address that nobody typed: made of the title, and afterwards left alone."""

import pytest

from editorial.models import PersonIndexPage, PersonPage
from tests.desk.forms import add_url, edit_url, errors_in, sent_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def add() -> str:
    return add_url(PersonPage, PersonIndexPage.objects.get())


def test_a_title_alone_makes_a_draft_and_a_namesake_another(chief, add):
    for _once_more in range(2):
        assert chief.post(add, sent_form("PersonPage", title="Ada Quill", slug="")).status_code == 302
    assert set(PersonPage.objects.values_list("slug", flat=True)) == {"ada-quill", "ada-quill-2"}


def test_autosave_brings_the_address_to_the_open_form(chief, add):
    data = sent_form("PersonPage", title="Ada Quill", slug="")
    answer = chief.post(add, data, headers={"Accept": "application/json"})
    assert answer.json()["field_updates"]["slug"] == "ada-quill"


def test_an_address_that_was_emptied_stays_what_it_was(chief, add):
    chief.post(add, sent_form("PersonPage", title="Ada Quill", slug="ada"))
    page = PersonPage.objects.get()
    assert chief.post(edit_url(page), sent_form("PersonPage", title="Ada M. Quill", slug="")).status_code == 302
    assert page.latest_revision.as_object().slug == "ada"


def test_a_title_that_makes_no_address_is_named(chief, add):
    answer = chief.post(add, sent_form("PersonPage", title="…", slug=""))
    assert "its title has neither letters nor figures" in errors_in(answer)
