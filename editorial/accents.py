"""The named accents as colours, and the one nearest to a picture's loudest colour.

Colours are 8-bit sRGB. Distances are taken in OKLab, where equal steps look equal.
"""

from collections.abc import Mapping, Sequence
from math import atan2, tau

from PIL import Image

Rgb = tuple[int, int, int]
Lab = tuple[float, float, float]

# The same values as static/css/accents.css; a test holds them together.
ACCENT_COLOURS: Mapping[str, str] = {
    "amber": "#f2c230",
    "ochre": "#c98f1f",
    "marigold": "#f9a91c",
    "tangerine": "#ff7a2b",
    "ember": "#d9531e",
    "signal": "#e8392f",
    "cherry": "#c2183a",
    "rose": "#e85a88",
    "plum": "#8b2c6d",
    "violet": "#7b4fd6",
    "iris": "#5b5fe6",
    "cobalt": "#2f6bff",
    "royal": "#1f46b9",
    "sky": "#3fa7ea",
    "ice": "#a9d9ec",
    "teal": "#3f8f85",
    "petrol": "#1f6f70",
    "pine": "#1d5c43",
    "fern": "#2f9e5b",
    "moss": "#7b8b39",
    "acid": "#c8e62c",
    "clay": "#b96a4a",
    "graphite": "#4b5056",
    "silver": "#b3b9c0",
}
NEUTRALS = ("graphite", "silver")

# A thumbnail is enough: what cannot be seen at this size is not the picture's colour.
SAMPLE_SIZE = (96, 96)
# Pixels are gathered by hue, in steps of 15 degrees.
HUE_STEPS = 24
# A hue must cover this share of the picture to speak for it, in pixels with at least this much OKLab chroma.
LEAST_SHARE = 0.004
LEAST_CHROMA = 0.035
# Accents are clamped in lightness before they are shown, so hue and chroma matter more than lightness.
LIGHTNESS_WEIGHT = 0.5


def accent_of(picture: Image.Image) -> str:
    """The accent nearest to the picture's loudest colour; a neutral one for a picture without colour."""
    pixels = sample(picture)
    loudest = loudest_colour(pixels)
    if loudest is None:
        return nearest(mean(pixels), NEUTRALS)
    return nearest(loudest, tuple(name for name in ACCENT_COLOURS if name not in NEUTRALS))


def sample(picture: Image.Image) -> list[Lab]:
    """The picture's pixels at thumbnail size, on white, in OKLab."""
    picture.draft("RGB", SAMPLE_SIZE)
    small = picture.convert("RGBA")
    # Nearest: blending at the edges would dull the small loud parts that make a shoe.
    small.thumbnail(SAMPLE_SIZE, Image.Resampling.NEAREST)
    sheet = Image.new("RGBA", small.size, "white")
    sheet.alpha_composite(small)
    data = sheet.convert("RGB").tobytes()
    return [oklab((data[at], data[at + 1], data[at + 2])) for at in range(0, len(data), 3)]


def loudest_colour(pixels: Sequence[Lab]) -> Lab | None:
    """The heart of the hue that shouts loudest, each pixel counting by its cubed chroma; None where all is quiet."""
    hues: dict[int, list[Lab]] = {}
    for pixel in pixels:
        if chroma(pixel) >= LEAST_CHROMA:
            hues.setdefault(hue_step(pixel), []).append(pixel)
    seen = [members for members in hues.values() if len(members) >= LEAST_SHARE * len(pixels)]
    if not seen:
        return None
    loudest = max(seen, key=lambda members: sum(chroma(pixel) ** 3 for pixel in members))
    heart = sorted(loudest, key=chroma, reverse=True)[: max(1, len(loudest) // 4)]
    return mean(heart)


def hue_step(lab: Lab) -> int:
    """Which of the hue steps a colour falls in."""
    return int((atan2(lab[2], lab[1]) / tau % 1) * HUE_STEPS)


def mean(colours: Sequence[Lab]) -> Lab:
    """The average colour, louder pixels counting more. `colours` must not be empty."""
    weights = [chroma(colour) + 0.001 for colour in colours]
    total = sum(weights)
    lightness, green_red, blue_yellow = (
        sum(weight * colour[axis] for weight, colour in zip(weights, colours, strict=True)) / total for axis in range(3)
    )
    return lightness, green_red, blue_yellow


def nearest(lab: Lab, names: tuple[str, ...]) -> str:
    """The accent among `names` closest to the colour."""
    return min(names, key=lambda name: distance(lab, oklab(rgb_of(ACCENT_COLOURS[name]))))


def distance(first: Lab, second: Lab) -> float:
    """How far apart two OKLab colours look, lightness weighing less."""
    lightness = LIGHTNESS_WEIGHT * (first[0] - second[0])
    return (lightness**2 + (first[1] - second[1]) ** 2 + (first[2] - second[2]) ** 2) ** 0.5


def chroma(lab: Lab) -> float:
    """How colourful: 0 for greys, about 0.3 for the loudest sRGB colours."""
    return (lab[1] ** 2 + lab[2] ** 2) ** 0.5


def rgb_of(colour: str) -> Rgb:
    """'#ffb000' as (255, 176, 0)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def oklab(rgb: Rgb) -> Lab:
    """The colour in OKLab (Björn Ottosson's matrices): lightness 0 to 1, then green to red and blue to yellow."""
    red, green, blue = (linear(part / 255) for part in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def linear(part: float) -> float:
    """An sRGB component (0 to 1) without its gamma."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
