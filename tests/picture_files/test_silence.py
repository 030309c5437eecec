"""Sizes of pictures hold what every format can, and nothing that the file said."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import ExifTags, Image

from editorial.models import EditorialImage

pytestmark = pytest.mark.django_db

SPECS = ("width-20|format-jpeg", "width-20|format-webp", "width-20|format-avif", "original")


def sizes_of(picture: Image.Image, name: str, **saved) -> list[Image.Image]:
    """The sizes of a picture that was handed in, decoded."""
    file = io.BytesIO()
    picture.save(file, **saved)
    image = EditorialImage(title="Scan", file=ImageFile(file, name=name))
    image._set_image_file_metadata()
    image.save()
    return [Image.open(image.get_rendition(spec).file) for spec in SPECS]


def test_a_scan_in_greys_of_sixteen_bits_is_neither_refused_nor_white():
    scan = Image.new("I;16", (40, 40), 32768)
    greys = [size.convert("L").getpixel((5, 5)) for size in sizes_of(scan, "scan.png", format="PNG")]
    assert greys == [pytest.approx(128, abs=2)] * len(SPECS)


def test_no_size_says_where_or_by_whom():
    said = Image.Exif()
    said[ExifTags.Base.Artist] = "Ines Okafor"
    said.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (12.0, 34.0, 56.0)
    photograph = Image.new("RGB", (40, 40), "olive")
    sizes = sizes_of(photograph, "photograph.jpg", format="JPEG", exif=said, xmp=b"<x>GPSLatitude</x>")
    assert [(dict(size.getexif()), size.info.get("xmp")) for size in sizes] == [({}, None)] * len(SPECS)
