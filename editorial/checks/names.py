"""Whether brands and people are spelled as in the catalogue."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editorial.checks.near_names import Brands, is_near
from editorial.mentions.common_words import OPENERS
from editorial.mentions.folding import addresses_in, starts_sentence

WORD = re.compile(r"(?<![.\w])[^\W_]+(?:[’'\-.&][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?$")
# What does not stand inside a name.
BREAK = re.compile(r"[\n,;:!?()“”\"]|(?<=\w\w)\.\s")
# Brands that are also words of the language: a small letter says which is meant.
ALSO_WORDS = frozenset({"champion", "converse", "on", "puma", "stance", "union", "vans"})
SHORTEST_BRAND = 3
LONGEST_NAME = 4


@dataclass(frozen=True)
class Slip:
    """A name as written and as the catalogue has it. `is_guess`: with other letters, so that another may be meant."""

    written: str
    right: str
    is_person: bool
    is_guess: bool = False


@dataclass(frozen=True)
class Word:
    """A word of a text: where it starts, and its keys, as it stands and without a possessive ending."""

    start: int
    written: str
    key: str
    bare: str


class Names:
    """The catalogue's spellings, indexed once. `others` are names that are right as they are: of shops, of shoes."""

    def __init__(self, brands: Iterable[str], people: Iterable[str], others: Iterable[str] = ()) -> None:
        self.brands = {key: brand for brand in brands if len(key := folded(brand)) >= SHORTEST_BRAND}
        self.people: dict[str, str] = {}
        self.by_word: dict[str, set[str]] = {}
        for person in people:
            words = person.split()
            if not 2 <= len(words) <= LONGEST_NAME:
                continue
            self.people[folded(person)] = person
            for word in words:
                self.by_word.setdefault(folded(word), set()).add(person)
        others = list(others)
        self.others = {folded(name) for name in others} - self.brands.keys() - self.people.keys()
        words = {folded(word) for name in others for word in name.split()}
        self.near_brands = Brands(self.brands, {*self.others, *words, *self.by_word})

    def slips(self, text: str) -> Iterator[Slip]:
        """The names in the text that are not spelled as in the catalogue, in reading order."""
        addresses = addresses_in(text)
        words = [
            Word(match.start(), match[0], *keys_of(match[0]))
            for match in WORD.finditer(text)
            if not any(start <= match.start() < end for start, end in addresses)
        ]
        at = 0
        while at < len(words):
            length, slip = self.slip_at(text, words[at : at + LONGEST_NAME], words[at - 1] if at else None)
            if slip is not None:
                yield slip
            at += length

    def slip_at(self, text: str, words: Sequence[Word], before: Word | None) -> tuple[int, Slip | None]:
        """How many words the name beginning here has (1 where there is none), and its slip. Longest names first.

        `before` is the word in front of them.
        """
        for length in range(len(words), 0, -1):
            first, last = words[0], words[length - 1]
            key = "".join(word.key for word in words[: length - 1]) + last.bare
            is_known = key in self.brands or (length > 1 and key in self.people)
            is_person = length > 1 and not is_known and self.may_mean(words[:length])
            brand = "" if is_known or is_person else self.brand_meant(text, words[:length], key, before)
            if not (is_known or is_person or brand):
                continue
            written = POSSESSIVE.sub("", text[first.start : last.start + len(last.written)])
            if BREAK.search(written):
                continue
            if length > 1 and key in self.people:
                return length, slip_of(written, self.people[key], is_person=True)
            if key in self.brands:
                right = self.brands[key]
                return length, None if is_common(written, right) else slip_of(written, right, is_person=False)
            if brand:
                return length, Slip(written, brand, is_person=False, is_guess=True)
            if key in self.others:
                return length, None
            if meant := self.meant(words[:length]):
                return length, Slip(written, meant, is_person=True, is_guess=True)
        return 1, None

    def may_mean(self, words: Sequence[Word]) -> bool:
        """Whether the words look like a name of which one is some person's."""
        is_name = words[0].written[0].isupper() and words[-1].written[0].isupper()
        return is_name and any(word.bare in self.by_word for word in words)

    def brand_meant(self, text: str, words: Sequence[Word], key: str, before: Word | None) -> str:
        """The brand that capitalised words nearly are, or an empty string. After a first name they are a person's."""
        if not all(word.written[0].isupper() and word.bare.isalpha() for word in words):
            return ""
        meant = self.near_brands.meant(key, len(words))
        return "" if meant and before is not None and is_first_name(text, before, words[0]) else meant

    def meant(self, words: Sequence[Word]) -> str:
        """The person meant by a misspelled name, or an empty string: one word is right, the others nearly."""
        keys = [word.bare for word in words]
        for key in keys:
            for person in sorted(self.by_word.get(key, ())):
                right = [folded(word) for word in person.split()]
                if len(right) == len(keys) and all(map(is_near, keys, right)):
                    return person
        return ""


def is_first_name(text: str, before: Word, word: Word) -> bool:
    """Whether the word before may be a first name: with a capital of its own, and only a space between."""
    end = before.start + len(before.written)
    if text[end : word.start] != " " or not before.written[0].isupper() or before.key != before.bare:
        return False
    return before.key not in OPENERS and not starts_sentence(text, before.start)


def keys_of(word: str) -> tuple[str, str]:
    """A word folded, as it stands and without a possessive ending."""
    return folded(word), folded(POSSESSIVE.sub("", word))


def folded(name: str) -> str:
    """A name without case, accents, spaces and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum())


def slip_of(written: str, right: str, *, is_person: bool) -> Slip | None:
    """The slip, or None where both are the same but for the kind of blank and apostrophe between words."""
    same = " ".join(written.split()).replace("’", "'") == " ".join(right.split()).replace("’", "'")
    return None if same else Slip(written, right, is_person)


def is_common(written: str, right: str) -> bool:
    """Whether words in small letters are no brand at all: 'a puma', 'a new balance'."""
    return written.islower() and right[:1].isupper() and (written in ALSO_WORDS or " " in written)
