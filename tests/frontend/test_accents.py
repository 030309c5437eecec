"""Every named accent is legible wherever the stylesheets put it, in both schemes."""

import re
from pathlib import Path

import pytest

from editorial.accents import ACCENT_COLOURS
from editorial.choices import Accent
from tests.frontend.colour import clipped, contrast, from_hex, mapped, oklch

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
ACCENTS = dict(re.findall(r"\.accent-([a-z]+) \{ --accent: (#[0-9a-f]{6}); \}", (CSS / "accents.css").read_text()))
LEGIBLE = 4.5


def numbers(pattern: str) -> list[float]:
    found = re.search(pattern, TOKENS)
    assert found, f"tokens.css no longer says {pattern}"
    return [float(part) for part in found.groups()]


INK_LIGHT = numbers(r"oklch\(from var\(--accent\) min\(l, ([\d.]+)\) min\(c, ([\d.]+)\) h\)")
INK_DARK = numbers(r"oklch\(from var\(--accent\) max\(l, ([\d.]+)\) min\(c, ([\d.]+)\) h\)")
[NUDGE] = numbers(
    r"--accent-fill: oklch\(from var\(--accent\) calc\(l \+ clamp\(-[\d.]+, \(l - 0.6\) \* 9999, ([\d.]+)\)\)"
)
[PIVOT] = numbers(r"--on-accent: oklch\(from var\(--accent\) clamp\(0, \(([\d.]+) - l\) \* 9999, 1\) 0 h\)")
PAPER_LIGHT, PAPER_DARK = re.search(r"--paper: light-dark\((#fff), (#[0-9a-f]{6})\)", TOKENS).groups()
BANDS = re.findall(r"--band: (#[0-9a-f]{6})", TOKENS)


def test_the_set_is_the_one_editors_choose_from():
    assert list(ACCENTS) == Accent.values


def test_the_colours_suggested_from_pictures_are_the_ones_printed():
    assert dict(ACCENT_COLOURS) == ACCENTS


@pytest.mark.parametrize("shown", [clipped, mapped])
@pytest.mark.parametrize("name", ACCENTS)
def test_the_accent_as_ink_is_legible_on_light_paper(name, shown):
    lightness, chroma, hue = oklch(from_hex(ACCENTS[name]))
    ink = shown((min(lightness, INK_LIGHT[0]), min(chroma, INK_LIGHT[1]), hue))
    assert contrast(ink, (1.0, 1.0, 1.0)) >= LEGIBLE
    assert PAPER_LIGHT == "#fff"


@pytest.mark.parametrize("shown", [clipped, mapped])
@pytest.mark.parametrize("name", ACCENTS)
def test_the_accent_as_ink_is_legible_on_dark_paper_and_bands(name, shown):
    lightness, chroma, hue = oklch(from_hex(ACCENTS[name]))
    ink = shown((max(lightness, INK_DARK[0]), min(chroma, INK_DARK[1]), hue))
    assert min(contrast(ink, from_hex(dark)) for dark in (PAPER_DARK, *BANDS)) >= LEGIBLE


@pytest.mark.parametrize("shown", [clipped, mapped])
@pytest.mark.parametrize("name", ACCENTS)
def test_words_on_the_accent_are_legible(name, shown):
    lightness, chroma, hue = oklch(from_hex(ACCENTS[name]))
    fill = shown((lightness + (NUDGE if lightness > PIVOT else -NUDGE), chroma, hue))
    words = (1.0, 1.0, 1.0) if lightness < PIVOT else (0.0, 0.0, 0.0)
    assert contrast(words, fill) >= LEGIBLE


@pytest.mark.parametrize(("ink", "least"), [("--ink", 15), ("--ink-2", 4.5)])
def test_ink_is_legible_on_paper_and_plate(ink, least):
    for scheme in (0, 1):
        colour = scheme_colour(ink, scheme)
        assert contrast(colour, scheme_colour("--paper", scheme)) >= least
        assert contrast(colour, scheme_colour("--plate", scheme)) >= 4.5


def scheme_colour(token: str, scheme: int):
    found = re.search(rf"{token}: light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)", TOKENS).groups()[scheme]
    return from_hex(found if len(found) == 7 else "#" + "".join(2 * digit for digit in found[1:]))
