"""Names that everybody knows are no strangers, and names keep the words that are theirs."""

import pytest

from editorial.mentions import Gazetteer
from editorial.mentions.unknown import unknown_names

KNOWN = Gazetteer([])


def unknown(*texts):
    return {name.text: name.times for name in unknown_names([(text, KNOWN.find(text)) for text in texts])}


@pytest.mark.parametrize(
    "name",
    ["Tokyo", "CEO", "NBA", "USA", "German", "Japanese", "Los Angeles", "World War II", "Brazil", "Hong Kong", "Kobe",
     "New York", "São Paulo", "Côte d’Ivoire", "European"],
)  # fmt: skip
def test_places_peoples_and_abbreviations_are_no_strangers(name):
    assert unknown(f"It was {name}, and {name}; of {name}, for {name}’s.") == {}


@pytest.mark.parametrize("name", ["Tokyo Bay", "German Trainers", "D’Angelo Russell", "Bank of America Tower"])
def test_names_with_such_a_word_are(name):
    assert unknown(f"It was {name}, and {name}.") == {name: 2}


def test_a_name_keeps_its_article_and_is_one_name_without_it():
    assert unknown("In The New York Times. The New York Times said, and a New York Times critic.") == {
        "The New York Times": 3
    }
    assert unknown("A CEO of The Daily Sole, the CEO of The Daily Sole.") == {"The Daily Sole": 2}
    assert unknown("The CEO of The Daily Sole read The Daily Sole.") == {"The Daily Sole": 2}
    assert unknown("Ada Quill of The Daily Sole, and Ada Quill in The Daily Sole.") == {
        "Ada Quill": 2,
        "The Daily Sole": 2,
    }
    assert unknown("He said “The Adam Quill”, then “The Adam Quill”.") == {"Adam Quill": 2}
