"""Manuscripts that are broken, locked, poisoned or too large: refused with a reason, or named in the report."""

import base64
import io
import zipfile

import pytest
from PIL import Image

from editorial.manuscripts import limits, wording
from editorial.manuscripts.pictures import look_at
from editorial.manuscripts.reading import check_size
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from tests.manuscripts import word_files as make
from tests.manuscripts.words import read_whole, words_of_draft

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


def refused(content: bytes, name: str = "story.docx", kind: str = "") -> Reason:
    """Why the manuscript is refused; every reason has a sentence for the editor."""
    with pytest.raises(ManuscriptRefused) as caught:
        read_whole(content, name, kind)
    assert len(wording.refusal(caught.value)) > 20
    return caught.value.reason


@pytest.fixture(scope="module")
def good() -> bytes:
    """A file there is nothing wrong with."""
    return make.full_story()


def with_text(good: bytes, old: bytes, new: bytes) -> bytes:
    """The file with something in its main part replaced."""
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        main = package.read("word/document.xml")
    assert old in main
    return make.rebuilt(good, {"word/document.xml": main.replace(old, new, 1)})


def test_locked_old_and_other_files(good):
    assert refused(LOCKED) == Reason.ENCRYPTED
    assert refused(OLE, "old.doc") == Reason.OLD_WORD
    assert refused(b"%PDF-1.7 whatever", "story.pdf") == Reason.KIND
    assert refused(b"PK\x03\x04 whatever") == Reason.CORRUPT
    assert refused(b"plain words", "story.docx") == Reason.CORRUPT
    assert refused(b"  \n ", "story.md") == Reason.EMPTY
    assert refused(make.rebuilt(good, {"mimetype": b"x", "[Content_Types].xml": b""})[:-40]) == Reason.CORRUPT


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["Astory.html", "images/image1.png"], Reason.PACKED),
        (["story.docx", "__MACOSX/._story.docx"], Reason.PACKED),
        (["Index/Document.iwa", "preview.jpg"], Reason.PAGES),
        (["Index.zip", "Data/a.jpg"], Reason.PAGES),
        (["mimetype", "content.xml", "readme.txt"], Reason.KIND),
        (["picture.jpg"], Reason.CORRUPT),
    ],
)
def test_packed_files_of_others(names, reason):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in names:
            package.writestr(name, b"words")
    assert refused(packed.getvalue(), "story.zip") == reason


def test_files_cut_off_or_scratched(good):
    assert refused(good[: len(good) // 2]) == Reason.CORRUPT
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        entry = package.getinfo("word/document.xml")
    start = entry.header_offset + 200
    assert refused(good[:start] + b"\xff" * 60 + good[start + 60 :]) == Reason.CORRUPT
    assert refused(with_text(good, b"</w:body>", b"")) == Reason.CORRUPT


def test_locked_entries(good):
    at = good.rindex(b"PK\x01\x02")
    assert refused(good[: at + 8] + b"\x01" + good[at + 9 :]) == Reason.ENCRYPTED


def test_macros(good):
    assert refused(make.rebuilt(good, {"word/vbaProject.bin": b"program"}), "story.docm") == Reason.MACROS
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        types = package.read("[Content_Types].xml")
    enabled = types.replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"vnd.ms-word.document.macroEnabled.main",
    )
    assert enabled != types
    assert refused(make.rebuilt(good, {"[Content_Types].xml": enabled})) == Reason.MACROS


def test_bombs(good, monkeypatch):
    assert refused(make.rebuilt(good, {"word/media/big.xml": b"0" * (limits.HARMLESS_PART + 1)})) == Reason.BOMB
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1000)
    assert refused(good) == Reason.BOMB


def test_a_size_that_lies(good, monkeypatch):
    """The list of contents says a few bytes; what is unpacked is counted all the same."""
    monkeypatch.setattr(limits, "LARGEST_PART", 2000)
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        sizes = {entry.filename: entry.file_size for entry in package.infolist()}
    assert sizes["word/document.xml"] > 2000
    assert refused(good) == Reason.BOMB


def test_documents_too_large_are_refused_by_their_size():
    with pytest.raises(ManuscriptRefused) as caught:
        check_size(200 * limits.MEGABYTE)
    assert caught.value.reason == Reason.TOO_LARGE
    assert "100 MB" in wording.refusal(caught.value)
    assert refused(b"x" * (limits.LARGEST_TEXT + 1), "story.txt") == Reason.TEXT_TOO_LARGE


def test_pictures_in_a_text_do_not_count_as_text():
    # Google Docs writes the pictures of a Markdown file under the text.
    picture = b"[image1]: <data:image/png;base64," + b"A" * limits.LARGEST_TEXT + b">"
    reading = read_whole(b"# T\n\nWords.\n\n![][image1]\n\n" + picture, "story.md")
    assert reading.draft.title == "T"


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_definitions_and_entities(good, doctype):
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        main = package.read("word/document.xml")
    head, _mark, rest = main.partition(b"?>")
    assert refused(make.rebuilt(good, {"word/document.xml": head + b"?>" + doctype + rest})) == Reason.DOCTYPE


def test_html_nested_beyond_reason():
    assert refused(b"<div>" * 5000 + b"words", "a.html") == Reason.TOO_DEEP
    for depth in (200, 2000):
        assert refused(b"> " * depth + b"words", "a.md") == Reason.TOO_DEEP
    deep = "".join(f"{'  ' * level}- item{level}\n" for level in range(40))
    assert words_of_draft(read_whole(deep.encode(), "a.md").draft)["item39"] == 1


def test_html_with_scripts_and_handlers():
    html = (
        b"<h1>T</h1><script>steal()</script><p onmouseover='x()'>Words <img src=x onerror=alert(1)> here"
        b"<iframe src='https://evil.example/'></iframe></p><style>p{}</style><svg><script>y()</script></svg>"
    )
    reading = read_whole(html, "a.html")
    texts = " ".join(note.text for note in reading.notes)
    assert all(words in texts for words in ("steal()", "https://evil.example/", "y()"))
    assert [line.text for section in reading.draft.sections for block in section.blocks for line in block.lines] == [
        "Words here"
    ]


def picture_in_html(content: bytes, kind: str = "png"):
    """The reading of a page with one picture written into it."""
    address = f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    return read_whole(f'<h1>T</h1><p>Words.</p><img alt="A shoe" src="{address}">'.encode(), "a.html")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<html><script>alert(1)</script>", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (make.picture_bytes("TIFF"), "not_a_picture"),
        (make.picture_bytes("BMP"), "not_a_picture"),
        (make.picture_bytes("PNG", (300, 300))[:-200], "picture_damaged"),
    ],
)
def test_pictures_that_are_none(content, problem):
    reading = picture_in_html(content)
    assert not reading.draft.pictures()
    assert problem in {note.code for note in reading.notes}
    assert "A shoe" in {note.text for note in reading.notes}


def test_pictures_that_lie_about_their_type():
    reading = picture_in_html(make.picture_bytes("JPEG"), "png")
    assert reading.draft.pictures()[0].name == "picture-1.jpg"
    assert "picture_of_other_type" in {note.code for note in reading.notes}


def test_pictures_of_too_many_pixels():
    assert look_at(make.picture_bytes(size=(100, 100)), most_pixels=9_999).problem == "picture_too_large"
    file = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(file, "PNG")
    assert look_at(file.getvalue()).problem == "picture_too_large"


def test_linked_pictures_are_named_and_not_fetched():
    reading = read_whole(b'<h1>T</h1><p>Words.</p><img src="http://127.0.0.1:9/a.jpg" alt="A shoe">', "a.html")
    note = next(note for note in reading.notes if note.code == "picture_not_fetched")
    assert note.text == "http://127.0.0.1:9/a.jpg"


def test_macros_under_another_name(good):
    """The types of parts and the lists of relations say what a part is, whatever it is called."""
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        types, relations = (package.read(name) for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"))
    part = b'<Override PartName="/word/stuff.bin" ContentType="application/vnd.ms-office.vba&#80;roject"/></Types>'
    typed = {"word/stuff.bin": b"program", "[Content_Types].xml": types.replace(b"</Types>", part)}
    assert refused(make.rebuilt(good, typed)) == Reason.MACROS
    kind = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    relation = b'<Relationship Id="rId99" Type="' + kind + b'" Target="stuff.bin"/></Relationships>'
    related = {"word/_rels/document.xml.rels": relations.replace(b"</Relationships>", relation)}
    assert refused(make.rebuilt(good, {"word/stuff.bin": b"program", **related})) == Reason.MACROS
    assert read_whole(make.rebuilt(good, {"word/_rels/other.xml.rels": b"<unreadable"}))
