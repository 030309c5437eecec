"""How a picture looks, in few bytes: alike pictures have alike looks, whatever their size, format or compression.

The fingerprint is a difference hash: the picture in grey, nine by eight; a bit says whether a point is lighter than its
right neighbour. It knows shapes and not colours, and every colourway of a shoe is photographed from the same side, so
the mean colours of sixteen fields are kept beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageOps

WIDTH, HEIGHT = 8, 8
FIELDS = 4
QUARTER_BITS = 16
# Differing bits of 64 up to which two pictures may be one.
NEAR = 7
# Steps of 255 that a colour of one field may differ.
SAME_COLOUR = 6
# Fewer set or unset bits than this: a plain surface, which looks like any other.
LEAST_SAID = 4


@dataclass(frozen=True)
class Look:
    """A fingerprint of 64 bits in hexadecimal, empty for a plain surface, and sixteen colours of six figures."""

    fingerprint: str
    colours: str


def look_of(picture: Image.Image) -> Look:
    """The look of an opened picture, turned as it is shown. Raises OSError where it can't be decoded."""
    picture.draft("RGB", (WIDTH * 40, HEIGHT * 40))
    turned = ImageOps.exif_transpose(picture).convert("RGBA")
    flat = Image.new("RGB", turned.size, "white")
    flat.paste(turned, mask=turned.getchannel("A"))
    grey = flat.convert("L").resize((WIDTH + 1, HEIGHT), Image.Resampling.LANCZOS).tobytes()
    rows = [grey[start : start + WIDTH + 1] for start in range(0, len(grey), WIDTH + 1)]
    bits = 0
    for row in rows:
        for left, right in pairwise(row):
            bits = bits << 1 | (left > right)
    colours = flat.resize((FIELDS, FIELDS), Image.Resampling.BOX).tobytes().hex()
    says_something = LEAST_SAID <= bits.bit_count() <= WIDTH * HEIGHT - LEAST_SAID
    return Look(f"{bits:016x}" if says_something else "", colours)


def quarters(fingerprint: str) -> tuple[int, ...]:
    """The fingerprint in four parts of 16 bits."""
    return tuple(int(fingerprint[start : start + 4], 16) for start in range(0, 16, 4))


def near_quarters(quarter: int) -> list[int]:
    """The quarter and those one bit away. Pictures within NEAR bits agree so far in at least one quarter of four."""
    return [quarter, *(quarter ^ (1 << bit) for bit in range(QUARTER_BITS))]


def distance(one: str, other: str) -> int:
    """In how many bits two fingerprints differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def same_colours(one: str, other: str) -> bool:
    """Whether no field of the two pictures differs by more than compression would."""
    return all(abs(a - b) <= SAME_COLOUR for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def nearest(look: Look, others: Iterable[tuple[int, str, str]]) -> list[int]:
    """Of (id, fingerprint, colours), the ids of those that look the same, nearest first."""
    found = [
        (distance(look.fingerprint, fingerprint), pk)
        for pk, fingerprint, colours in others
        if distance(look.fingerprint, fingerprint) <= NEAR and same_colours(look.colours, colours)
    ]
    return [pk for _bits, pk in sorted(found)]
