"""How long a title is set, and how large a picture is shown."""

import re
from pathlib import Path

import pytest

from editorial.renditions import RECIPES
from editorial.templatetags.layout import RECIPE_BY_RATIO, SIZES, accent_class, fit_class, measure, recipe, sizes

CSS = Path(__file__).resolve().parents[2] / "static" / "css"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gel-Kayano 14", "ch-13"),
        ("ASICS", "ch-6"),
        ("On", "ch-4"),
        ("", "ch-4"),
        ("Collaborations", "ch-13"),
    ],
)
def test_a_short_title_takes_one_line(title, expected):
    assert fit_class(title) == expected


def test_capitals_are_wider_than_small_letters():
    assert measure("ASICS") > measure("asics")


def test_a_longer_title_is_set_larger_in_more_lines():
    two_lines = int(fit_class("The running brands nobody’s uncle wore").removeprefix("ch-"))
    assert measure("The running brands") < two_lines < measure("The running brands nobody’s uncle wore") / 1.5


def test_no_line_is_longer_than_the_class_says():
    word = "Supercalifragilisticexpialidocious"
    assert int(fit_class(f"{word} runner").removeprefix("ch-")) >= measure(word)


def test_a_word_of_500_letters_stays_within_the_classes():
    assert fit_class("w" * 500) == "ch-40"


def test_every_class_a_title_can_get_is_in_the_stylesheet():
    classes = set(re.findall(r"\.(ch-\d+) \{ --ch: \d+; \}", (CSS / "fit.css").read_text()))
    assert classes == {f"ch-{number}" for number in range(4, 41)}


def test_every_place_has_sizes_that_end_in_a_plain_length():
    for place in SIZES:
        assert re.search(r"(^|, )[\d.]+(vw|px|rem)$", sizes(place))


def test_an_unknown_place_is_an_error():
    with pytest.raises(KeyError):
        sizes("cellar")


def test_ratios_lead_to_recipes_that_exist():
    assert set(RECIPE_BY_RATIO.values()) <= set(RECIPES)
    assert recipe("4-5") == "tall"
    assert recipe("21-9") == "plain"


def test_the_recipe_of_a_ratio_has_that_ratio():
    for ratio, name in RECIPE_BY_RATIO.items():
        assert RECIPES[name].ratio == tuple(int(part) for part in ratio.split("-"))


def test_an_empty_accent_adds_no_class():
    assert accent_class("") == accent_class(None) == ""
    assert accent_class("amber") == " accent-amber"
