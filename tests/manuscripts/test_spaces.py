"""Spaces around what was left out: one stays, not two."""

import pytest

from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole


def word_file() -> bytes:
    """A Word file with words between spaces that are hidden or were deleted."""
    document = make.Document()
    paragraph = document.add_paragraph("It ")
    paragraph.add_run("secretly").font.hidden = True
    paragraph.add_run(" was late ")
    make.track(paragraph, "del", "indeed")
    paragraph.add_run(" and silver.").bold = True
    return make.saved(document)


WRAPPED = "<span style='white-space:pre-wrap'>{}</span>"
PASTED = f"<p>{WRAPPED.format('It ')}{{}}{WRAPPED.format(' was late and silver.')}</p>"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (word_file(), "a.docx"),
        (PASTED.format("<span style='display:none'>secretly</span>").encode(), "a.html"),
        (PASTED.format("<a href='#cmnt1' id='cmnt_ref1'>[a]</a>").encode(), "a.html"),
        (b"It was  late <!-- indeed --> and silver.", "a.md"),
        ("<p>It\xa0 was late <b>and</b> silver.</p>".encode(), "a.html"),
    ],
)
def test_one_space_stays(content, name):
    line = read_whole(content, name).draft.sections[0].blocks[0].lines[0]
    assert "".join(span.text for span in line.spans).replace("\xa0 ", " ") == "It was late and silver."
