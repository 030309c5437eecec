"""Whether a picture is one, whatever its name says."""

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from editorial.accents import accent_of
from editorial.manuscripts.limits import MOST_PIXELS

# Real format -> ending. Phones write MPO: a JPEG with further pictures behind it.
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
SAME = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg"}
# MPO is opened as JPEG.
OPENED = tuple(name for name in ENDINGS if name != "MPO")
# Pillow learns most formats only when asked.
Image.init()
# Large enough to see that the file is whole, small enough to be quick where the format allows it.
GLANCE = (256, 256)


@dataclass(frozen=True)
class Look:
    """What a picture really is: its ending, and the accent nearest to its loudest colour. `problem` is empty for a
    good one, else a code of a note."""

    ending: str = ""
    accent: str = ""
    problem: str = ""


def look_at(content: bytes, most_pixels: int = MOST_PIXELS) -> Look:
    """Open and decode a picture. Never raises for bad content: the problem is in the answer."""
    try:
        with Image.open(io.BytesIO(content), formats=OPENED) as picture:
            if picture.width * picture.height > most_pixels:
                return Look(problem="picture_too_large")
            ending = ENDINGS[picture.format or ""]
            picture.draft("RGB", GLANCE)
            picture.load()
            return Look(ending=ending, accent=accent_of(picture))
    except UnidentifiedImageError:
        return Look(problem="not_a_picture")
    except Image.DecompressionBombError:
        return Look(problem="picture_too_large")
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return Look(problem="picture_damaged")


def claimed_ending(name: str) -> str:
    """The ending a file's name claims, in the house's spelling."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return SAME.get(ending, ending)
