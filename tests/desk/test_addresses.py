"""An address that nobody typed: made of the title, and afterwards left alone."""

from contextlib import contextmanager

import pytest
from django.db import connection

from editorial.models import PersonIndexPage, PersonPage
from tests.desk.builders import person
from tests.desk.forms import add_url, edit_url, errors_in, sent_form
from tests.support.html import Document

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


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        # As the form's script makes them.
        ("Brøderne Åse", "broderne-ase"),
        ("Ærø & Straße", "aero-strasse"),
        ("Łódź", "lodz"),
        ("Žluťoučký kůň", "zlutoucky-kun"),
        ("Новые кроссовки", "novye-krossovki"),
        ("JJJJound × ASICS – ‘It’s fine’ ½ 2.0", "jjjjound-asics-its-fine-20"),
        ("Amélie", "amelie"),
        # Of these the script makes nothing.
        ("日本", "riben"),
        ("x" * 255, "x" * 245),
    ],
)
def test_an_address_nobody_typed_is_what_the_script_would_make(chief, add, title, slug):
    answer = chief.post(add, sent_form("PersonPage", title=title, slug=""))
    assert answer.status_code == 302, errors_in(answer)
    assert PersonPage.objects.get().slug == slug


@contextmanager
def quicker():
    """Another editor makes a page called Ada Quill after the form is found good and before its page is saved."""
    made = []

    def overtake(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not made:
            made.append("Ada Quill")
            person(*made)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtake):
        yield
    assert made


def test_two_make_the_same_title_at_once(chief, add):
    with quicker():
        assert chief.post(add, sent_form("PersonPage", title="Ada Quill", slug="")).status_code == 302
    assert list(PersonPage.objects.order_by("pk").values_list("slug", flat=True)) == ["ada-quill", "ada-quill-2"]


def test_an_address_that_was_typed_is_refused_when_another_has_it_by_then(chief, add):
    with quicker():
        answer = chief.post(add, sent_form("PersonPage", title="Ada M. Quill", slug="ada-quill"))
    assert "already in use" in Document(answer).text_of(".messages")
    assert Document(answer).select_one("#id_title")["value"] == "Ada M. Quill"
    assert PersonPage.objects.count() == 1


def test_autosave_hears_of_it_too(chief, add):
    sent = sent_form("PersonPage", title="Ada Quill", slug="ada-quill")
    with quicker():
        answer = chief.post(add, sent, headers={"Accept": "application/json"})
    assert answer.json()["error_code"] == "validation_error"


def test_a_page_that_moves_to_an_address_another_has_by_then(chief, add):
    chief.post(add, sent_form("PersonPage", title="Vic Lloyd", slug="vic"))
    address = edit_url(PersonPage.objects.get())
    chief.get(address)
    with quicker():
        answer = chief.post(address, sent_form("PersonPage", title="Vic Lloyd", slug="ada-quill"))
    assert "already in use" in Document(answer).text_of(".messages")
