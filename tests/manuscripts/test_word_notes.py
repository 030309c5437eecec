"""Notes of a Word file with marks of their writers' choice, as LibreOffice and Word write them."""

import pytest

from tests.manuscripts import word_files as make
from tests.manuscripts.test_word_oddities import run
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def story(mark: str, note: str) -> bytes:
    """A file with a note under this mark, which follows its reference in the same run."""
    document = make.Document()
    document.add_paragraph("Top", style="Title")
    reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="2"/>{mark}'
    line = f"<w:p>{run('Silver')}<w:r>{RAISED}{reference}</w:r>{run(' shoe')}</w:p>"
    document.element.body.insert(1, make.element(line))
    make.add_notes(document, "footnote", [note])
    return make.saved(document)


@pytest.mark.parametrize(
    ("mark", "note", "kept", "named"),
    [
        ("<w:t>*</w:t>", "*</w:t><w:tab/><w:t>Not gold.", "Not gold.", ["*", "*"]),
        ("<w:t>a</w:t>", f"</w:t></w:r><w:r>{RAISED}<w:t>a</w:t></w:r><w:r><w:t> gold shoe.", "gold shoe.", ["a", "a"]),
        ("<w:t>a</w:t>", "all gold.", "all gold.", ["a"]),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•Not gold.", "Not gold.", ["•", "•"]),
    ],
)
def test_a_mark_of_its_own_stays_out_of_the_text(mark, note, kept, named):
    content = story(mark, note)
    reading = read_whole(content, "")
    (line,) = reading.draft.sections[0].blocks[0].lines
    assert line.text == "Silver shoe"
    assert [span.note for span in line.spans if span.note] == [kept]
    said = [(note.place.part, note.text) for note in reading.notes if note.code == "note_mark"]
    assert said == list(zip(["paragraph", "footnote"], named, strict=False))
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)
