"""Credits of pictures, as people write them under a picture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 200
LONGEST_LIKELY = 100
MOST_WORDS = 10
# Between credits that stood on lines of their own.
BETWEEN = " · "

_MAKER = (
    r"(?:photo(?:s|graph(?:s|y|ed|er)?)?|picture|pictures|pic|pics|image|images|illustration|illustrations|artwork|still"
    r"|foto|fotos|fotografie|fotografía|fotografia|bild|bilder|bildnachweis|abbildung|aufnahme|photographie|crédit"
    r"|crédits|imagen|immagine|beeld|kuva|zdjęcie|фото)"
)
_SIGN = rf"(?:©|\(c\)\s|{_MAKER}(?:\s*/\s*{_MAKER})?\s*[:©])"
_CREDIT = (
    rf"(?:©|\(c\)\s|copyright\b"
    rf"|(?:{_MAKER}\s+)?(?:credits?|crédits?)(?:\s+(?:by|photo))?\s*[:–—-]"
    rf"|{_MAKER}(?:\s*/\s*{_MAKER})?\s*[:–—©]"
    rf"|{_MAKER}\s+(?:credits?|courtesy|by|von|par|por|di|door)\b"
    rf"|(?:with\s+)?(?:kind\s+)?courtesy(?:\s+of)?\b"
    rf"|(?:words\s+and\s+)?photographed\s+by\b|shot\s+by\b|illustrated\s+by\b"
    rf"|mit\s+freundlicher\s+genehmigung\b|avec\s+l['’]aimable\s+autorisation\b)"
)
# Names begin with a capital even where the rest of a pattern does not care.
_WORD = r"[^\W\d_a-z][\w'’.-]*"
_NAME = rf"(?-i:{_WORD}(?:\s+(?:(?:de|di|da|van|von|der|den|ter|la|le|and|und|&)\s+)*{_WORD}){{0,5}})"
_AGENCY = (
    r"(?:getty(?:\s+images)?|reuters|shutterstock|alamy(?:\s+stock\s+photo)?|imago(?:\s+images)?|unsplash|pexels|pixabay"
    r"|i\s?stock(?:photo)?|adobe\s+stock|magnum(?:\s+photos)?|associated\s+press|agence\s+france-presse|wireimage|corbis"
    r"|bloomberg|bridgeman(?:\s+images)?|picture[\s-]alliance|wikimedia(?:\s+commons)?|flickr|(?-i:AFP|EPA|PA|dpa|AP(?:\s+(?:Photo|Images))?))"
)
_OF_AGENCY = rf"{_NAME}\s*(?:/|,|\||\bvia\b)\s*(?:{_NAME}\s*/\s*)?{_AGENCY}(?:\s*(?:/|\bvia\b)\s*{_AGENCY})?"
WHOLE = re.compile(rf"^[\s(\[–—-]*{_CREDIT}\s*\S.*$", re.IGNORECASE | re.DOTALL)
LIKELY = re.compile(
    rf"^[\s(\[–—-]*(?:{_OF_AGENCY}|{_AGENCY}|(?:{_MAKER}|credits?)\s+{_NAME}(?:\s*[,/|]\s*(?:courtesy\b|©).*)?)[\s)\].]*$",
    re.IGNORECASE,
)
TWO_NAMES = re.compile(rf"{_WORD}\s.*{_WORD}")
# A credit without 'by' or 'courtesy' may follow a mere comma: the sign it begins with says enough.
AT_THE_END = re.compile(
    r"^(?P<caption>.*?\S)\s*(?:"
    rf"(?:(?<=[.!?…»”\"’)|/–—\n])|[\[(|/–—])\s*(?P<credit>{_CREDIT}\s*\S.*)"
    rf"|(?<=[;,])\s*(?P<signed>{_SIGN}\s*\S.*)"
    rf"|(?:(?<=[.!?…»”\"’|–—\n])|[\[(|–—])\s*(?P<likely>{_OF_AGENCY}[)\].]*))$",
    re.IGNORECASE | re.DOTALL,
)
HOLDER = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*,?\s*)?(?:by\s+)?(?P<holder>.+)$", re.I)
COURTESY = re.compile(r"courtesy\s+of\s+(?P<holder>.+)$", re.I)
# What may follow the name of a holder on its line.
AFTER_HOLDER = re.compile(
    rf"\s*[.,;|/–—(]*\s*(?:\b{_MAKER}\s*(?:[:–—©]|by\b)|(?:with\s+)?(?:kind\s+)?courtesy\s+of\b"
    r"|all\s+rights\s+reserved\b).*$",
    re.I,
)
YEAR_AT_THE_END = re.compile(r"[\s,(]+(?:19|20)\d\d\W*$")
# The stops after these end no sentence, nor does one before 'Styling: Name'.
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in (r"\w", "Inc", "Ltd", "Co", "Corp", "Mr", "Mrs", "Ms", "Dr", "St"))
SENTENCE = re.compile(rf"{_ABBREVIATED}[.!?]\s+\w(?!\w*\s*:)")


@dataclass(frozen=True)
class Split:
    """A line under a picture taken apart. `caption_length` is how many characters of the line are the caption;
    `is_sure` is False where only the names in it make a credit of the rest."""

    caption_length: int
    credit: str
    is_sure: bool = True


def is_credit(text: str) -> bool:
    """Whether the whole line is a credit: '© Holder', 'Photo: Name', 'Photograph by Name', 'Courtesy of …'."""
    text = " ".join(text.split())
    return len(text) <= LONGEST and bool(WHOLE.match(text)) and not SENTENCE.search(text)


def is_sentence_like(text: str) -> bool:
    """Whether a credit is so long, and ends so, that it may be a sentence of the story: '© was all that it said …'."""
    return len(text.split()) > MOST_WORDS and text.rstrip().endswith((".", "!", "?"))


def is_likely_credit(text: str) -> bool:
    """Whether a line under a picture is a credit by its names: 'Jane Doe/Getty Images', 'Photography Jane Doe'."""
    text = " ".join(text.split())
    return len(text) <= LONGEST_LIKELY and bool(LIKELY.match(text)) and (is_of_agency(text) or has_two_names(text))


def is_of_agency(text: str) -> bool:
    """Whether the line names an agency, or a name at one."""
    return bool(re.match(rf"^[\s(\[–—-]*(?:{_OF_AGENCY}|{_AGENCY})[\s)\].]*$", text, re.IGNORECASE))


def has_two_names(text: str) -> bool:
    """Whether at least two names follow the first word: 'Photography Jane Doe' and not 'Photography Today'."""
    return bool(TWO_NAMES.search(text.partition(" ")[2]))


def split_credit(text: str) -> Split | None:
    """A caption that ends in a credit ('The 14 in silver. Photo: Name'), taken apart; None where it has none."""
    found = AT_THE_END.match(text)
    credit = (found["credit"] or found["signed"] or found["likely"]) if found else ""
    if not found or len(credit) > LONGEST or SENTENCE.search(credit):
        return None
    return Split(len(found["caption"].rstrip("([|/–—;, ")), tidy(credit), is_sure=not found["likely"])


def tidy(credit: str) -> str:
    """The credit as it is printed: on one line, without brackets around it."""
    credit = " ".join(credit.split()).lstrip("([–—- ")
    return credit if "(" in credit or "[" in credit else credit.rstrip(")]")


def joined(credits: Sequence[str]) -> str:
    """Credits of one picture that stood on lines of their own as one."""
    return BETWEEN.join(credits)


def rights_holder(credit: str) -> str:
    """Who holds the rights, where the credit says so ('© 2024 Holder', 'Courtesy of Holder'); else nothing.

    Nothing, too, where its lines name several: that is for somebody to decide.
    """
    holders = {holder for line in credit.split(BETWEEN) if (holder := holder_in(line))}
    return holders.pop() if len(holders) == 1 else ""


def holder_in(line: str) -> str:
    """The holder that one line of a credit names."""
    found = HOLDER.search(line) or COURTESY.search(line)
    return YEAR_AT_THE_END.sub("", AFTER_HOLDER.sub("", found["holder"])).strip(" .),;/|") if found else ""
