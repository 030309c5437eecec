"""Names that are not for the catalogue: set aside for good in every story, and taken back."""

import json

import pytest
from django.urls import reverse

from editorial.desk.mentions.live import ASIDE_URL
from editorial.models import SetAsideName
from tests.desk.mentions.test_live import listed, names, text
from tests.support.html import Document

pytestmark = pytest.mark.django_db

STORY = "In The Daily Sole they wrote, and so The Daily Sole’s people said."


def put_aside(client, name, **also):
    return client.post(reverse(ASIDE_URL), json.dumps({"name": name} | also), content_type="application/json")


def test_a_name_is_set_aside_once_and_for_everybody_and_taken_back(editor, chief):
    assert names(listed(editor, text(STORY)), "unknown") == ["The Daily Sole × 2"]
    for client in (editor, chief):
        assert put_aside(client, "The Daily Sole").status_code == 200
    kept = SetAsideName.objects.get()
    assert (kept.name, kept.key, kept.made_by) == ("The Daily Sole", "daily sole", editor.user)
    document = listed(chief, text(STORY))
    assert names(document, "unknown") == []
    assert names(document, "aside") == ["The Daily Sole"]
    assert put_aside(chief, "Daily Sole", back=True).status_code == 200
    assert names(listed(editor, text(STORY)), "unknown") == ["The Daily Sole × 2"]


def test_the_list_stands_in_the_catalogue_menu_where_names_are_deleted(editor):
    index = reverse("wagtailsnippets_editorial_setasidename:list")
    add = reverse("wagtailsnippets_editorial_setasidename:add")
    assert editor.post(add, {"name": "The Daily Sole"}).status_code == 302
    assert "This name is on the list already." in editor.post(add, {"name": "daily  sole"}).content.decode()
    assert "neither letters nor figures" in editor.post(add, {"name": "!?"}).content.decode()
    assert "The Daily Sole" in Document(editor.get(index)).texts("main")[0]
    kept = SetAsideName.objects.get()
    editor.post(reverse("wagtailsnippets_editorial_setasidename:delete", args=[kept.pk]))
    assert not SetAsideName.objects.exists()


@pytest.mark.parametrize("body", ["", "{", "[]", "7", "null", '{"name": 7}', '{"name": ""}', '{"name": "!"}', "{}"])
def test_what_is_no_name_is_refused(editor, body):
    assert editor.post(reverse(ASIDE_URL), body, content_type="application/json").status_code == 400
    assert put_aside(editor, "a" * 256).status_code == 400
    assert not SetAsideName.objects.exists()


def test_only_those_who_may_set_names_aside_can(client, editor):
    assert put_aside(client, "The Daily Sole").status_code == 302
    put_aside(editor, "The Daily Sole")
    group = editor.user.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__endswith="setasidename"))
    assert put_aside(editor, "Ada Smith").status_code == 302
    assert put_aside(editor, "The Daily Sole", back=True).status_code == 302
    assert SetAsideName.objects.get().name == "The Daily Sole"
    assert listed(editor, text(STORY)).select("[data-desk-mentions-aside]") == []
