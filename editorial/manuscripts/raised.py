"""Raised and lowered letters ('10²', 'CO₂') as signs of their own: running text has no other way to set them."""

from enum import StrEnum

ORDINALS = frozenset(["st", "nd", "rd", "th", "er", "re", "e", "ème", "de", "ste", "te"])
SIGNS = {"tm": "™", "sm": "℠"}


class Height(StrEnum):
    """Where letters stand."""

    LINE = ""
    RAISED = "superscript"
    LOWERED = "subscript"


LETTERS = {
    Height.RAISED: str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"),
    Height.LOWERED: str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"),
}


def context(before: str, text: str) -> str:
    """Raised words with what they hang on, for the report."""
    return " ".join(f"{before[-40:]}{text}".split())


def at_height(text: str, height: Height, before: str) -> tuple[str, bool]:
    """The text as signs that stand raised or lowered by themselves, and whether that says all it said.

    `before` is what stands before it on its line. Where there are no such signs, the text stays as it is.
    """
    letters, words = LETTERS.get(height, {}), text.strip()
    if height == Height.LINE or not any(sign.isalnum() for sign in words):
        return text, True
    if all(ord(sign) in letters or sign.isspace() for sign in text):
        return text.translate(letters), True
    if height == Height.RAISED and words.lower() in SIGNS:
        return text.replace(words, SIGNS[words.lower()]), True
    if height == Height.RAISED and words in ("a", "o") and before[-1:].isdigit():
        return text.translate({ord("a"): "ª", ord("o"): "º"}), True
    # '1st' is set on the line in any case.
    return text, height == Height.RAISED and words.lower() in ORDINALS and before[-1:].isdigit()
