"""Marks of the invented shops: one flat sign and the name, black or one colour on white."""

from __future__ import annotations

from ..svg import circle, path, rect
from .stage import SCENES, SIZES

SIZES["mark"] = (480, 160)
HIGH = 160
FONT = "font-family='Liberation Sans, DejaVu Sans, sans-serif' font-weight='700'"

SIGNS = {
    "flags": lambda ink: "".join(path(f"M{14 + 34 * n} 30 h28 l-14 34 z M{14 + 34 * n} 92 h28 l-14 34 z", ink) for n in range(3)),
    "bank": lambda ink: path("M10 40 h100 v14 h-100z M10 73 h78 v14 h-78z M10 106 h100 v14 h-100z", ink),
    "drop": lambda ink: path("M60 16 C98 62 106 82 106 98 A46 46 0 0 1 14 98 C14 82 22 62 60 16Z", ink) + circle(60, 100, 18, "#fff"),
    "bridge": lambda ink: path("M8 112 A52 52 0 0 1 112 112 h-18 A34 34 0 0 0 26 112Z M8 120 h104 v12 h-104z", ink),
    "seven": lambda ink: rect(8, 28, 104, 104, ink) + path("M30 46 h62 v14 L58 116 H38 L70 64 H30z", "#fff"),
    "frame": lambda ink: path("M8 24 h104 v112 h-104z M26 42 v76 h68 v-76z", ink, extra="fill-rule='evenodd'") + circle(60, 80, 16, ink),
    "wave": lambda ink: path("M8 64 q26 -34 52 0 t52 0 v20 q-26 34 -52 0 t-52 0z M8 104 q26 -34 52 0 t52 0 v20 q-26 34 -52 0 t-52 0z", ink),
    "peak": lambda ink: path("M6 132 L48 30 L70 84 L82 62 L114 132Z", ink),
    "sun": lambda ink: circle(60, 80, 30, ink) + "".join(
        rect(55, 16, 10, 24, ink, f"transform='rotate({turn} 60 80)'") for turn in range(0, 360, 45)),
    "nine": lambda ink: circle(60, 64, 40, ink) + circle(60, 64, 16, "#fff") + path("M84 88 L60 140 H38 L66 88Z", ink),
}  # fmt: skip


def shop_mark(_shoe, _palette, sign="flags", name="", ink="#111111", **_options) -> str:
    """A sign at the left, the name beside it, fitted to the width."""
    size = min(58, 640 / max(len(name), 1))
    word = (
        f"<text x='132' y='{HIGH / 2 + size * 0.36:.1f}' font-size='{size:.1f}' fill='{ink}' {FONT} "
        f"textLength='336' lengthAdjust='spacingAndGlyphs'>{name}</text>"
    )
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' width=\"480\" height=\"160\" viewBox='0 0 480 160'>"
        f"{rect(0, 0, 480, HIGH, '#ffffff')}{SIGNS[sign](ink)}{word}</svg>"
    )


shop_mark.aspect = "mark"
SCENES["shop_mark"] = shop_mark
