"""Names that are also words, names inside other names, and names in addresses."""

import pytest

from editorial.mentions import Gazetteer, Target
from editorial.mentions.names import BRAND, COLLABORATION, PARTNER, PERSON, SILHOUETTE, TERM, names_of
from editorial.mentions.pairs import mentions_in

ASICS, CONVERSE, PUMA = Target(BRAND, 1, "ASICS"), Target(BRAND, 2, "Converse"), Target(BRAND, 3, "Puma")
KITH, MARVEL, CONCEPTS = Target(PARTNER, 4, "Kith"), Target(PARTNER, 5, "Marvel"), Target(PARTNER, 6, "Concepts")
APC, ATMOS, UNAFFECTED = Target(PARTNER, 7, "A.P.C."), Target(PARTNER, 8, "atmos"), Target(PARTNER, 9, "Unaffected")
KAYANO, XT6, R2002 = (
    Target(SILHOUETTE, 10, "Gel-Kayano 14"),
    Target(SILHOUETTE, 11, "XT-6"),
    Target(SILHOUETTE, 12, "2002R"),
)
GEL, MESH, UPPER = Target(TERM, 13, "Gel"), Target(TERM, 14, "Mesh"), Target(TERM, 15, "Upper")
GROESSMANN = Target(PERSON, 16, "Jürgen Größmann")
SURFER, COURT = Target(COLLABORATION, 17, "Silver Surfer"), Target(COLLABORATION, 18, "Off court, in pairs")
PLAIN = (ASICS, CONVERSE, PUMA, KITH, MARVEL, CONCEPTS, APC, ATMOS, UNAFFECTED, GEL, MESH, UPPER, GROESSMANN)
KNOWN = Gazetteer(
    [
        *(name for target in PLAIN for name in names_of(target)),
        *names_of(KAYANO, brand="ASICS"),
        *names_of(XT6, brand="Salomon"),
        *names_of(R2002, brand="New Balance", aliases=["860"]),
    ],
    {ASICS.key: [SURFER, COURT], KITH.key: [SURFER], APC.key: [COURT]},
)


def found(text):
    return [(span.text, span.target) for span in mentions_in(KNOWN, text) if span.is_sure]


def doubtful(text):
    return [span.text for span in mentions_in(KNOWN, text) if not span.is_sure]


@pytest.mark.parametrize(
    "text",
    ["you may marvel at", "kith and kin", "we converse", "new concepts", "a puma", "an unaffected air", "asics alone"],
)
def test_a_word_written_small_is_no_name(text):
    assert mentions_in(KNOWN, text) == []


@pytest.mark.parametrize(
    ("text", "perhaps", "surely"),
    [
        ("Concepts were drawn. Then Concepts drew", ["Concepts"], [("Concepts", CONCEPTS)]),
        ("Unaffected stories", ["Unaffected"], []),
        ("Captain Marvel flew", ["Marvel"], []),
        ("at Kith Women", ["Kith"], []),
        ("At Kith in spring", [], [("Kith", KITH)]),
        ("ASICS returned", [], [("ASICS", ASICS)]),
        ("the atmos shop", [], [("atmos", ATMOS)]),
        ("in KITH fashion", ["KITH"], []),
        ("a 2002 R, a New Balance 2002 R", ["2002 R"], [("New Balance 2002 R", R2002)]),
    ],
)
def test_what_may_be_a_word_of_the_sentence_is_told_apart(text, perhaps, surely):
    assert (doubtful(text), found(text)) == (perhaps, surely)


@pytest.mark.parametrize(
    ("text", "perhaps", "surely"),
    [
        ("the upper is mesh, mostly", [], [("upper", UPPER), ("mesh", MESH)]),
        ("Uppers of leather", [], [("Uppers", UPPER)]),
        ("her upper lip; the Upper East Side", ["upper", "Upper"], []),
        ("of Gel and foam", [], [("Gel", GEL)]),
        ("a Gel Lyte III", ["Gel"], []),
    ],
)
def test_terms_are_words_and_found_where_they_are_used_as_such(text, perhaps, surely):
    assert (doubtful(text), found(text)) == (perhaps, surely)


@pytest.mark.parametrize(
    "text", ["Gel-Lyte III", "GEL-NIMBUS", "Gel-1130", "a T-Gel", "ASICS-Runner", "Gel-Kayano 14.5"]
)
def test_a_hyphen_before_a_capital_or_a_figure_makes_another_name(text):
    assert mentions_in(KNOWN, text) == []


@pytest.mark.parametrize("text", ["GEL-KAYANO® 14", "Gel-Kayano™ 14", "Gel-Kayano 14", "GelKayano 14"])
def test_the_sign_of_a_trademark_hides_no_name(text):
    assert found(f"the {text}, worn") == [(text, KAYANO)]


@pytest.mark.parametrize("text", ["XT6", "XT-6", "XT 6", "Salomon XT6"])
def test_figures_are_joined_to_their_letters_or_not(text):
    assert found(f"the {text}") == [(text, XT6)]


def test_a_figure_that_is_an_other_name_counts_after_its_brand():
    assert found("for 860 yen, a New Balance 860") == [("New Balance 860", R2002)]


@pytest.mark.parametrize("text", ["Jürgen Größmann", "Juergen Groessmann", "Jurgen Grossmann"])
def test_letters_that_a_keyboard_lacks_are_written_out(text):
    assert found(f"said {text}.") == [(text, GROESSMANN)]


@pytest.mark.parametrize(
    "text", ["@asics", "#Asics", "asics.com", "www.asics.com/Kith", "a@asics.com", "/ASICS/", "https://x.y/ASICS"]
)
def test_addresses_and_tags_name_nothing(text):
    assert mentions_in(KNOWN, f"see {text} there") == []


def test_a_french_article_is_no_part_of_the_name():
    assert found("la semelle d’ASICS, l'ASICS") == [("ASICS", ASICS), ("ASICS", ASICS)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A.P.C. x ASICS", COURT),
        ("ASICS x A.P.C.", COURT),
        ("A.P.C.×ASICS", COURT),
        ("Kith×ASICS", SURFER),
        ("Kith x ASICS", SURFER),
    ],
)
def test_two_names_are_joined_with_their_dots_and_without_spaces(text, target):
    assert found(f"{text} came back") == [(text, target)]
    assert found(f"by {text} again") == [(text, target)]


def test_a_name_has_its_last_dot_and_the_quotation_marks_that_it_opened():
    assert found("by A.P.C., of A.P.C") == [("A.P.C.", APC), ("A.P.C", APC)]
    assert found("the ‘Gel-Kayano 14’") == [("Gel-Kayano 14", KAYANO)]
