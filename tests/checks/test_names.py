"""Names against the catalogue: what is a slip, what is meant, what is none of our business."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.checks.names import Names
from editorial.checks.near_names import distance

NAMES = Names(
    ["ASICS", "adidas", "New Balance", "Puma", "Nike", "On", "Salomon", "Saucony", "Converse"],
    ["Kiko Kostadinov", "Toshikazu Kayano", "Vic Lloyd", "Zoë Kravitz", "Prince", "Ronnie Fieg", "Zack Bia"],
    ["Kiko Kostadinova", "Nikke"],
)


def slips(text: str) -> list[tuple[str, str]]:
    return [(slip.written, slip.right) for slip in NAMES.slips(text)]


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("Asics returned.", "Asics", "ASICS"),
        ("In Kobe asics made it.", "asics", "ASICS"),
        ("Adidas’s first runner", "Adidas", "adidas"),
        ("a New balance from 1993", "New balance", "New Balance"),
        ("NewBalance, again", "NewBalance", "New Balance"),
        ("It was nike that won.", "nike", "Nike"),
        ("drawn by Kiko Kostadinof in 2018", "Kiko Kostadinof", "Kiko Kostadinov"),
        ("Toshikasu Kayano’s drawing", "Toshikasu Kayano", "Toshikazu Kayano"),
        ("Vic Llyod said", "Vic Llyod", "Vic Lloyd"),
        ("worn by Zoe Kravitz", "Zoe Kravitz", "Zoë Kravitz"),
        ("KIKO KOSTADINOV", "KIKO KOSTADINOV", "Kiko Kostadinov"),
        ("by Addidas in 1972", "Addidas", "adidas"),
        ("Saloman’s trail shoe", "Saloman", "Salomon"),
        ("from Soucony.", "Soucony", "Saucony"),
        ("the Nikee swoosh", "Nikee", "Nike"),
        ("a New Balence 990", "New Balence", "New Balance"),
        ("said Ronnie Feig", "Ronnie Feig", "Ronnie Fieg"),
        ("Ronny Fieg’s shop", "Ronny Fieg", "Ronnie Fieg"),
        ("with Zach Bia", "Zach Bia", "Zack Bia"),
    ],
)
def test_a_slip_is_found_and_named(text, written, right):
    assert slips(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "ASICS, adidas and New Balance’s own.",
        "Kiko Kostadinov’s shoe; Vic Lloyd's shop",
        "a puma in the hills",  # the animal
        "on the road, On cloud nine",  # too short to tell
        "see asics.com or write to info@nike.com, #nike, @asics, /nike/",
        "Vic Lloyd-Jones",  # another person
        "Victor Lloyd",  # two letters too many for a short name
        "Kiko. Kostadinova",  # two sentences
        "kiko kostadinof",  # nobody writes a name small: words of another language
        "He balanced new balance sheets with a New York balance.",
        "Prinz",  # a single name is not guessed at
        "Basics of a shoe, in Salmon Pink; Nikes, two Saucony’s",  # words, and several of a brand
        "Conversed and Converge",  # a brand that is a word has many neighbours
        "the addidas trap, the nikee",  # small: no name
        "said Ruth Solomon and Ruth Asicz",  # after a first name
        "by Kiko Kostadinova, at Nikke",  # the catalogue has these too
        "asics.com/shop, https://saloman.com/Addidas, @Addidas",  # addresses
        "the Nile, in Nice, Hike",  # too short to tell
    ],
)
def test_what_is_right_or_not_ours_is_left_alone(text):
    assert slips(text) == []


def test_a_name_does_not_reach_over_a_line():
    assert slips("It was new\nbalance") == []


def test_letters_are_counted():
    assert distance("lloyd", "llyod") == 1  # swapped
    assert distance("kayano", "kayamo") == 1
    assert distance("kayano", "kayan") == 1
    assert distance("", "abc") == 3


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=50)
def test_the_distance_is_the_same_both_ways_and_nought_only_between_equals(one, other):
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert (distance(one, other) == 0) == (one == other)


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_no_text_breaks_it_and_what_it_quotes_stands_there(text):
    for slip in NAMES.slips(text):
        assert slip.written in text
        assert slip.written != slip.right
