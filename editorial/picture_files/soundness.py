"""Whether a file that calls itself a picture can be shown, and which way up it is; its kind and name are not asked.

A file is somebody else's writing: cut off by a bad line, by a full card, or with the intention to hurt. What Pillow's
readers make of that is any of a dozen exceptions.
"""

import struct
import zlib
from typing import IO

from PIL import ExifTags, Image, ImageOps

UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# Values of the orientation at which what the camera stored lies on its side.
ON_ITS_SIDE = frozenset({5, 6, 7, 8})


class Damaged(Exception):
    """The file can't be read to its end."""


class TooManyPixels(Exception):
    """More pixels than allowed: `pixels`, or None where the file says so many that they were not counted."""

    def __init__(self, pixels: int | None):
        super().__init__(pixels)
        self.pixels = pixels


def check_sound(file: IO[bytes], most_pixels: int | None) -> None:
    """Read an open file as it will be read to make its sizes; it stands at its end afterwards.

    Counts before it decodes: what a header promises is memory. Raises Damaged or TooManyPixels.
    """
    try:
        file.seek(0)
        with Image.open(file) as picture:
            pixels = picture.width * picture.height
            if most_pixels is not None and pixels > most_pixels:
                raise TooManyPixels(pixels)
            # What the camera wrote about the picture can be as broken as the picture.
            ImageOps.exif_transpose(picture, in_place=True)
            picture.load()
    except BOMBS:
        raise TooManyPixels(None) from None
    except UNREADABLE as error:
        raise Damaged from error


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height in pixels of an opened picture as it is shown: turned as the camera was held.

    Reads the head of the file only.
    """
    turned = picture.getexif().get(ExifTags.Base.Orientation) in ON_ITS_SIDE
    return picture.size[::-1] if turned else picture.size
