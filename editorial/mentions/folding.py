"""Words of a text, each with its place and the form under which it is compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Letters and digits with the accents that follow them; an apostrophe inside belongs to the word, but the French article
# in 'd’ASICS' is a word of its own.
WORD = re.compile(r"\b[dlDL](?=['’ʼ][^\W_])|[^\W_]+(?:[\u0300-\u036f'’ʼ]+[^\W_]+)*[\u0300-\u036f]*|×")
# What is in these is no word of the story: addresses of the web and of people, hosts, paths, '@nike', '#nike'.
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|[@#]\w[\w.-]*|(?<!\w)/[\w-]+(?:/[\w-]*)*"
    r"|(?<![\w.])\w[\w-]*(?:\.[\w-]+)*?\.[a-z]{2,}(?!\w|\.\w)(?:/\S*)?"
)
MAY_HOLD_ADDRESS = re.compile(r"[@#]|://|(?<!\w)/[\w-]|\w\.[a-z]")
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
# Letters that no decomposition takes apart.
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
    | {"ß": "ss", "ẞ": "SS", "×": "x", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH"}
)
# What may stand between two words of one name: a space, a hyphen, a slash, a quotation mark, the sign of a trademark; a
# full stop in 'P.A.M.'.
SPACE = r"[ \t\u00a0\u2009\u202f]"
JOINER = re.compile(rf"\.|[®™℠]?{SPACE}?[-‐‑‒–/&+*'’‘\"“”]{{0,2}}{SPACE}?")
# A sentence begins at the start of a text or line, and after these; quotes and brackets do not count.
SENTENCE_START = re.compile(r"(?:^|[\n.!?…:])[\s\"'“”‘’()\[\]*–—-]*$")
# How far back the beginning of a sentence is looked for.
LOOK_BACK = 12
# 'its' is no plural of 'it'; figures have one at any length, as '14s'.
SHORTEST_PLURAL = 3


class Word(NamedTuple):
    """A word at text[start:end]. `cased` has no accents, `folded` no capitals either.

    `run` counts from 0 and rises wherever words stand too far apart to be one name.
    """

    start: int
    end: int
    cased: str
    folded: str
    run: int


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, str]:
    """The word without accents, and also without capitals: 'Ångström’s' as "Angstrom's" and "angstrom's"."""
    word = word.translate(APOSTROPHES)
    if not word.isascii():
        letters = unicodedata.normalize("NFKD", word.translate(WHOLE_LETTERS))
        word = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return word, word.casefold()


def folded(word: str) -> str:
    """The word as it is compared: without accents and capitals."""
    return forms(word)[1]


def addresses_in(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that are addresses and tags, in order."""
    return [match.span() for match in ADDRESS.finditer(text)] if MAY_HOLD_ADDRESS.search(text) else []


def words_of(text: str) -> list[Word]:
    """The words of a text in order, without those of addresses."""
    words: list[Word] = []
    run = end = 0
    addresses = addresses_in(text)
    for match in WORD.finditer(text):
        start, begun = match.start(), end
        while addresses and addresses[0][1] <= start:
            addresses = addresses[1:]
        if addresses and addresses[0][0] <= start:
            continue
        end = match.end()
        if start - begun != 1 or text[begun] != " ":
            run += bool(words) and not JOINER.fullmatch(text, begun, start)
        cased, plain = forms(match[0])
        words.append(Word(start, end, cased, plain, run))
    return words


# The words of a paragraph are asked for by each that reads it: names first, then what is left.
words_of_paragraph = lru_cache(maxsize=256)(words_of)


def name_key(name: str) -> str:
    """A name as it is compared with others: its folded words with a space between, empty where it has none."""
    return " ".join(word.folded for word in words_of(name))


def is_capitalised(word: Word) -> bool:
    """Whether the word has a capital first, as names have; a lone letter is an initial or an 'x'."""
    return word.cased[0].isupper() and word.cased not in {"I", "X"}


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` opens a sentence, where any word has a capital."""
    back = max(0, at - LOOK_BACK)
    before = text[back:at]
    # Cut out of the middle of a text, the cut itself is no beginning.
    return bool(SENTENCE_START.search(before if back == 0 else "_" + before))


def stems(word: str) -> list[str]:
    """What the word may be the possessive or the plural of: "kayano's" and 'kayanos' of 'kayano'."""
    if word.endswith(("'s", "'S")):
        return [word[:-2]]
    if word[-1] not in "sS" or len(word) < 2 or word[-2] in "sS":
        return []
    return [word[:-1]] if len(word) > SHORTEST_PLURAL or word[:-1].isdigit() else []
