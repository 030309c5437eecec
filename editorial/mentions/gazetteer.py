"""The catalogue as a list of names, and where a text has them: the longest name first, each word once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editorial.mentions.fitting import Entry, Fit, entry_of, fit, is_part_of_longer, name_end
from editorial.mentions.folding import Word, stems, words_of, words_of_paragraph
from editorial.mentions.names import KINDS, Name, Target
from editorial.mentions.spellings import spellings

NO_LENGTHS: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] names `target`; `name` is how the catalogue writes it.

    `others` have the same name: an editor must choose between them. Where `is_sure` is false, the words may be words of
    the sentence and no name.
    """

    start: int
    end: int
    text: str
    name: str
    target: Target
    others: tuple[Target, ...] = ()
    is_sure: bool = True


class Gazetteer:
    """Names under their first word, so that a word that begins none costs one look.

    `together` says which collaborations brought entries together: by the key of an entry, its collaborations, the
    newest first. Building takes a few seconds for 100,000 names and is done once; finding changes nothing.
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
        entry = entry_of(name, words)
        for spelling in spellings(name, words):
            same = self.entries.setdefault(" ".join(spelling.words), [])
            if name.target not in [other.name.target for other in same]:
                same.append(entry.spelled(spelling.cased, is_guess=spelling.is_guess))
                lengths.setdefault(spelling.words[0], set()).add(len(spelling.words))

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
                span = self._at(text, words, at, count)
                if span:
                    return span, count
        if 1 not in lengths:
            span = self._at(text, words, at, 1)
            return (span, 1) if span else None
        return None

    def _at(self, text: str, words: list[Word], at: int, count: int) -> Span | None:
        """The name that these words are, also in the possessive or plural; None where they are none."""
        last = words[at + count - 1]
        before = "".join([f"{word.folded} " for word in words[at : at + count - 1]])
        endings = [(last.folded, last.cased), *zip(stems(last.folded), stems(last.cased), strict=False)]
        for ending, cased_ending in endings:
            known = self.entries.get(before + ending)
            if not known or is_part_of_longer(text, words, at, count):
                continue
            part = words[at : at + count]
            cased = " ".join([*[word.cased for word in part[:-1]], cased_ending])
            fits = [(fit(entry, text, words, at, count, cased), entry.name) for entry in known]
            best = max(found for found, _name in fits)
            if best is not Fit.NO:
                names = [name for found, name in fits if found is best]
                # Without the possessive: a link is on the name.
                end = last.end - (len(last.cased) - len(cased_ending)) if "'" in last.cased else last.end
                return span_of(text, part[0].start, name_end(text, part[0].start, end, names[0]), names, best)
        return None


def standing(name: Name) -> tuple:
    """Which of several entries has a name: what readers see, own names first, kinds in order, the older entry."""
    return not name.target.is_live, name.rank, KINDS.index(name.target.kind), name.target.id


def span_of(text: str, start: int, end: int, names: Sequence[Name], found: Fit) -> Span:
    """The place of a name that several entries may share. Other names give way to an entry's own."""
    first = names[0]
    rivals = [name.target for name in names[1:] if weight(name) == weight(first)]
    return Span(start, end, text[start:end], first.text, first.target, tuple(rivals), found is Fit.SURE)


def weight(name: Name) -> tuple:
    """Names of equal weight are rivals."""
    return name.rank, name.target.kind, name.target.is_live
