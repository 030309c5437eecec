"""The panels beside the forms: mentions of a story, and mentions in stories."""

import pytest
from django.urls import reverse

from editorial.choices import MentionSource
from editorial.models import TermMention, UnlinkedMention
from tests.desk.forms import add_url, edit_url
from tests.factories import catalogue as make
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

PANEL = "[data-side-panel=mentions]"


@pytest.fixture
def entries(db):
    kayano = make.silhouette()
    product, person, partner = make.product(parent=kayano), make.person(), make.partner()
    return [
        kayano.get_parent().specific,
        kayano,
        product,
        make.collaboration("Two", [partner], [kayano]),
        person,
        partner,
    ]


def test_every_kind_of_entry_lists_the_stories_that_name_it(chief, entries):
    linking, naming = make.feature("It links"), make.feature("It names")
    for entry in entries:
        make.mention(linking, entry, MentionSource.BODY)
        UnlinkedMention.objects.create(feature=naming, subject_id=entry.pk, text="The name", times=3, block_id="b1")
        document = Document(chief.get(edit_url(entry)))
        panel = document.texts(PANEL)[0]
        assert "The name" in panel
        assert "× 3" in panel
        links = [link["href"] for link in document.select(f"{PANEL} a")]
        assert links == [f"{edit_url(naming)}#block-b1-section", edit_url(linking)]
        counter = document.texts("[data-side-panel-toggle=mentions] [data-side-panel-toggle-counter]")
        assert [words.strip() for words in counter] == ["1"]


def test_terms_list_theirs(chief):
    term = make.term("Solyte")
    TermMention.objects.create(feature=make.feature("It explains"), term=term)
    UnlinkedMention.objects.create(feature=make.feature("It names"), term=term, text="Solyte")
    document = Document(chief.get(reverse("wagtailsnippets_editorial_term:edit", args=[term.pk])))
    assert [link.get_text() for link in document.select(f"{PANEL} .desk-mentions-name a")] == [
        "It names",
        "It explains",
    ]


def test_an_entry_that_no_story_names_says_so(chief):
    assert "No published story names it." in Document(chief.get(edit_url(make.person()))).texts(PANEL)[0]


def test_the_panel_of_an_entry_costs_two_queries_however_many_stories_name_it(chief):
    person = make.person()

    def cost():
        with queries() as asked:
            chief.get(edit_url(person))
        return len([one for one in asked if "mention" in str(one).lower()])

    cost()
    for number in range(4):
        make.mention(make.feature(f"Story {number}"), person)
    assert cost() == 2


def test_stories_have_the_panel_and_other_pages_do_not(editor):
    story = make.feature()
    for url in (edit_url(story), add_url(type(story), story.get_parent())):
        document = Document(editor.get(url))
        assert document.select(f"{PANEL} [data-desk-mentions]")[0]["data-url"] == reverse("desk_mentions")
        scripts = document.select("script[src*='admin-desk/js/mentions']")
        assert [tag["type"] for tag in scripts] == ["module"]
    assert not Document(editor.get(edit_url(make.standard()))).select(PANEL)


def test_a_new_entry_has_no_stories_yet(editor):
    person = make.person()
    assert not Document(editor.get(add_url(type(person), person.get_parent()))).select(PANEL)
