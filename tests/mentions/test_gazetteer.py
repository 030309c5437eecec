"""The list of names: longest first, folding, capitals, possessives, style codes."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.mentions import Gazetteer, Name, Target
from editorial.mentions.folding import folded, words_of
from editorial.mentions.names import BRAND, COLLABORATION, PARTNER, PERSON, PRODUCT, SILHOUETTE, TERM, names_of

ASICS = Target(BRAND, 1, "ASICS")
ON = Target(BRAND, 2, "On")
KAYANO = Target(SILHOUETTE, 3, "Gel-Kayano 14")
SILVER = Target(PRODUCT, 4, "Pure Silver / Navy")
HARDY = Target(PERSON, 5, "Françoise Hardy")
GEL = Target(TERM, 6, "Gel")
MIDSOLE = Target(TERM, 7, "Midsole")
NEUTRALS = Target(COLLABORATION, 8, "Two neutrals")
NUMBER = Target(SILHOUETTE, 9, "990")
PAM = Target(PARTNER, 10, "P.A.M.")


@pytest.fixture(scope="module")
def known():
    names = [
        *names_of(ASICS),
        *names_of(ON),
        *names_of(KAYANO, brand="ASICS", aliases=["Kayano 14"]),
        *names_of(SILVER, brand="ASICS", silhouette="Gel-Kayano 14", style_code="1201A019-107"),
        *(name for target in (HARDY, GEL, MIDSOLE, NEUTRALS, PAM) for name in names_of(target)),
        *names_of(NUMBER, brand="New Balance"),
    ]
    return Gazetteer(names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An ASICS Gel-Kayano 14, worn.", [("ASICS Gel-Kayano 14", KAYANO)]),
        ("a gel kayano 14 and a Gel‑Kayano\u00a014", [("gel kayano 14", KAYANO), ("Gel‑Kayano\u00a014", KAYANO)]),
        ("the GelKayano 14", [("GelKayano 14", KAYANO)]),
        ("the Gel-Kayano 140", []),
        ("the MegaGel", []),
        ("Asics’ line, ASICS's factory", [("Asics", ASICS), ("ASICS", ASICS)]),
        ("two Kayano 14s", [("Kayano 14s", KAYANO)]),
        ("Gel-Kayano 14 ‘Pure Silver/Navy’", [("Gel-Kayano 14 ‘Pure Silver/Navy’", SILVER)]),
        ("in Pure Silver / Navy", []),
        ("1201A019-107, 1201a019 107", [("1201A019-107", SILVER), ("1201a019 107", SILVER)]),
        ("the 1201A019107", [("1201A019107", SILVER)]),
        ("met Francoise Hardy, FRANÇOISE HARDY", [("Francoise Hardy", HARDY), ("FRANÇOISE HARDY", HARDY)]),
        ("met Franc\u0327oise Hardy", [("Franc\u0327oise Hardy", HARDY)]),
        ("Françoise. Hardy annuals", []),
        ("hair gel or Gel", [("Gel", GEL)]),
        ("its midsoles", [("midsoles", MIDSOLE)]),
        ("On Monday, by On, on feet", [("On", ON)]),
        ("Two neutrals make one. Then came Two neutrals, of two neutrals.", [("Two neutrals", NEUTRALS)]),
        ("for 990 yen, a New Balance 990", [("New Balance 990", NUMBER)]),
        ("P.A.M. and PAM", [("P.A.M.", PAM)]),
    ],
)  # fmt: skip
def test_finds(known, text, found):
    assert [(span.text, span.target) for span in known.find(text)] == found


def test_of_two_entries_with_one_name_the_first_kind_has_it_and_rivals_are_told():
    brand, partner, person = Target(BRAND, 9, "Kiko"), Target(PARTNER, 1, "Kiko"), Target(PARTNER, 2, "Kiko")
    names = [name for target in (person, partner, brand) for name in names_of(target)]
    (span,) = Gazetteer(names).find("by Kiko")
    assert (span.target, span.others) == (brand, ())
    (span,) = Gazetteer(names[:2]).find("by Kiko")
    assert (span.target, span.others) == (partner, (person,))


def test_an_own_name_comes_before_another_entrys_other_name():
    mine, other = Target(PARTNER, 2, "Gyakusou"), Target(BRAND, 1, "Nike")
    (span,) = Gazetteer([*names_of(other, aliases=["Gyakusou"]), *names_of(mine)]).find("Gyakusou")
    assert (span.target, span.others) == (mine, ())


def test_an_entry_that_readers_see_comes_before_a_draft_and_has_no_rival_in_it():
    draft, live = Target(PARTNER, 1, "Salehe", is_live=False), Target(PARTNER, 2, "Salehe")
    (span,) = Gazetteer([*names_of(draft), *names_of(live)]).find("by Salehe")
    assert (span.target, span.others) == (live, ())


WORD = st.sampled_from(["Air", "Max", "One", "gel", "Lö", "90", "x", "Dunk", "é", "Kayano"])
NAMES = st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12)
TEXT = st.lists(WORD | st.sampled_from([".", "–", "-", "’s", "\n", "😀"]), max_size=30).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(NAMES, TEXT)
def test_spans_lie_in_order_on_whole_words_and_longest_names_win(names, text):
    gazetteer = Gazetteer([Name(text, Target(PERSON, pk, text)) for pk, text in enumerate(names)])
    spans = gazetteer.find(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    starts = {word.start: word for word in words_of(text)}
    for span in spans:
        assert span.text == text[span.start : span.end]
        assert span.start in starts
        assert folded(span.text).split()[0] == folded(span.name).split()[0]
        longer = [name for name in names if name.startswith(span.name + " ")]
        assert not any(
            text[span.start :].startswith(name) and sum(map(len, name.split())) > 3
            and text[span.start + len(name) :][:1] in ("", " ") and name not in span.text
            for name in longer
        )  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_folds_to_words_that_lie_in_it(text):
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.folded
    assert Gazetteer([]).find(text) == []
