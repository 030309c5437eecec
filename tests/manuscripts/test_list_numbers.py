"""Lists of a Word file that count otherwise than ours: they stay lists, and the report says what they counted."""

import pytest

from editorial.manuscripts.word.numbering import written
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def design(number: int, *levels: str, more: str = "") -> str:
    """A design of lists with these depths."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def numbering() -> str:
    """The part of a file that says how its lists count: each by its id, from 1 on."""
    decimal, letters = LEVEL.format(0, 1, "decimal", "%1."), LEVEL.format(1, 1, "lowerLetter", "%2)")
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{LEVEL.format(0, 7, "upperRoman", "%1.")}</w:lvlOverride>'
    designs = [
        design(0, decimal, letters),
        design(1, LEVEL.format(0, 1985, "decimal", "%1.")),
        design(2, LEVEL.format(0, 1, "decimal", "Step %1:")),
        design(3, LEVEL.format(0, 1, "lowerLetter", "(%1)")),
        design(4, more='<w:numStyleLink w:val="Steps"/>'),
        design(5, LEVEL.format(0, 3, "decimal", "%1."), more='<w:styleLink w:val="Steps"/>'),
    ]
    lists = ((0, ""), (1, ""), (2, ""), (3, ""), (0, restart), (0, own), (4, ""))
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{by}"/>{more}</w:num>'
        for number, (by, more) in enumerate(lists, start=1)
    )
    return make.with_names(f"<w:numbering>{''.join(designs)}{nums}</w:numbering>")


def story(*lines: tuple[int, int, str]) -> bytes:
    """A file of paragraphs, each (id of its list or 0, depth, words)."""
    document = make.Document()
    document.add_paragraph("Top", style="Title")
    for list_id, depth, text in lines:
        paragraph = document.add_paragraph(text)
        if list_id:
            place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
            paragraph._p.insert(0, make.element(f"<w:pPr>{place}</w:pPr>"))
    return make.rebuilt(make.saved(document), {"word/numbering.xml": numbering().encode()})


BETWEEN = (0, 0, "Words between them.")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([(1, 0, "one"), (1, 1, "inner"), (1, 1, "inner too"), (1, 0, "two"), (1, 1, "inner again")], []),
        ([(2, 0, "Beaverton"), (2, 0, "Kobe")], [("Beaverton", "1985")]),
        ([(1, 0, "one"), (1, 0, "two"), BETWEEN, (1, 0, "three"), (1, 0, "four")], [("three", "3")]),
        ([(1, 0, "one"), (1, 0, ""), (1, 0, "three")], [("three", "3")]),
        ([(1, 0, "one"), BETWEEN, (5, 0, "anew"), (5, 0, "and on")], []),
        ([(1, 0, "one"), (1, 0, "two"), (5, 0, "anew")], [("anew", "1")]),
        ([(6, 0, "of its own")], [("of its own", "VII")]),
        ([(3, 0, "first"), (3, 0, "second")], [("first", "Step 1")]),
        ([(4, 0, "first"), (4, 0, "second")], [("first", "(a)")]),
        ([(7, 0, "by a style")], [("by a style", "3")]),
    ],
)
def test_a_list_that_counts_otherwise_is_kept_and_named(lines, said):
    content = story(*lines)
    reading = read_whole(content, "")
    notes = [note for note in reading.notes if note.code == "list_numbers"]
    assert [(note.text, note.values["number"]) for note in notes] == said
    items = [line for block in reading.draft.sections[0].blocks for line in block.lines if line.role == "item"]
    assert all(item.is_ordered for item in items)
    assert len(items) == sum(bool(list_id and text) for list_id, _depth, text in lines)
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)


def test_letters_and_roman_figures():
    assert [written(number, "lowerLetter") for number in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [written(number, "upperRoman") for number in (4, 9, 14, 90)] == ["IV", "IX", "XIV", "XC"]
    assert written(0, "upperRoman") == "0"
