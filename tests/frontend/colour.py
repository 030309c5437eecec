"""The colour arithmetic of the stylesheets, done again in Python: sRGB to OKLCH and back, and WCAG contrast."""

from math import atan2, cos, hypot, sin

Rgb = tuple[float, float, float]
Oklch = tuple[float, float, float]


def from_hex(colour: str) -> Rgb:
    """'#e8392f' as red, green and blue, 0 to 1."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def cube_root(value: float) -> float:
    return abs(value) ** (1 / 3) * (1 if value >= 0 else -1)


def oklch(colour: Rgb) -> Oklch:
    """Lightness (0 to 1), chroma and hue (radians)."""
    red, green, blue = map(linear, colour)
    long = cube_root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cube_root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cube_root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def unclipped(colour: Oklch) -> Rgb:
    """Linear red, green and blue; outside 0 to 1 where the screen cannot show it."""
    lightness, chroma, hue = colour
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def clipped(colour: Oklch) -> Rgb:
    """As browsers show it today: each part cut off at the edge of the gamut."""
    return tuple(gamma(min(1.0, max(0.0, part))) for part in unclipped(colour))


def mapped(colour: Oklch) -> Rgb:
    """As the colour specification would have it: less chroma until the screen can show it."""
    lightness, chroma, hue = colour
    if lightness >= 1:
        return (1.0, 1.0, 1.0)
    for step in range(101):
        parts = unclipped((lightness, chroma * (1 - step / 100), hue))
        if all(-0.001 <= part <= 1.001 for part in parts):
            break
    return tuple(gamma(min(1.0, max(0.0, part))) for part in parts)


def contrast(first: Rgb, second: Rgb) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    lights = sorted(
        (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) for red, green, blue in (first, second)),
        reverse=True,
    )
    return (lights[0] + 0.05) / (lights[1] + 0.05)
