"""What the makers of a picture wrote into its file: IPTC, XMP and EXIF, in the fields of a picture.

XMP is the newest of the three and EXIF the least careful, so they are asked in this order. Whatever is broken is passed
over: a file is somebody else's writing.
"""

import logging
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from PIL import ExifTags, Image, IptcImagePlugin

logger = logging.getLogger(__name__)

# Longer ones are not words.
LARGEST_XMP = 512 * 1024
LONGEST = {"title": 255, "description": 255, "credit": 200, "rights_holder": 200, "source_url": 200}
BROKEN = (OSError, ValueError, SyntaxError, LookupError, TypeError, AttributeError, RecursionError, struct.error)

XMP = {
    "creator": ("creator", "Creator"),
    "credit": ("Credit",),
    "copyright": ("rights", "Copyright"),
    "owner": ("Owner", "CopyrightOwnerName"),
    "licence": ("license", "WebStatement", "LicensorURL"),
    "caption": ("description", "Description"),
    "title": ("Headline", "title"),
}
IPTC = {
    "creator": (2, 80),
    "credit": (2, 110),
    "copyright": (2, 116),
    "caption": (2, 120),
    "title": (2, 105),
    "name": (2, 5),
}
EXIF = {
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
    "caption": ExifTags.Base.ImageDescription,
}
# What cameras write where a caption belongs.
NO_CAPTION = re.compile(r"(?:olympus|sony|samsung|minolta|kodak|digital camera|dcim|default|untitled).{0,20}", re.I)
COPYRIGHT_WORDS = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b|"
    r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?",
    re.IGNORECASE,
)
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]+")


@dataclass
class FileWords:
    """What the file says, by field of the picture, and whether it says where it was taken."""

    fields: dict[str, str] = field(default_factory=dict)
    has_location: bool = False


def words_of(picture: Image.Image) -> FileWords:
    """What an opened picture's file says. Never raises: what can't be read was not said."""
    said: dict[str, str] = {}
    for read in (xmp_words, iptc_words, exif_words):
        try:
            for name, text in read(picture):
                if tidy(text):
                    said.setdefault(name, tidy(text))
        except BROKEN:
            logger.info("The words of a picture's file can't be read by %s", read.__name__)
    return FileWords(fields_of(said), says_where(picture))


def fields_of(said: dict[str, str]) -> dict[str, str]:
    """The words in the fields of a picture, no longer than those take."""
    creator, credit = said.get("creator", ""), said.get("credit", "")
    caption = said.get("caption", "")
    licence = web_address(said.get("licence", ""))
    fields = {
        "title": said.get("title") or said.get("name", ""),
        "description": "" if NO_CAPTION.fullmatch(caption) else caption,
        "credit": credit_line(creator, credit),
        "rights_holder": holder(said.get("owner") or said.get("copyright", "")),
        "licence": "cc" if "creativecommons.org" in licence else "",
        "source_url": licence if len(licence) <= LONGEST["source_url"] else "",
    }
    return {name: shortened(text, LONGEST.get(name, len(text))) for name, text in fields.items() if text}


def credit_line(creator: str, credit: str) -> str:
    """The credit as printed: 'Photograph: Name', with the agency after it where it is somebody else."""
    if not creator:
        return credit
    if creator.casefold() in credit.casefold():
        return credit
    line = f"Photograph: {creator}"
    return f"{line} / {credit}" if credit else line


def holder(notice: str) -> str:
    """Who a copyright notice names: '© 2026 Studio North. All rights reserved.' is Studio North's."""
    return " ".join(COPYRIGHT_WORDS.sub(" ", notice).split()).strip(" .,;:-–")


def web_address(text: str) -> str:
    """The text if it is an address on the web, else an empty string."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname and " " not in text else ""


def shortened(text: str, limit: int) -> str:
    """The text cut at a word."""
    return text if len(text) <= limit else text[: limit - 1].rpartition(" ")[0] + "…"


def tidy(text: object) -> str:
    """One line without characters that no field takes."""
    return " ".join(UNPRINTABLE.sub(" ", str(text or "")).split())


def xmp_words(picture: Image.Image) -> Iterator[tuple[str, str]]:
    """From XMP, which Pillow parses with a parser that refuses entities."""
    if len(picture.info.get("xmp", b"")) > LARGEST_XMP:
        return
    described = next(iter(picture.getxmp().values()), None) or {}
    found = described.get("RDF", {}).get("Description", [])
    for part in found if isinstance(found, list) else [found]:
        for name, tags in XMP.items():
            for tag in tags:
                texts = texts_in(part.get(tag)) if isinstance(part, dict) else []
                if texts:
                    yield name, ", ".join(texts) if name == "creator" else texts[0]


def texts_in(value: object) -> list[str]:
    """The words in a value of XMP: plain, in a list, or in several languages (the default is the first)."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    if isinstance(value, dict):
        if "text" in value:
            return [str(value["text"])]
        return [text for name in ("Alt", "Seq", "Bag", "li") for text in texts_in(value.get(name))]
    return []


def iptc_words(picture: Image.Image) -> Iterator[tuple[str, str]]:
    """From IPTC-IIM, the oldest and what agencies still fill in."""
    info = IptcImagePlugin.getiptcinfo(picture) or {}
    for name, key in IPTC.items():
        value = info.get(key)
        if value:
            yield name, ", ".join(decoded(part) for part in (value if isinstance(value, list) else [value]))


def exif_words(picture: Image.Image) -> Iterator[tuple[str, str]]:
    """From what the camera was told."""
    exif = picture.getexif()
    for name, tag in EXIF.items():
        value = exif.get(tag)
        if value:
            yield name, decoded(value) if isinstance(value, bytes) else str(value)


def decoded(value: bytes) -> str:
    """Bytes as words: UTF-8 nearly always, else what cameras of the nineties wrote."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def says_where(picture: Image.Image) -> bool:
    """Whether the file tells the place: coordinates in EXIF or XMP."""
    try:
        return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)) or b"GPSLatitude" in picture.info.get("xmp", b"")
    except BROKEN:
        return False
