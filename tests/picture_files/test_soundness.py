"""Files that break off, lie or burst are known before anything is made of them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from wagtail.images.models import Filter  # noqa: F401  registers the format of telephones

from editorial.picture_files.soundness import Damaged, TooManyPixels, check_sound, upright_size
from tests.support.picture_words import drawn, exif_of, spoilt_exif, uploaded

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF")


def encoded(picture_format: str, **saved) -> bytes:
    buffer = BytesIO()
    drawn((300, 200)).save(buffer, picture_format, **saved)
    return buffer.getvalue()


def png_of(width: int, height: int, rows: int) -> bytes:
    """A black picture that promises `height` rows and brings `rows`."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * (1 + (width + 7) // 8) * rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("picture_format", FORMATS)
def test_a_whole_file_is_sound_and_half_of_it_is_not(picture_format):
    whole = encoded(picture_format)
    check_sound(BytesIO(whole), 60_000)
    for left in (len(whole) // 2, len(whole) - 100, 40):
        with pytest.raises(Damaged):
            check_sound(BytesIO(whole[:left]), 60_000)


def test_a_wrong_checksum_of_the_header_is_damage():
    whole = bytearray(encoded("PNG"))
    whole[29] ^= 0xFF
    with pytest.raises(Damaged):
        check_sound(BytesIO(whole), None)


@pytest.mark.filterwarnings("ignore:Metadata Warning")
def test_what_the_camera_wrote_may_be_what_is_broken():
    with pytest.raises(Damaged):
        check_sound(BytesIO(encoded("JPEG", exif=spoilt_exif())), None)


@pytest.mark.parametrize(("width", "height", "pixels"), [(300, 200, 60_000), (20_000, 20_000, None)])
def test_pixels_are_counted_before_they_are_read(width, height, pixels):
    # The file promises them all and brings one row: whoever read on would call it damaged.
    with pytest.raises(TooManyPixels) as refusal:
        check_sound(BytesIO(png_of(width, height, rows=1)), 59_999)
    assert refusal.value.pixels == pixels


@pytest.mark.parametrize("orientation", range(10))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_is_as_wide_as_it_is_shown(name, orientation):
    with Image.open(uploaded(drawn((30, 20)), name, exif=exif_of(orientation=orientation))) as picture:
        assert upright_size(picture) == ((20, 30) if 5 <= orientation <= 8 else (30, 20))
