"""Time grows with the length of a manuscript, not with its square: a worker can be held by one paragraph."""

import time

import pytest

from tests.manuscripts.words import read_whole, words_of_draft

MANY = 10_000


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("a.html", f"<h1>T</h1><p>{'<b>a</b> <i>b</i> ' * MANY}", "b"),
        ("a.md", f"# T\n\nx\n\n{''.join(f'[^{number}]: y\n' for number in range(MANY))}", "x"),
    ],
)
def test_long_texts_are_read_in_seconds(name, text, word):
    began = time.process_time()
    reading = read_whole(text.encode(), name)
    # Half a second, and half a minute where every piece asks for all before it.
    assert time.process_time() - began < 8
    assert words_of_draft(reading.draft)[word] in (1, MANY)


def test_each_note_without_a_mark_is_named_with_its_own_words():
    reading = read_whole(b"# T\n\nx\n\n[^1]: one\n[^2]: two\n    and more\n\n> [^3]: three\n", "a.md")
    assert [note.text for note in reading.notes if note.code == "footnote_without_mark"] == [
        "one", "two and more", "three",
    ]  # fmt: skip
