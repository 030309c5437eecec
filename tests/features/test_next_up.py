"""What to read next: the editor's choice, else the nearest relative; never itself, never nothing."""

import pytest

from editorial.choices import MentionSource
from editorial.models import FeatureSubject
from tests.factories import catalogue
from tests.factories.bodies import page_link, prose, section, stream
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def shoe():
    return catalogue.silhouette()


def story_on(shoe, title: str = "The fourteenth man", **fields):
    page = catalogue.feature(title, **fields)
    page.subjects.set([FeatureSubject(page=shoe.page_ptr)])
    page.save()
    return page


def read_on(client, page) -> tuple[list[str], list[str]]:
    """The title of the next story, and those of the related ones."""
    document = Document(client.get(page.url))
    return document.texts(".next-title"), document.texts(".related .story-title")


def test_the_editors_choice_comes_first(client, shoe):
    chosen, related = catalogue.feature("Chosen"), catalogue.feature("Related")
    catalogue.mention(related, shoe)
    page = story_on(shoe, next_story=chosen)
    assert read_on(client, page) == (["Chosen"], ["Related"])


def test_a_choice_that_left_the_site_is_replaced(client, shoe):
    chosen = catalogue.feature("Chosen")
    catalogue.feature("Another")
    page = story_on(shoe, next_story=chosen)
    chosen.unpublish()
    assert read_on(client, page) == (["Another"], [])


def test_a_story_never_follows_itself(client, shoe):
    page = story_on(shoe)
    type(page).objects.filter(pk=page.pk).update(next_story=page)
    assert read_on(client, page) == ([], [])
    catalogue.feature("Another")
    assert read_on(client, page) == (["Another"], [])


def test_shared_subjects_come_before_the_topic_and_the_topic_before_the_newest(client, shoe):
    topic = catalogue.topic()
    for title in ("Same shoe", "Same shoe, named by its editor too", "Same topic", "Oldest of the rest", "Newest"):
        catalogue.feature(title, slug=title.replace(" ", "-").replace(",", "").lower())
    by_title = {page.title: page for page in type(catalogue.feature("Draft", live=False)).objects.all()}
    catalogue.mention(by_title["Same shoe"], shoe, source=MentionSource.BODY)
    for source in MentionSource:
        catalogue.mention(by_title["Same shoe, named by its editor too"], shoe, source=source)
    by_title["Same topic"].topic = topic
    by_title["Same topic"].save()
    page = story_on(shoe, topic=topic)
    assert read_on(client, page) == (
        ["Same shoe, named by its editor too"],
        ["Same shoe", "Same topic", "Newest"],
    )


def test_the_next_story_is_not_one_the_text_has_sent_the_reader_to(client, shoe):
    linked, other = catalogue.feature("Linked"), catalogue.feature("Other")
    catalogue.mention(linked, shoe)
    page = story_on(shoe, body=stream(section("Here", prose(f"<p>{page_link(linked)}</p>"))))
    assert read_on(client, page)[0] == ["Other"]
    # Rather a story the reader has met than a dead end.
    other.unpublish()
    assert read_on(client, page)[0] == ["Linked"]


def test_drafts_and_private_stories_are_no_way_on(client, shoe):
    catalogue.feature("Draft", live=False)
    private = catalogue.feature("Private")
    private.view_restrictions.create(restriction_type="login")
    page = story_on(shoe, next_story=private)
    assert read_on(client, page) == ([], [])


def test_related_stories_lead_to_the_shoe(client, shoe):
    catalogue.feature("One"), catalogue.feature("Two")
    document = Document(client.get(story_on(shoe).url))
    assert document.text_of(".related h2") == "More on the Gel-Kayano 14"
    assert document.select_one(".related .go")["href"] == shoe.url
    assert Document(client.get("/features/two/")).select_one(".related .go")["href"] == "/features/"


def test_related_cards_say_who_wrote_them(client, shoe):
    catalogue.feature("One"), catalogue.feature("Two", by=catalogue.person("Ines Okafor"))
    catalogue.feature("Three")
    document = Document(client.get(story_on(shoe).url))
    assert document.texts(".related .meta")[0] == "Words Ines Okafor, 1 minute read"
