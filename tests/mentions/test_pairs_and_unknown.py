"""'A x B', and names that nobody knows."""

from editorial.mentions import Gazetteer, Target
from editorial.mentions.names import BRAND, COLLABORATION, PARTNER, PERSON, names_of
from editorial.mentions.pairs import mentions_in
from editorial.mentions.unknown import unknown_names

ASICS, KIKO, SALEHE = Target(BRAND, 1, "ASICS"), Target(PERSON, 2, "Kiko Kostadinov"), Target(PARTNER, 3, "Salehe")
OLDER, NEWER = Target(COLLABORATION, 4, "Gel-Burz 1"), Target(COLLABORATION, 5, "Gel-Sokat Infinity")
TOGETHER = {ASICS.key: [NEWER, OLDER], KIKO.key: [NEWER, OLDER]}
NAMES = [name for target in (ASICS, KIKO, SALEHE) for name in names_of(target)]
KNOWN = Gazetteer(NAMES, TOGETHER)


def found(text, gazetteer=KNOWN):
    return [(span.text, span.target) for span in mentions_in(gazetteer, text)]


def unknown(*texts):
    return {name.text: name.times for name in unknown_names([(text, mentions_in(KNOWN, text)) for text in texts])}


def test_two_names_and_an_x_are_their_collaboration():
    only_one = Gazetteer(NAMES, {ASICS.key: [OLDER], KIKO.key: [OLDER]})
    for sign in ("x", "X", "×"):
        text = f"the ASICS {sign} Kiko Kostadinov shoe"
        assert found(text, only_one) == [(f"ASICS {sign} Kiko Kostadinov", OLDER)]


def test_of_several_collaborations_the_newest_is_first_and_the_others_are_told():
    (span,) = mentions_in(KNOWN, "ASICS x Kiko Kostadinov")
    assert (span.target, span.others) == (NEWER, (OLDER,))


def test_two_names_that_made_nothing_together_stay_two():
    assert found("ASICS x Salehe") == [("ASICS", ASICS), ("Salehe", SALEHE)]
    assert found("ASICS, x Kiko Kostadinov") == [("ASICS", ASICS), ("Kiko Kostadinov", KIKO)]


def test_unknown_names_recur_within_the_story():
    assert unknown(
        "Then Toshikazu Kayano drew it.", "It was Toshikazu Kayano’s, said Kiko Kostadinov, as Ada Smith did."
    ) == {"Toshikazu Kayano": 2}


def test_everyday_words_days_and_sentence_starts_are_no_names():
    assert unknown("On Monday The Last Time. On Monday The Last Time.") == {}
    assert unknown("Running Tokyo is hard. Running Tokyo is long.") == {}
    assert unknown("He likes running. Tokyo Bay he ran, and round Tokyo Bay again.") == {"Tokyo Bay": 2}


def test_several_words_that_only_open_sentences_are_a_name_the_third_time():
    said = ["Ada Quill said so.", "Ada Quill nods.", "Ada Quill left."]
    assert unknown(*said[:2]) == {}
    assert unknown(*said) == {"Ada Quill": 3}
    assert unknown(*(line.replace("Ada", "Softly") for line in said), "He spoke softly.") == {}


def test_small_words_belong_inside_a_name_only():
    assert unknown("by Comme des Garçons of Paris, for Comme des Garçons.") == {}
    assert unknown("by Comme des Garçons in Paris, for Comme des Garçons.") == {"Comme des Garçons": 2}


def test_one_word_beside_a_known_partner_is_enough():
    (name,) = unknown_names([("the ASICS x Brainful pair", mentions_in(KNOWN, "the ASICS x Brainful pair"))])
    assert (name.text, name.beside) == ("Brainful", True)


def test_one_word_is_a_name_when_it_keeps_coming_back():
    story = "Mizuno made it. A shoe by Mizuno, and Mizuno’s best."
    assert unknown(story) == {"Mizuno": 3}
    assert unknown("A shoe by Mizuno, and Mizuno’s best.") == {}
    assert unknown("Softness sells. Softness lasts. Softness wins. Such softness.") == {}


def test_a_part_of_a_longer_name_is_no_name_of_its_own():
    assert unknown("by Ada Smith and Ada Smith. To Smith, from Smith, with Smith.") == {"Ada Smith": 2}
    assert unknown("the ASICS pair; of Asics, by Asics, for Asics") == {}
