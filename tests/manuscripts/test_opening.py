"""Title, standfirst and byline, said twice, said by the file, or under something else."""

import pytest

from tests.manuscripts.words import read_whole


def noted(reading, code: str) -> list[str]:
    """The words of the notes of a code."""
    return [note.text for note in reading.notes if note.code == code]


@pytest.mark.parametrize("heading", ["# The Kayano returns", "# the *kayano*  returns.", "The Kayano returns\n==="])
def test_a_heading_that_is_the_title_again_is_dropped(heading):
    rest = "*How it came back.*\n\nBy Ada Writer\n\n## One\n\nWords.\n"
    text = f"---\ntitle: The Kayano returns\n---\n\n{heading}\n\n{rest}"
    reading = read_whole(text.encode(), "a.md")
    draft = reading.draft
    assert (draft.title, draft.standfirst, draft.byline) == ("The Kayano returns", "How it came back.", "Ada Writer")
    assert [section.heading for section in draft.sections] == ["One"]
    assert len(noted(reading, "title_again")) == 1


def test_another_heading_stays():
    text = "---\ntitle: The Kayano returns\n---\n\n# The Kayano\n\nWords.\n"
    reading = read_whole(text.encode(), "a.md")
    assert [section.heading for section in reading.draft.sections] == ["The Kayano"]
    assert not noted(reading, "title_again")


def test_the_author_a_page_names_is_the_byline_for_want_of_another():
    page = "<meta name=author content='Ada Writer'><h1>T</h1>{}<p>Words of it.</p><p>More.</p>"
    reading = read_whole(page.format("").encode(), "a.html")
    assert (reading.draft.byline, noted(reading, "byline_of_file")) == ("Ada Writer", ["Ada Writer"])
    reading = read_whole(page.format("<p>By Ben O’Neil</p>").encode(), "a.html")
    assert (reading.draft.byline, noted(reading, "property")) == ("Ben O’Neil", ["Ada Writer"])


def test_a_subtitle_is_the_standfirst_under_a_page_header_too():
    page = "<div><p>Draft 3</p></div><p class=title>The title</p><p class=subtitle>How it came.</p><p>Words.</p>"
    draft = read_whole(page.encode(), "a.html").draft
    assert (draft.title, draft.standfirst) == ("The title", "How it came.")
    assert [line.text for line in draft.sections[0].blocks[0].lines] == ["Draft 3", "Words."]
