"""A draft can be saved with a credit to nobody yet: the row is left out and named, and publishing refuses it."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from editorial.models import FeatureIndexPage, FeaturePage
from tests.desk.builders import brand, feature, person, product, silhouette
from tests.desk.forms import add_url, edit_url, errors_in, messages_of, sent_form

pytestmark = pytest.mark.django_db

AUTOSAVE = {"Accept": "application/json"}


def credited(*people, **more) -> dict[str, str]:
    """The form of a story with these credits for photographs; an empty string is nobody."""
    rows = [{"id": "", "role": "photography", "person": who} for who in people]
    return sent_form("FeaturePage", credits=inline_formset(rows), **more)


def names(page) -> list[str]:
    """Who is credited in the newest version."""
    newest = FeaturePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [credit.person.title for credit in newest.credits.all()]


def test_a_draft_is_saved_without_the_row_and_says_so(editor):
    page, ines = feature(ready=False), person()
    assert editor.post(edit_url(page), credited("", ines.pk, title="Half a story")).status_code == 302
    assert "Saved without the rows in which nothing was chosen: Credits." in messages_of(editor)
    page.refresh_from_db()
    assert page.draft_title == "Half a story"
    assert names(page) == [ines.title]


def test_a_new_story_is_saved_so_too(editor):
    address = add_url(FeaturePage, FeatureIndexPage.objects.get())
    assert editor.post(address, credited("", title="New", slug="new")).status_code == 302
    assert names(FeaturePage.objects.get(slug="new")) == []


def test_autosave_keeps_the_rows_apart_until_somebody_is_chosen(editor):
    page, ines, other = feature(ready=False), person(), person("Tomasz Reyle")
    sent = credited(ines.pk, "", other.pk)
    first = editor.post(edit_url(page), sent, headers=AUTOSAVE).json()
    assert first["success"]
    assert names(page) == [ines.title, other.title]
    sent |= first["field_updates"]
    again = editor.post(edit_url(page), sent, headers=AUTOSAVE).json()
    assert again["success"]
    assert names(page) == [ines.title, other.title]
    sent |= again["field_updates"] | {"credits-1-person": str(ines.pk), "credits-1-role": "words"}
    assert editor.post(edit_url(page), sent, headers=AUTOSAVE).json()["success"]
    assert names(page) == [ines.title, ines.title, other.title]


def test_rows_with_something_in_them_stay(merchandiser):
    page = product(silhouette(brand()))
    colours = inline_formset([{"id": "", "colour": ""}, {"id": "", "colour": "silver"}])
    names = inline_formset([{"id": "", "name": ""}, {"id": "", "name": "Kayano 14"}])
    form = sent_form("ProductPage", colours=colours, name_aliases=names)
    assert merchandiser.post(edit_url(page), form).status_code == 302
    newest = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.colour for row in newest.colours.all()] == ["silver"]
    assert [row.name for row in newest.name_aliases.all()] == ["Kayano 14"]
    half = form | nested_form_data({"retail_prices": inline_formset([{"id": "", "market": "", "amount": "120"}])})
    assert merchandiser.post(edit_url(page), half).status_code == 200


def test_publishing_refuses_the_row(chief):
    page, ines = feature(), person()
    answer = chief.post(edit_url(page), credited(ines.pk, "") | {"action-publish": "true"})
    assert answer.status_code == 200
    assert "Credits, row 2, 'Person' is empty." in errors_in(answer)
    page.refresh_from_db()
    assert not page.live
