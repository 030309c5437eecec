"""What an editor is told about a manuscript, as plain data that can be kept."""

from collections import Counter
from dataclasses import asdict
from itertools import chain

from editorial.manuscripts.notes import Confidence, Note, Place
from editorial.manuscripts.pieces import Aside, Block, Draft, Facts, Picture, Prose, Quote, plain

# Order of the report: what asks for something first.
ORDER = (Confidence.LOOK, Confidence.LEFT_OUT, Confidence.GUESSED, Confidence.RECOGNISED)


def as_json(draft: Draft, notes: list[Note]) -> dict:
    """The report as kept: {'counts': {name: number}, 'notes': [note, …]}, notes in the order of reading."""
    return {"counts": counts(draft), "notes": without_nul([asdict(note) for note in notes])}


def without_nul(value):
    """The value without the one character that no database keeps; addresses may spell it out."""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, dict):
        return {name: without_nul(item) for name, item in value.items()}
    return [without_nul(item) for item in value] if isinstance(value, list) else value


def from_json(report: dict) -> dict[Confidence, list[Note]]:
    """The notes of a kept report, by confidence, in the order of the report. Empty ones are left out."""
    notes = [
        Note(
            code=note["code"],
            confidence=Confidence(note["confidence"]),
            place=Place(**note["place"]),
            text=note["text"],
            values=note["values"],
            block=note.get("block", ""),
            image=note.get("image", 0),
        )
        for note in report.get("notes", [])
    ]
    grouped = {confidence: [note for note in notes if note.confidence == confidence] for confidence in ORDER}
    return {confidence: members for confidence, members in grouped.items() if members}


def images_of(report: dict) -> set[int]:
    """The ids of the pictures in the library that a kept report speaks of."""
    return {note["image"] for note in report.get("notes", []) if note.get("image")}


def counts(draft: Draft) -> dict[str, int]:
    """What the draft is made of: words, sections, and blocks by kind."""
    blocks = [block for section in draft.sections for block in section.blocks]
    kinds = Counter(type(block).__name__.lower() for block in blocks)
    links = len(hrefs(draft))
    notes = sum(bool(span.note) for block in blocks for span in spans_of(block))
    return {
        "words": len(words(draft)),
        "sections": len(draft.sections),
        "pictures": kinds["picture"],
        "quotes": kinds["quote"],
        "tables": kinds["facts"],
        "links": links,
        "footnotes": notes,
    }


def hrefs(draft: Draft) -> set[str]:
    """Every address that the draft's running text links to."""
    blocks = chain.from_iterable(section.blocks for section in draft.sections)
    return {span.href for block in blocks for span in spans_of(block) if span.href}


def spans_of(block: Block):
    """Every span of a block."""
    if isinstance(block, Prose):
        for line in block.lines:
            yield from line.spans
    elif isinstance(block, Aside):
        for spans in block.paragraphs:
            yield from spans
    elif isinstance(block, Picture):
        yield from block.caption


def words(draft: Draft) -> list[str]:
    """Every word of the draft in the order of the page, notes where they hang."""
    texts = [draft.title, draft.standfirst, draft.byline]
    for section in draft.sections:
        texts.append(section.heading)
        for block in section.blocks:
            texts += texts_of(block)
    return " ".join(texts).split()


def texts_of(block: Block) -> list[str]:
    """The texts of a block."""
    if isinstance(block, Quote):
        return [block.text, block.attribution]
    if isinstance(block, Facts):
        return [block.title, *(cell for row in block.rows for cell in row)]
    if isinstance(block, Picture):
        return [block.alt, plain(block.caption), block.credit]
    groups = block.paragraphs if isinstance(block, Aside) else tuple(line.spans for line in block.lines)
    return ["".join(f" {span.note} " if span.note else span.text for span in spans) for spans in groups]
