"""What an alternative text must not be: the name of a file, or the news that there is a picture."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FILE_NAME, SAYS_PICTURE = "alt_file_name", "alt_says_picture"

ENDING = re.compile(r"\.(?:avif|bmp|gif|heic|jpe?g|png|psd|svg|tiff?|webp)$", re.IGNORECASE)
# What cameras, telephones and programs call their files: IMG_1234, PXL_20260102, Screenshot 2026-01-02 at 10.21.33.
CAMERA = re.compile(
    r"(?:img|image|dscn?|dscf|dcim|pxl|gopr|dji|mvimg|wp|sam|p|photo|picture|pic|foto|bild|scan|untitled|"
    r"screen ?shot|capture|whatsapp image)[\s_(-]*\d(?:[\d\s_().:,-]|at|[ap]m)*",
    re.IGNORECASE,
)
# What stands where words were meant to stand.
PLACEHOLDER = re.compile(
    r"\W*(?:(?:(?:an?|the|alt|lead)\s+)?(?:image|photo|photograph|picture|pic|foto|bild|text)|alt|alternative text|"
    r"no ?name|none|null|placeholder|test|unnamed|untitled)?\W*",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2,}")
OPENINGS = re.compile(
    r"(?:an?\s+|the\s+|this\s+(?:is\s+)?(?:an?\s+)?)?(?:(?:close-?up|press|product|stock)\s+)?"
    r"(?:(?:image|picture|photo|photograph|pic|snapshot|screenshot)"
    r"(?:\s*:|\s+(?:of|showing|shows|that\s+shows|depicting|depicts)\b)|"
    r"(?:bild|foto)\s+(?:von|van|de|di)\b|(?:image|photo)\s+d[eu]\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Objection:
    """Why a text will not do, and what would."""

    code: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.message} {self.mend}"


def objection_to(text: str) -> Objection | None:
    """What is wrong with a text; None where it will do. Whether one is needed at all is asked elsewhere."""
    text = " ".join((text or "").split())
    if is_file_name(text):
        return Objection(
            FILE_NAME,
            _("'%(text)s' looks like the name of a file.") % {"text": text},
            _("Say what the picture shows, for readers who cannot see it."),
        )
    if text and PLACEHOLDER.fullmatch(text):
        return Objection(
            FILE_NAME,
            _("'%(text)s' does not say what the picture shows.") % {"text": text},
            _("Say it, for readers who cannot see it."),
        )
    if OPENINGS.match(text):
        return Objection(
            SAYS_PICTURE,
            _("The alternative text begins with '%(words)s'; that it is a picture is said anyway.")
            % {"words": OPENINGS.match(text)[0]},
            _("Begin with what it shows."),
        )
    return None


def is_file_name(text: str) -> bool:
    """Whether the text is what a file would be called: IMG_1234, dsc00012, header-final-2, hero.webp.

    Words with spaces between them are taken for words. One word alone, such as 'Laces', is poor but nobody's file.
    """
    if not text:
        return False
    if ENDING.search(text) or CAMERA.fullmatch(text):
        return True
    if " " in text:
        return not WORD.search(text)
    return "_" in text or any(character.isdigit() for character in text) or text.count("-") > 1


def without_opening(text: str) -> str:
    """The text without 'picture of' at its beginning, in capitals where it begins now."""
    opening = OPENINGS.match(text)
    rest = text[opening.end() :].lstrip(" :,;–—-") if opening else text
    return rest[:1].upper() + rest[1:] if opening else text


def validate_alt_text(text: str) -> None:
    """For forms. Raises ValidationError with the reason and how to mend it."""
    objection = objection_to(text)
    if objection:
        raise ValidationError(str(objection), code=objection.code)
