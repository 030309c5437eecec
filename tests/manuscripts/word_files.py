"""Word files for the tests, made by python-docx as a writing program would."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def picture_bytes(file_format: str = "PNG", size: tuple[int, int] = (60, 40), colour: str = "teal") -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, file_format)
    return file.getvalue()


def saved(document) -> bytes:
    """The bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rebuilt(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with some of its parts replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            if entry.filename not in parts:
                after.writestr(entry.filename, before.read(entry))
        for name, part in parts.items():
            after.writestr(name, part)
    return file.getvalue()


def element(xml: str):
    """A piece of WordprocessingML."""
    return parse_xml(with_names(xml))


def with_names(xml: str) -> str:
    """The piece with the namespaces Word uses declared on its first element."""
    names = (
        f"{nsdecls('w', 'r', 'a', 'pic', 'wp')}"
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    end = min(at for at in (xml.find(" "), xml.find(">"), xml.find("/")) if at > 0)
    return f"{xml[:end]} {names}{xml[end:]}"


def add_notes(document, kind: str, texts: list[str]) -> None:
    """A part of footnotes or endnotes with ids from 2 on, as Word counts them."""
    notes = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r>'
        f"</w:p></w:{kind}>"
        for number, text in enumerate(texts, start=2)
    )
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    xml = f"<w:{kind}s {nsdecls('w')}>{separator}{notes}</w:{kind}s>"
    part = Part(PackURI(f"/word/{kind}s.xml"), f"{WORD}.{kind}s+xml", xml.encode(), document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")


def hang_note(paragraph, kind: str, number: int) -> None:
    """A mark of a note at the end of the paragraph."""
    paragraph._p.append(element(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'))


def add_link(paragraph, text: str, address: str) -> None:
    """A link at the end of the paragraph."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(element(f"<w:r><w:t>{text}</w:t></w:r>"))
    paragraph._p.append(link)


def track(paragraph, kind: str, text: str, author: str = "Sub-editor") -> None:
    """A tracked insertion ('ins') or deletion ('del') at the end of the paragraph."""
    tag = "delText" if kind == "del" else "t"
    paragraph._p.append(
        element(
            f'<w:{kind} w:id="90" w:author="{author}" w:date="2026-01-01T00:00:00Z">'
            f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{kind}>'
        )
    )


def add_text_box(paragraph, text: str) -> None:
    """A text box as Word writes it: twice, for newer and older programs."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        element(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def add_chunk(document, content: bytes, name: str, content_type: str) -> None:
    """A file that the document takes text from, at its end."""
    part = Part(PackURI(f"/word/{name}"), content_type, content, document.part.package)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relation = document.part.relate_to(part, kind)
    document.element.body.insert(len(document.element.body) - 1, element(f'<w:altChunk r:id="{relation}"/>'))


def add_picture(document, content: bytes, alt: str = "") -> None:
    """A picture in a paragraph of its own."""
    document.add_picture(io.BytesIO(content))
    drawing = document.paragraphs[-1]._p.find(f".//{qn('wp:docPr')}")
    drawing.set("descr", alt)


def add_style(document, name: str, based_on: str = "Normal"):
    """A paragraph style of the file's own."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[based_on]
    return style


def full_story() -> bytes:
    """A story with one of everything that a word processor offers."""
    document = Document()
    document.core_properties.title = "Untitled document"
    document.core_properties.author = "Somebody"
    document.add_paragraph("The silver machine", style="Title")
    document.add_paragraph("How a running shoe of the nineties came back for people who do not run.", style="Subtitle")
    document.add_paragraph("Words by Ada Writer")
    opening = document.add_paragraph("The first one was sold in ")
    opening.add_run("Kobe").bold = True
    opening.add_run(" and nobody ")
    opening.add_run("noticed").italic = True
    hang_note(opening, "footnote", 2)
    opening.add_run(". It has ")
    add_link(opening, "an archive", "https://example.org/archive?a=1&b=2")
    opening.add_run(" of its own, and ")
    add_link(opening, "a trap", "javascript:alert(1)")
    opening.add_run(".")
    document.add_heading("An empty chair", level=1)
    changed = document.add_paragraph("The office stood")
    track(changed, "ins", " quite empty")
    track(changed, "del", " full of strangers")
    changed.add_run(" for a year.")
    hang_note(changed, "endnote", 2)
    commented = document.add_paragraph()
    run = commented.add_run("Designers came and went.")
    document.add_comment(run, text="Which designers exactly?", author="Desk", initials="D")
    document.add_paragraph("one thing", style="List Bullet")
    document.add_paragraph("another thing", style="List Bullet")
    document.add_paragraph("first step", style="List Number")
    document.add_heading("A smaller matter", level=2)
    document.add_paragraph("It seemed to have been drawn in a hurry.", style="Quote")
    add_picture(document, picture_bytes(), "A silver shoe on a white table")
    document.add_paragraph("Figure 1: The fourteenth, in silver.", style="Caption")
    document.add_paragraph("Photograph by Jane Lens")
    add_text_box(document.add_paragraph("A paragraph with a box."), "Words standing in a box.")
    table = document.add_table(rows=3, cols=2)
    for row, (label, value) in enumerate([("Year", "Shoe"), ("1993", "The first"), ("2008", "The fourteenth")]):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    hidden = document.add_paragraph("Seen. ")
    hidden.add_run("Never meant to be seen.").font.hidden = True
    document.add_heading("The end of it", level=1)
    add_picture(document, picture_bytes("JPEG", colour="orange"))
    document.add_paragraph("© 2024 Silver House")
    document.sections[0].header.paragraphs[0].text = "Running header words"
    document.sections[0].footer.paragraphs[0].text = "Running footer words"
    add_notes(document, "footnote", ["Counted in the archive.", "A note nobody hangs anywhere."])
    add_notes(document, "endnote", ["From the annual report."])
    return saved(document)
