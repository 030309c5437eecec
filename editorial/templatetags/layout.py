"""Words between page templates and the grid: how large a picture is shown, how long a title is set.

Pure functions as filters; nothing here reads a model or a request.
"""

import math

from django import template
from django.utils.safestring import mark_safe

register = template.Library()

# Where a picture can sit, as the `sizes` attribute tells the browser. 64em and 75em are the stylesheets' own steps.
SIZES = {
    "full": "100vw",
    "wide": "(min-width: 105em) 100rem, 95vw",
    "run": "(min-width: 105em) calc(50vw + 30rem), (min-width: 75em) calc(100vw - 22rem), 100vw",
    "text": "(min-width: 42em) 38rem, 92vw",
    "pair": "50vw",
    "gallery": "(min-width: 105em) 33rem, (min-width: 64em) 32vw, 95vw",
    "split": "(min-width: 64em) 50vw, 100vw",
    "half": "(min-width: 105em) 49rem, (min-width: 64em) 47vw, 92vw",
    "third": "(min-width: 105em) 32rem, (min-width: 64em) 31vw, 92vw",
    "quarter": "(min-width: 105em) 24rem, (min-width: 64em) 23vw, 46vw",
    "item": "(min-width: 105em) 25rem, (min-width: 64em) 25vw, 50vw",
    "rail": "(min-width: 27em) 21rem, 78vw",
    "card": "(min-width: 42em) 19rem, 92vw",
    "year": "(min-width: 45em) 14rem, 45vw",
    "row": "(min-width: 45em) 9rem, 1px",
    "result": "(min-width: 64em) 12rem, 7rem",
    "product": "(min-width: 64em) 58vw, 92vw",
    "detail": "(min-width: 64em) 29vw, 92vw",
}

# The recipe whose crop a ratio class asks for. The stylesheet cuts the wide ones itself: it squares them on phones.
RECIPE_BY_RATIO = {"3-2": "card", "4-5": "tall", "1-1": "square"}

# Advance of a character of Archivo 125/800 as headings set it, in units of 0.655 em (an ordinary lower-case letter).
_ADVANCES = {
    0.4: "ijl '’/",
    0.5: "I.,:;!()",
    0.6: "-",
    0.7: "frt",
    0.9: "z–",
    1.0: "17svy?",
    1.2: "8EFPTZ",
    1.3: "BSVY",
    1.4: "ACDHKNRUX",
    1.5: "GOQ&",
    1.6: "w",
    1.7: "mM",
    1.8: "W—",
}
_ADVANCE_OF = {character: advance for advance, characters in _ADVANCES.items() for character in characters}
_ADVANCE_OTHERWISE = 1.1

ONE_LINE = 17
TWO_LINES = 44
FEWEST, MOST = 4, 40


def measure(text: str) -> float:
    """The length of a title set large, in ordinary lower-case letters."""
    return sum(_ADVANCE_OF.get(character, _ADVANCE_OTHERWISE) for character in text)


def longest_line(words: list[str], lines: int) -> float:
    """The longest line when the words are set in at most so many lines, as evenly as they go."""
    whole = measure(" ".join(words))
    if lines == 1 or len(words) == 1:
        return whole
    splits = (max(measure(" ".join(words[:cut])), longest_line(words[cut:], lines - 1)) for cut in range(1, len(words)))
    return min(whole, *splits)


@register.filter
def fit_class(title: str) -> str:
    """The class that sets a title to the full measure: `ch-4` to `ch-40`, characters to a line.

    Short titles take one line, longer ones two or three, so that none is set small.
    """
    words = str(title).split() or [""]
    whole = measure(" ".join(words))
    lines = 1 if whole <= ONE_LINE else 2 if whole <= TWO_LINES else 3
    return f"ch-{min(MOST, max(FEWEST, math.ceil(longest_line(words, lines))))}"


@register.filter
def sizes(place: str) -> str:
    """The `sizes` attribute for a named place on the sheet. Raises KeyError on an unknown name."""
    return SIZES[place]


@register.filter
def recipe(ratio: str) -> str:
    """The picture recipe for a ratio class such as `3-2`; the whole picture where the stylesheet cuts."""
    return RECIPE_BY_RATIO.get(ratio, "plain")


@register.filter
def at_once(opens, first: bool) -> bool:
    """Whether a picture is loaded before all others: the first of the list that opens its page."""
    return bool(opens and first)


@register.filter
def accent_class(accent: str | None) -> str:
    """` accent-amber` with its leading space, ready to follow another class; nothing without an accent."""
    return mark_safe(f" accent-{accent}") if accent else ""  # noqa: S308 - the accent is one of a closed list
