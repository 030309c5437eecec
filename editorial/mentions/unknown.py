"""Names that a story uses again and again and the catalogue does not know."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from editorial.mentions.common_words import CALENDAR_WORDS, COMMON_WORDS, OPENERS
from editorial.mentions.folding import Word, is_capitalised, starts_sentence, stems, words_of_paragraph
from editorial.mentions.gazetteer import Span
from editorial.mentions.pairs import TIMES
from editorial.mentions.public_names import public_names

RECURS = 2
# One word alone is a name only when it comes back more often, and not only where any word has a capital.
LONE_RECURS, LONE_INSIDE = 3, 2
# Several words that stand nowhere inside a sentence: 'Running Tokyo is hard' names nobody, however it is begun.
OPENING_RECURS = 3
# Small words inside a name: 'Comme des Garçons', 'Dries van Noten'.
PARTICLES = frozenset(
    {"d", "da", "de", "del", "della", "der", "des", "di", "du", "l", "la", "le", "of", "the", "van", "von", "y"}
)
# Words of its own: 'in The New York Times'. At the beginning of a sentence nobody can tell.
MAY_OPEN = frozenset({"the", "new", "old", "great", "big", "little"})
BETWEEN = re.compile(r"[ \u00a0-]*|['’ʼ]")
OPENING_QUOTES = frozenset("‘“\"'(")
LONGEST = 5
PARTICLE_AND_NAME = 2


@dataclass
class UnknownName:
    """A name nobody knows: as first written, how often, and where: (index of the text, start, end) each time.

    `key` is how it is compared with others, without an article before it. `beside` says that it stands in an 'A x B'
    with a known name, so that it is likely a partner.
    """

    text: str
    key: str = ""
    places: list[tuple[int, int, int]] = field(default_factory=list)
    beside: bool = False

    @property
    def times(self) -> int:
        return len(self.places)


def unknown_names(texts: Iterable[tuple[str, Sequence[Span]]]) -> list[UnknownName]:
    """Names that recur in the texts, each given with its known spans, the most frequent first.

    Several words that only ever open sentences recur three times, and the first of them is never written small. One
    word alone recurs three times, not only there, is never written small and is no part of a longer name. One word is
    enough, once, beside a known name in 'A x B'.
    """
    texts = list(texts)
    found: dict[str, UnknownName] = {}
    inside: Counter[str] = Counter()
    alone: set[str] = set()
    for index, (text, spans) in enumerate(texts):
        for part in candidates(text, spans):
            start, end = part[0].start, end_of(part[-1])
            beside = stands_beside(text, start, end, spans)
            key = key_of(part)
            name = found.setdefault(key, UnknownName(text[start:end], key))
            if part[0].folded == "the":
                name.text = text[start:end]
            name.places.append((index, start, end))
            name.beside |= beside
            inside[key] += beside or not starts_sentence(text, start)
            if len(part) < 2:
                alone.add(key)
    lone = {key for key in alone if found[key].times >= LONE_RECURS and inside[key] >= LONE_INSIDE}
    longer = found.keys() - alone
    opening = {key for key in longer if found[key].times >= OPENING_RECURS and not inside[key]}
    if lone or opening:
        small = spoken_for(texts)
        lone -= small | {word for key in longer for word in key.split()}
        opening = {key for key in opening if key.split()[0] not in small}
    recurring = {key for key in longer if found[key].times >= RECURS and inside[key]} | opening
    names = [name for key, name in found.items() if key in recurring or key in lone or name.beside]
    return sorted(names, key=lambda name: -name.times)


def spoken_for(texts: Iterable[tuple[str, Sequence[Span]]]) -> set[str]:
    """The folded words that are written small somewhere, or stand in a name we know."""
    return {
        stem
        for text, spans in texts
        for word in words_of_paragraph(text)
        if not is_capitalised(word) or any(span.start <= word.start < span.end for span in spans)
        for stem in (word.folded, stems_of_possessive(word))
    }


def candidates(text: str, spans: Sequence[Span]) -> Iterator[list[Word]]:
    """Runs of capitalised words outside the known spans, without everyday words around them."""
    run: list[Word] = []
    taken = iter([*spans, None])
    span = next(taken)
    for word in words_of_paragraph(text):
        while span is not None and span.end <= word.start:
            span = next(taken)
        is_known = span is not None and span.start < word.end
        is_near = bool(run) and bool(BETWEEN.fullmatch(text, run[-1].end, word.start))
        # 'Ada Quill of The Daily Sole' is two: an article with a capital begins a name.
        is_more = is_near and word.cased != "The" and (is_capitalised(word) or word.folded in PARTICLES)
        if run and (is_known or not is_more):
            yield from trimmed(text, run)
            run = []
        if not is_known and (is_capitalised(word) or run):
            run.append(word)
            if "'" in word.cased and stems(word.cased):
                # A possessive ends its name.
                yield from trimmed(text, run)
                run = []
    yield from trimmed(text, run)


def trimmed(text: str, run: list[Word]) -> Iterator[list[Word]]:
    """The run as a name, or nothing: without openers before it, particles after it, and none that everybody knows."""
    while run and (opener := words_before(text, run)):
        run = run[opener:]
    while run and (run[-1].folded in PARTICLES or run[-1].folded in CALENDAR_WORDS):
        run = run[:-1]
    if run and len(run) <= LONGEST and not is_public(run):
        yield run


def words_before(text: str, run: list[Word]) -> int:
    """How many words at the beginning of the run are none of the name: an opener, or 'CEO of' The New York Times."""
    if len(run) > PARTICLE_AND_NAME and run[0].folded in public_names() and run[1].folded in PARTICLES:
        return 2
    return int(run[0].folded in OPENERS and not opens_name(text, run))


def opens_name(text: str, run: list[Word]) -> bool:
    """Whether the opener is the first word of a name: of 'New York', of 'The New York Times' inside a sentence."""
    if " ".join(word.folded for word in run[:2]) in public_names():
        return True
    start = run[0].start
    is_inside = not starts_sentence(text, start) and text[max(0, start - 1) : start] not in OPENING_QUOTES
    return len(run) > 1 and run[0].folded in MAY_OPEN and is_inside


def is_public(run: list[Word]) -> bool:
    """Whether the words are a name that everybody knows, or no name at all."""
    known = public_names()
    words = [stems_of_possessive(word) for word in run]
    return key_of(run) in known or all(
        word in COMMON_WORDS or word in CALENDAR_WORDS or word in known for word in words
    )


def key_of(run: list[Word]) -> str:
    """The words as they are compared: without the article before them and the possessive after them."""
    words = [*(word.folded for word in run[:-1]), stems_of_possessive(run[-1])]
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


def compared(name: str) -> str:
    """The key of a name that was written down somewhere."""
    words = words_of_paragraph(name)
    return key_of(words) if words else ""


def end_of(word: Word) -> int:
    """Where the word ends without its possessive."""
    return word.end - (2 if "'" in word.cased and stems(word.cased) else 0)


def stems_of_possessive(word: Word) -> str:
    """The folded word without its possessive."""
    return stems(word.folded)[0] if "'" in word.folded and stems(word.folded) else word.folded


def stands_beside(text: str, start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether only an 'x' stands between text[start:end] and a known name."""
    return any(TIMES.fullmatch(text[span.end : start]) or TIMES.fullmatch(text[end : span.start]) for span in spans)
