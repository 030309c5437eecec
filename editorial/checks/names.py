"""Whether brands and people are spelled as in the catalogue."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"(?<![@#/.\w])[^\W_]+(?:[’'\-.&][^\W_]+)*(?![@/\w])")
POSSESSIVE = re.compile(r"[’']s?$")
# What does not stand inside a name.
BREAK = re.compile(r"[\n,;:!?()“”\"]|(?<=\w\w)\.\s")
# Brands that are also words of the language: a small letter says which is meant.
ALSO_WORDS = frozenset({"champion", "converse", "on", "puma", "stance", "union", "vans"})
SHORTEST_BRAND = 3
# Letters from which on a name may differ by one, and by two, and still be meant.
LETTERS_FOR_ONE, LETTERS_FOR_TWO = 5, 9
LONGEST_NAME = 4


@dataclass(frozen=True)
class Slip:
    """A name as written and as the catalogue has it."""

    written: str
    right: str
    is_person: bool


@dataclass(frozen=True)
class Word:
    """A word of a text: where it starts, and its keys, as it stands and without a possessive ending."""

    start: int
    written: str
    key: str
    bare: str


class Names:
    """The catalogue's spellings, indexed once."""

    def __init__(self, brands: Iterable[str], people: Iterable[str]) -> None:
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

    def slips(self, text: str) -> Iterator[Slip]:
        """The names in the text that are not spelled as in the catalogue, in reading order."""
        words = [Word(match.start(), match[0], *keys_of(match[0])) for match in WORD.finditer(text)]
        at = 0
        while at < len(words):
            length, slip = self.slip_at(text, words[at : at + LONGEST_NAME])
            if slip is not None:
                yield slip
            at += length

    def slip_at(self, text: str, words: Sequence[Word]) -> tuple[int, Slip | None]:
        """How many words the name beginning here has (1 where there is none), and its slip. Longest names first."""
        for length in range(len(words), 0, -1):
            first, last = words[0], words[length - 1]
            key = "".join(word.key for word in words[: length - 1]) + last.bare
            is_known = key in self.brands or (length > 1 and key in self.people)
            if not is_known and (length == 1 or not self.may_mean(words[:length])):
                continue
            written = POSSESSIVE.sub("", text[first.start : last.start + len(last.written)])
            if BREAK.search(written):
                continue
            if length > 1 and key in self.people:
                return length, slip_of(written, self.people[key], is_person=True)
            if key in self.brands:
                right = self.brands[key]
                return length, None if is_common(written, right) else slip_of(written, right, is_person=False)
            if meant := self.meant(words[:length]):
                return length, Slip(written, meant, is_person=True)
        return 1, None

    def may_mean(self, words: Sequence[Word]) -> bool:
        """Whether the words look like a name of which one is some person's."""
        is_name = words[0].written[0].isupper() and words[-1].written[0].isupper()
        return is_name and any(word.bare in self.by_word for word in words)

    def meant(self, words: Sequence[Word]) -> str:
        """The person meant by a misspelled name, or an empty string: one word is right, the others nearly."""
        keys = [word.bare for word in words]
        for key in keys:
            for person in sorted(self.by_word.get(key, ())):
                right = [folded(word) for word in person.split()]
                if len(right) == len(keys) and all(map(is_near, keys, right)):
                    return person
        return ""


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


def is_near(one: str, other: str) -> bool:
    """Whether two words are the same but for a slip of the pen."""
    if one == other:
        return True
    longest = max(len(one), len(other))
    if longest < LETTERS_FOR_ONE:
        return False
    return distance(one, other) <= (2 if longest >= LETTERS_FOR_TWO else 1)


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour to make one the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, start=1):
        last, before, row = before, row, [down]
        for across, opposite in enumerate(other, start=1):
            cost = min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != opposite))
            if down > 1 and across > 1 and letter == other[across - 2] and one[down - 2] == opposite:
                cost = min(cost, last[across - 2] + 1)
            row.append(cost)
    return row[-1]
