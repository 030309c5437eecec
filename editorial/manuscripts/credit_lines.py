"""Credits of pictures, as people write them under a picture."""

import re
from dataclasses import dataclass

LONGEST = 200

_MAKER = (
    r"(?:photo(?:s|graph(?:s|y|ed|er)?)?|picture|pictures|pic|pics|image|images|illustration|illustrations|artwork|still"
    r"|foto|fotos|fotografie|fotografía|fotografia|bild|bilder|bildnachweis|abbildung|aufnahme|photographie|crédit"
    r"|crédits|imagen|immagine|beeld|kuva|zdjęcie|фото)"
)
_CREDIT = (
    rf"(?:©|\(c\)\s|copyright\b"
    rf"|(?:{_MAKER}\s+)?(?:credits?|crédits?)(?:\s+(?:by|photo))?\s*[:–—-]"
    rf"|{_MAKER}(?:\s*/\s*{_MAKER})?\s*[:–—©]"
    rf"|{_MAKER}\s+(?:credits?|courtesy|by|von|par|por|di|door)\b"
    rf"|(?:with\s+)?(?:kind\s+)?courtesy(?:\s+of)?\b"
    rf"|(?:words\s+and\s+)?photographed\s+by\b|shot\s+by\b|illustrated\s+by\b"
    rf"|mit\s+freundlicher\s+genehmigung\b|avec\s+l['’]aimable\s+autorisation\b)"
)
WHOLE = re.compile(rf"^[\s(\[–—-]*{_CREDIT}\s*\S.*$", re.IGNORECASE | re.DOTALL)
AT_THE_END = re.compile(
    rf"^(?P<caption>.*?\S)[\s]*(?:(?<=[.!?…»”\"’)|/–—])|[\[(|/–—])\s*(?P<credit>{_CREDIT}\s*\S.*)$", re.I | re.S
)
HOLDER = re.compile(r"^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:(?:19|20)\d\d\s*,?\s*)?(?P<holder>.+)$", re.I)
COURTESY = re.compile(r"courtesy\s+of\s+(?P<holder>.+)$", re.I)
SENTENCE = re.compile(r"[.!?]\s+\w")


@dataclass(frozen=True)
class Split:
    """A line under a picture taken apart. `caption_length` is how many characters of the line are the caption."""

    caption_length: int
    credit: str


def is_credit(text: str) -> bool:
    """Whether the whole line is a credit: '© Holder', 'Photo: Name', 'Photograph by Name', 'Courtesy of …'."""
    text = " ".join(text.split())
    return len(text) <= LONGEST and bool(WHOLE.match(text)) and not SENTENCE.search(text.replace("Inc. ", "Inc "))


def split_credit(text: str) -> Split | None:
    """A caption that ends in a credit ('The 14 in silver. Photo: Name'), taken apart; None where it has none."""
    found = AT_THE_END.match(text)
    if not found or len(found["credit"]) > LONGEST or SENTENCE.search(found["credit"]):
        return None
    return Split(len(found["caption"].rstrip("([|/–— ")), tidy(found["credit"]))


def tidy(credit: str) -> str:
    """The credit as it is printed: on one line, without brackets around it."""
    credit = " ".join(credit.split()).lstrip("([–—- ")
    return credit if "(" in credit or "[" in credit else credit.rstrip(")]")


def rights_holder(credit: str) -> str:
    """Who holds the rights, where the credit says so ('© 2024 Holder', 'Courtesy of Holder'); else nothing."""
    found = HOLDER.match(credit) or COURTESY.search(credit)
    return found["holder"].strip(" .)") if found else ""
