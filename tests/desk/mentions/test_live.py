"""The list of mentions for an open form: what comes in as it stands, what goes back, and who may ask."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from editorial.desk.mentions.live import MENTIONS_URL
from editorial.models import FeaturePage, UnlinkedMention
from tests.factories import catalogue as make
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def text(words, field="body-0-value-content-0-value", entities=None, ranges=(), types=("LINK", "TERM")):
    block = {"key": "abc", "text": words, "type": "unstyled", "entityRanges": list(ranges)}
    return {"field": field, "state": json.dumps({"blocks": [block], "entityMap": entities or {}}), "types": list(types)}


def ask(client, *texts):
    body = json.dumps({"texts": texts})
    return client.post(reverse(MENTIONS_URL), body, content_type="application/json")


def listed(client, *texts):
    return Document(ask(client, *texts).json()["html"])


def names(document, group):
    return document.texts(f"section[aria-labelledby=desk-mentions-{group}] .desk-mentions-name")


def test_a_name_can_be_linked_where_it_first_stands(editor):
    kayano = make.silhouette()
    answer = ask(editor, text("😀 the Gel-Kayano 14"), text("A Gel Kayano 14.", field="second"))
    assert answer.json()["open"] == 1
    (button,) = Document(answer.json()["html"]).select("[data-desk-mentions-link]")
    assert (button["data-field"], button["data-key"]) == ("body-0-value-content-0-value", "abc")
    assert (button["data-offset"], button["data-length"], button["data-text"]) == ("7", "13", "Gel-Kayano 14")
    entity = json.loads(button["data-entity"])
    parent = kayano.get_parent()
    assert entity["type"] == "LINK"
    assert entity["data"] == {"id": kayano.pk, "url": "/asics/gel-kayano-14/", "parentId": parent.pk}


def test_terms_are_tied_only_where_the_text_takes_them(editor):
    gel = make.term("Solyte")
    (button,) = listed(editor, text("Solyte", types=["LINK"]), text("Solyte", field="second")).select(
        "[data-desk-mentions-link]"
    )
    assert button["data-field"] == "second"
    assert json.loads(button["data-entity"])["data"] == {"id": gel.pk, "title": "Solyte"}
    assert names(listed(editor, text("Solyte", types=["LINK"])), "tied") == ["Solyte"]


def test_what_is_linked_is_listed_as_such(editor):
    kayano = make.silhouette()
    entities = {"0": {"type": "LINK", "data": {"id": kayano.pk}}}
    document = listed(editor, text("Gel-Kayano 14", entities=entities, ranges=[{"key": 0, "offset": 0, "length": 3}]))
    assert names(document, "linked") == ["Gel-Kayano 14"]
    assert names(document, "linkable") == []


def test_a_name_of_two_entries_waits_for_a_choice_and_a_draft_for_its_publication(editor):
    make.partner("Salehe")
    make.partner("Salehe", slug="salehe-2")
    make.person("Ada Smith", live=False, draft_title="Ada Smith")
    document = listed(editor, text("Salehe met Ada Smith"))
    assert names(document, "unclear") == ["Salehe"]
    assert len(document.select("[data-desk-mentions-link]:not([data-first])")) == 2
    assert names(document, "hidden") == ["Ada Smith"]


def test_a_brand_with_a_letter_wrong_is_no_entry_to_make(editor):
    make.brand("adidas")
    words = "The Addidas came. Then Addidas left, and Zelda Quark saw Addidas and Zelda Quark."
    assert names(listed(editor, text(words)), "unknown") == ["Zelda Quark × 2"]


def test_unknown_names_lead_to_the_forms_the_user_may_fill(editor, merchandiser):
    words = text("It was Ada Smith, he said, and <b>Ada Smith</b> nodded.")
    document = listed(editor, words)
    assert names(document, "unknown") == ["Ada Smith × 2"]
    forms = [link["href"] for link in document.select("section[aria-labelledby=desk-mentions-unknown] a")]
    assert len(forms) == 4
    for form in forms:
        assert form.endswith("?name=Ada+Smith")
        assert 'value="Ada Smith"' in editor.get(form).content.decode()
        assert 'value="ada-smith"' in editor.get(form).content.decode()
    make.brand()
    assert len(listed(merchandiser, words).select("section[aria-labelledby=desk-mentions-unknown] a")) == 1


def test_an_unknown_name_may_be_a_silhouette_of_the_brand_that_is_named_most(editor, chief):
    make.brand("Salomon")
    asics = make.brand("ASICS")
    words = text("ASICS and Salomon showed the Quantum Leap; ASICS sold the Quantum Leap.")
    (form,) = listed(editor, words).select("a[href*=silhouettepage]")
    assert form.get_text() == "Silhouette of ASICS"
    assert form["href"].startswith(reverse("wagtailadmin_pages:add", args=["editorial", "silhouettepage", asics.pk]))
    assert 'value="Quantum Leap"' in editor.get(form["href"]).content.decode()


def test_everyday_words_are_offered_apart_and_not_with_all_others(editor):
    make.partner("Concepts")
    make.term("Mesh")
    make.brand("ASICS")
    answer = ask(editor, text("Concepts were drawn for ASICS. A mesh screen hid them."))
    document = Document(answer.json()["html"])
    assert names(document, "perhaps") == ["Concepts", "mesh"]
    assert [button["data-text"] for button in document.select("[data-first]")] == ["ASICS"]
    assert answer.json()["open"] == 1
    document = listed(editor, text("Concepts were drawn. At Concepts, mesh was used."))
    assert [button["data-offset"] for button in document.select("[data-desk-mentions-link]")] == ["24", "34"]


def test_names_without_an_entry_are_not_counted(editor):
    answer = ask(editor, text("It was Ada Smith, he said, and Ada Smith nodded."))
    assert names(Document(answer.json()["html"]), "unknown") == ["Ada Smith × 2"]
    assert answer.json()["open"] == 0


def test_names_are_printed_as_text(editor):
    make.partner("Ada <b>", slug="ada")
    answer = ask(editor, text("By Ada <b> & Co")).json()["html"]
    assert "Ada &lt;b" in answer
    assert "<b>" not in answer


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"7", b'{"texts": 7}', b'{"texts": {}}', b"\xff\xfe", b'{"text": []}', b"[" * 90_000],
)
def test_what_the_script_never_sends_is_refused(editor, body):
    assert editor.post(reverse(MENTIONS_URL), body, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "one",
    [
        None, "x", {}, {"state": 7}, {"state": "{"}, {"state": "[]"}, {"state": '{"blocks": 7}'}, {"state": "[" * 5000},
        {"state": '{"blocks": [{"key": "a", "text": "Solyte", "entityRanges": 7}], "entityMap": 7}', "types": 7},
        {"state": '{"blocks": [{"key": "a", "text": "Solyte"}]}', "types": [[]], "field": {"a": 1}},
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_read_is_passed_over(editor, one):
    make.term("Solyte")
    assert "Solyte" in ask(editor, one, text("Solyte")).json()["html"]


def test_only_those_who_write_may_ask(client, editor):
    url = reverse(MENTIONS_URL)
    assert client.post(url, "{}", content_type="application/json").status_code == 302
    assert editor.get(url).status_code == 405
    editor.user.groups.first().page_permissions.all().delete()
    answer = ask(editor, text("Solyte"))
    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")


def test_the_request_needs_its_token(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    assert ask(strict, text("Solyte")).status_code == 403


def test_asking_saves_nothing_and_costs_no_more_for_more_names(editor):
    for number in range(3):
        make.person(f"Ada Smith{number}")
    page = make.feature()
    before = FeaturePage.objects.get(pk=page.pk).latest_revision_id
    # The addresses of the site are looked up once.
    ask(editor, text("Ada Smith0"))

    def cost(words):
        with queries() as asked:
            ask(editor, text(words))
        return len(asked)

    assert cost("Ada Smith0") == cost("Ada Smith0, Ada Smith1, Ada Smith2")
    assert FeaturePage.objects.get(pk=page.pk).latest_revision_id == before
    assert not UnlinkedMention.objects.exists()
