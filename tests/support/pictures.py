"""Small real pictures."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif", "GIF": "image/gif"}


def picture_file(
    name: str = "shoe.jpg", size: tuple[int, int] = (120, 80), picture_format: str = "JPEG", colour: str = "teal"
) -> SimpleUploadedFile:
    """An uploaded picture of one colour, `size` as (width, height) in pixels."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, picture_format)
    return SimpleUploadedFile(name, buffer.getvalue(), content_type=TYPES[picture_format])
