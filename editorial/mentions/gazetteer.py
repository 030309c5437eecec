"""The catalogue as a list of names, and where a text has them: the longest name first, each word once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editorial.mentions.folding import Word, starts_sentence, stems, words_of, words_of_paragraph
from editorial.mentions.names import KINDS, Name, Target, needs_its_capitals, reads_like_prose

NO_LENGTHS: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] names `target`; `name` is how the catalogue writes it.

    `others` have the same name: an editor must choose between them.
    """

    start: int
    end: int
    text: str
    name: str
    target: Target
    others: tuple[Target, ...] = ()


class Entry(NamedTuple):
    """A name in the list. `cased` is its only spelling, or empty where capitals do not matter."""

    name: Name
    cased: str
    is_prose: bool
    is_loose: bool


class Gazetteer:
    """Names under their first word, so that a word that begins none costs one look.

    `together` says which collaborations brought entries together: by the key of an entry, its collaborations, the
    newest first. Building takes a second for 100,000 names and is done once; finding changes nothing.
    """

    def __init__(self, names: Iterable[Name], together: Mapping[tuple[str, int], Sequence[Target]] | None = None):
        self.together = together or {}
        self.entries: dict[str, list[Entry]] = {}
        lengths: dict[str, set[int]] = {}
        for name in sorted(names, key=standing):
            self._add(name, lengths)
        self.lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def _add(self, name: Name, lengths: dict[str, set[int]]) -> None:
        words = words_of(name.text)
        if not words:
            return
        cased = [word.cased for word in words]
        entry = Entry(
            name=name,
            cased=" ".join(cased) if needs_its_capitals(name.target.kind, cased) else "",
            is_prose=reads_like_prose(name.target.kind, cased),
            is_loose=words[-1].run > 0,
        )
        for spelling in spellings(name.text, words):
            same = self.entries.setdefault(" ".join(spelling), [])
            if name.target not in [other.name.target for other in same]:
                same.append(entry)
                lengths.setdefault(spelling[0], set()).add(len(spelling))

    def find(self, text: str) -> list[Span]:
        """The names in the text, in order; no two overlap, and of two that begin together the longer is taken."""
        words = words_of_paragraph(text)
        spans: list[Span] = []
        lengths_of = self.lengths.get
        at = 0
        while at < len(words):
            word = words[at]
            lengths = lengths_of(word.folded, NO_LENGTHS)
            found = self._longest(text, words, at, lengths) if lengths or word.folded[-1] == "s" else None
            if found is None:
                at += 1
            else:
                span, count = found
                spans.append(span)
                at += count
        return spans

    def _longest(self, text: str, words: list[Word], at: int, lengths: tuple[int, ...]) -> tuple[Span, int] | None:
        """The longest name that begins at the word, with the number of its words; None where none does."""
        for count in lengths:
            if at + count <= len(words):
                span = self._at(text, words[at : at + count])
                if span:
                    return span, count
        if 1 not in lengths:
            span = self._at(text, words[at : at + 1])
            return (span, 1) if span else None
        return None

    def _at(self, text: str, part: list[Word]) -> Span | None:
        """The name that these words are, also in the possessive or plural; None where they are none."""
        before = " ".join([word.folded for word in part[:-1]])
        last = part[-1]
        endings = [(last.folded, last.cased), *zip(stems(last.folded), stems(last.cased), strict=False)]
        for ending, cased_ending in endings:
            known = self.entries.get(f"{before} {ending}" if before else ending)
            if known:
                cased = " ".join([*[word.cased for word in part[:-1]], cased_ending])
                fitting = [entry.name for entry in known if fits(entry, text, part, cased)]
                if fitting:
                    # Without the possessive: a link is on the name.
                    end = last.end - (len(last.cased) - len(cased_ending)) if "'" in last.cased else last.end
                    return span_of(text, part[0].start, end, fitting)
        return None


def standing(name: Name) -> tuple:
    """Which of several entries has a name: what readers see, own names first, kinds in order, the older entry."""
    return not name.target.is_live, name.rank, KINDS.index(name.target.kind), name.target.id


def spellings(text: str, words: list[Word]) -> list[list[str]]:
    """The name's words; where a hyphen joins two of them, also with these written as one: 'gelkayano 14'."""
    plain = [word.folded for word in words]
    if "-" not in text and "‐" not in text and "‑" not in text:
        return [plain]
    joined: list[str] = []
    for index, word in enumerate(words):
        is_hyphened = index > 0 and text[words[index - 1].end : word.start] in {"-", "‐", "‑"}
        if is_hyphened and word.folded.isalpha():
            joined[-1] += word.folded
        else:
            joined.append(word.folded)
    return [plain] if joined == plain else [plain, joined]


def fits(entry: Entry, text: str, part: list[Word], cased: str) -> bool:
    """Whether the words may be this name: near enough to each other, and with its capitals where they matter."""
    if part[0].run != part[-1].run and not entry.is_loose:
        return False
    if not entry.cased:
        return True
    return entry.cased == cased and not (entry.is_prose and starts_sentence(text, part[0].start))


def span_of(text: str, start: int, end: int, names: Sequence[Name]) -> Span:
    """The place of a name that several entries may share. Other names give way to an entry's own."""
    first = names[0]
    rivals = [name.target for name in names[1:] if weight(name) == weight(first)]
    return Span(start, end, text[start:end], first.text, first.target, tuple(rivals))


def weight(name: Name) -> tuple:
    """Names of equal weight are rivals."""
    return name.rank, name.target.kind, name.target.is_live
