"""Marks of comments and footnotes whose links were lost on the way: nothing editors told each other is printed."""

import re

import nh3
import pytest

from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.report import words
from tests.manuscripts.test_google_docs import FROM_GOOGLE, FROM_WORD
from tests.manuscripts.words import read_whole

FROM_DISK = FROM_GOOGLE.replace('href="#', 'href="file:///home/ada/story.html#')
WITHOUT_ADDRESSES = re.sub(r' href="#[^"]*"', "", FROM_GOOGLE)
WITHOUT_NAMES = re.sub(r' (?:id|name)="[^"]*"', "", FROM_DISK)
WITHOUT_LINKS = re.sub(r"</?a\b[^>]*>", "", FROM_GOOGLE)
CLEANED = nh3.clean(FROM_DISK)
PLAIN = """The fourteenth

The shoe came late.[a] [1] It was silver.[b] They sold the pair[s] they had.

The end.

________________
[1] By a year. And a day.
[a]Never print this.
_Assigned to Ada_
[b]Was it?
[c]On words now gone.
"""


@pytest.mark.parametrize("html", [FROM_DISK, WITHOUT_ADDRESSES, WITHOUT_NAMES, WITHOUT_LINKS, CLEANED, PLAIN])
def test_comments_are_kept_from_readers_and_footnotes_hang_in_their_places(html):
    reading = read_whole(html.encode(), "a.txt" if html == PLAIN else "a.html")
    prose = reading.draft.sections[0].blocks[0].lines
    assert [span.note for span in prose[0].spans if span.note] == ["By a year. And a day."]
    assert prose[0].text.startswith("The shoe came late. It was silver.")
    assert [line.text for line in prose[1:]] == ["The end."]
    comments = [note for note in reading.notes if note.code == "comment"]
    assert [note.text for note in comments] == ["Never print this. _Assigned to Ada_", "Was it?", "On words now gone."]
    assert comments[0].place.near.startswith("The shoe came late.")
    assert not [note for note in reading.notes if note.code in ("raised", "bare_mark", "link_dropped")]


@pytest.mark.parametrize(
    "html",
    [re.sub(r' href="[^"]*"', "", FROM_WORD), re.sub(r' (?:id|name)="[^"]*"', "", FROM_WORD)],
)
def test_comments_of_word_keep_together_without_addresses_or_names(html):
    assert " ".join(words(read_whole(html.encode(), "a.html").draft)) == "The fourteenth The shoe came late. The end."


def test_marks_that_lost_their_words_are_named():
    piece = WITHOUT_LINKS[: WITHOUT_LINKS.index("<hr>")]
    named = [note for note in read_whole(piece.encode(), "a.html").notes if note.code == "bare_mark"]
    assert [(note.confidence, note.text) for note in named] == [(Confidence.LOOK, "[a] [1] [b]")]
    piece = FROM_DISK[: FROM_DISK.index("<hr>")]
    reading = read_whole(piece.encode(), "a.html")
    left_out = [(note.code, note.text) for note in reading.notes if note.confidence == Confidence.LEFT_OUT]
    assert left_out == [("comment", "[a]"), ("footnote_missing", "[1]"), ("comment", "[b]")]
    assert "[" not in " ".join(words(reading.draft))


@pytest.mark.parametrize(
    "text",
    [
        "A title\n\nThey sold the pair[s] they had [sic] in 19[9]3.\n\nIt was m[y] day[s].",
        "A title\n\nOne.[1]\n\n[1] Two.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nThe story goes on.",
        "A title\n\nOne.[1]\n\n[1] Two.\n\n[3] Three.",
        "A title\n\nOne, and two.\n\n[1] Two.",
    ],
)
def test_other_brackets_stay(text):
    assert " ".join(words(read_whole(text.encode(), "a.txt").draft)) == " ".join(text.split())
