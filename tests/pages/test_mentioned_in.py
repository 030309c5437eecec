"""Every entry of the catalogue leads its readers to the stories that name it."""

import pytest

from editorial.choices import MentionSource
from editorial.models import TermMention
from tests.factories import catalogue as make
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def test_every_kind_of_page_lists_a_story_that_only_links_to_it(client):
    kayano = make.silhouette()
    person, partner = make.person(), make.partner()
    entries = [
        kayano.get_parent().specific,
        kayano,
        make.product(parent=kayano),
        make.collaboration("Two neutrals", [partner], [kayano]),
        person,
        partner,
    ]
    story = make.feature("In passing")
    for entry in entries:
        assert story.url not in Document(client.get(entry.url)).links()
        mention = make.mention(story, entry, MentionSource.BODY)
        assert story.url in Document(client.get(entry.url)).links(), entry
        mention.delete()


def test_the_glossary_lists_a_story_that_explains_a_term(client):
    story = make.feature("In passing")
    TermMention.objects.create(feature=story, term=make.term("Solyte"))
    assert story.url in Document(client.get("/glossary/")).links()
