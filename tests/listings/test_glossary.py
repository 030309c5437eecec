"""The glossary, by letter."""

import pytest

from editorial.choices import MentionSource
from editorial.listings.glossary import glossary, initial
from editorial.models import TermMention
from tests.factories import catalogue as make
from tests.support.queries import queries


@pytest.mark.parametrize(
    ("title", "letter"), [("Gel", "G"), ("élan", "E"), ("3M", "#"), ("Ödmark", "O"), ("ゲル", "#"), ("", "#")]
)
def test_a_term_is_filed_under_its_first_letter(title, letter):
    assert initial(title) == letter


@pytest.mark.django_db
def test_terms_stand_by_letter_with_their_shoes_and_stories():
    kayano, nimbus = make.silhouette(), make.silhouette("Gel-Nimbus 9")
    make.term("Solyte", [kayano])
    make.term("Gel", [kayano, nimbus])
    make.term("Guidance line")
    make.term("3M")
    story = make.feature(about=[kayano, nimbus])
    make.mention(make.feature("Met in passing"), kayano, MentionSource.BODY)
    letters = glossary()
    assert [(letter.letter, [entry.term.title for entry in letter.entries]) for letter in letters] == [
        ("#", ["3M"]),
        ("G", ["Gel", "Guidance line"]),
        ("S", ["Solyte"]),
    ]
    gel, guidance = letters[1].entries
    assert (gel.silhouettes, gel.stories) == ([kayano, nimbus], [story])
    assert (guidance.silhouettes, guidance.stories) == ([], [])


@pytest.mark.django_db
def test_stories_that_explain_a_term_come_before_those_about_its_shoes():
    kayano = make.silhouette()
    gel, shown = make.term("Gel", [kayano]), make.feature(about=[kayano])
    explains, left = make.feature("What gel is"), make.feature("What gel was")
    for story in (explains, left):
        TermMention.objects.create(feature=story, term=gel)
    left.live = False
    left.save()
    assert glossary()[0].entries[0].stories == [explains, shown]


@pytest.mark.django_db
def test_what_left_the_site_left_the_glossary():
    shoe = make.silhouette()
    make.term("Gel", [shoe])
    story = make.feature(about=[shoe])
    story.unpublish()
    assert glossary()[0].entries[0].stories == []
    shoe.unpublish()
    assert glossary()[0].entries[0].silhouettes == []


@pytest.mark.django_db
def test_the_number_of_terms_costs_nothing():
    def ask():
        with queries() as asked:
            glossary()
        return len(asked)

    make.term("Gel", [make.silhouette()])
    few = ask()
    for number in range(10):
        make.term(f"Term {number}", [make.silhouette(f"Shoe {number}")])
    assert ask() == few == 4
