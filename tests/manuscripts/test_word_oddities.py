"""What else a word processor puts into a file: every word of it is in the draft or named, and no two run together."""

import pytest

from editorial.manuscripts.report import words
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft, words_of_file, words_of_report

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(text: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(text: str) -> str:
    """A paragraph."""
    return f"<w:p>{run(text)}</w:p>"


def box(inner: str) -> str:
    """A text box, in both its forms."""
    held = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{held}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{held}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str, form: str = "") -> str:
    """A field in its five pieces."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result) if result else ""}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


DROP_DOWN = (
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Silver"/><w:listEntry w:val="Gold"/></w:ddList>'
    "</w:ffData>"
)
TICKED = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CHOICE = (
    '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Kobe"/><w:listItem w:displayText="Osaka"/>'
    "</w:dropDownList></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b+c</m:t></m:r></m:den></m:f>"
    "<m:rad><m:deg/><m:e><m:r><m:t>d</m:t></m:r></m:e></m:rad><m:sSup><m:e><m:r><m:t>e</m:t></m:r></m:e><m:sup><m:r>"
    "<m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
)
CAPITAL = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>O</w:t></w:r></w:p>'
TABLE = (
    '<w:tbl><w:tblPr><w:tblCaption w:val="Sizes sold"/></w:tblPr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>'
)
INLINE = [
    (f'{run("left")}<w:del><w:r><w:delText xml:space="preserve"> gone </w:delText></w:r></w:del>{run("right")}',
     "left right", "gone"),
    (f'{run("left")}<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> gone </w:t></w:r>{run("right")}',
     "left right", "gone"),
    (f'{run("photo")}<w:del w:id="1"><w:r><w:delText xml:space="preserve"> </w:delText></w:r></w:del>{run("graph")}',
     "photograph", ""),
    (f'{run("one")}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>{run("two")}', "one→two", ""),
    (f'{run("one")}<w:r><w:sym w:font="Unknown" w:char="F0E0"/></w:r>{run("two")}', "one two", ""),
    (f'{run("one ")}<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0e0</w:t></w:r>{run(" \uf0b7\uf001")}',
     "one → •", ""),
    (f'<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>{run("-helix")}', "α-helix", ""),
    (f'{run("Let ")}{FRACTION}{run(" be.")}', "Let a/(b+c)√de^2 be.", ""),
    (f'{run("In ")}{field("FORMDROPDOWN", "", DROP_DOWN)}{run(".")}', "In Gold.", "Silver"),
    (f'{field("FORMCHECKBOX", "", TICKED)}{run(" yes")}', "☒ yes", ""),
    (f'{run("Read ")}{field("HYPERLINK &quot;https://example.org/&quot; \\o &quot;An archive&quot;", "this")}',
     "Read this", "An archive"),
    (f'{run("Name: ")}{PROMPT.format(run("Click here"))}', "Name:", "Click here"),
    (f'{run("In ")}{CHOICE.format(run("Kobe"))}', "In Kobe", "Osaka"),
    ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A drawn arrow"/></wp:inline></w:drawing></w:r>'
     f'{run("Here")}', "Here", "A drawn arrow"),
    (f'{box(line("outer") + "<w:p>" + box(line("inner")) + "</w:p>")}{run("host")}', "outer inner host", ""),
    (f'{run("kept")}<w:del w:id="1">{run(" cut")}<w:r><w:footnoteReference w:id="2"/></w:r></w:del>', "kept",
     "cut A note of it."),
]  # fmt: skip
BLOCKS = [
    (CAPITAL + line("nce upon a time."), "Once upon a time.", ""),
    (TABLE.format(line("one") + line("two"), line("three")), "one two three", "Sizes sold"),
    (PROMPT.format(line("Click here")) + line("end"), "end", "Click here"),
    (f'<mc:AlternateContent><mc:Choice Requires="x">{line("once")}</mc:Choice><mc:Fallback>{line("once")}'
     "</mc:Fallback></mc:AlternateContent>", "once", ""),
]  # fmt: skip


def document_with(blocks: str) -> bytes:
    """A file with these blocks under a title and a line, and a note that words may hang on."""
    document = make.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph("Top", style="Title")
    document.add_heading("Part", 1)
    document.add_paragraph("First of all.")
    for node in make.element(f"<w:body>{blocks}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, node)
    make.add_notes(document, "footnote", ["A note of it."])
    return make.saved(document)


@pytest.mark.parametrize(
    ("blocks", "drafted", "named"), [*((f"<w:p>{xml}</w:p>", *rest) for xml, *rest in INLINE), *BLOCKS]
)
def test_words_stay_apart_and_what_is_not_drafted_is_named(blocks, drafted, named):
    reading = read_whole(document_with(blocks), "")
    text = " ".join(words(reading.draft))
    assert text.split("First of all. ", 1)[1].removeprefix("Part ") == drafted
    said = [note.text for note in reading.notes if note.confidence == "left_out" and note.code != "fields"]
    assert [text for text in said if text != "A note of it."] == ([named] if named else [])


HEADER = f"<w:hdr><w:p>{box(line('above every page'))}</w:p></w:hdr>"
DIAGRAM = (
    '<d:x xmlns:d="urn:d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>first step</a:t>'
    "</a:p><a:p><a:t>second step</a:t></a:p></d:x>"
)


def test_what_a_file_holds_twice_is_named_once():
    parts = {
        "word/header9.xml": make.with_names(HEADER).encode(),
        "word/diagrams/data1.xml": DIAGRAM.encode(),
        "word/diagrams/drawing1.xml": DIAGRAM.encode(),
        "customXml/item1.xml": b"<sources><author>Ada Writer</author><title>A book</title></sources>",
    }
    notes = read_whole(make.rebuilt(document_with(line("end")), parts), "").notes
    texts = [note.text for note in notes if note.code in ("left_behind", "custom_data")]
    assert sorted(texts) == ["A note of it.", "Ada Writer A book", "above every page", "first step", "second step"]


def test_boxes_and_tables_in_a_note_are_read_once():
    document = make.Document()
    make.hang_note(document.add_paragraph("Hung."), "footnote", 2)
    held = box(line("boxed")).replace("<w:r>", f"<w:r {MC}>", 1)
    table = f"<w:tbl><w:tr><w:tc>{line('in a cell')}</w:tc></w:tr></w:tbl>"
    make.add_notes(document, "footnote", [f"Before.</w:t></w:r>{held}</w:p>{table}<w:p><w:r><w:t>After."])
    content = make.saved(document)
    reading = read_whole(content, "")
    assert words_of_draft(reading.draft) + words_of_report(reading.notes) == words_of_file(content)
