"""Where the places of a manuscript have gone: into which block of the draft, and which picture of the library."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from editorial.manuscripts.notes import Note, Place
from editorial.manuscripts.pieces import Block, Draft, Prose

PICTURE = "picture"


def located(notes: Sequence[Note], draft: Draft, body: Sequence[Mapping], image_ids: Mapping[int, int]) -> list[Note]:
    """The notes, each with the block its place has become and the picture it speaks of.

    `body` is the draft as `stored.body` gave it, its ids included; `image_ids` maps places of `draft.pictures()` to
    pictures in the library. A place that has gone into no block, or may be one of two, is left without; a note that
    speaks of another picture of the library keeps that.
    """
    blocks: dict[tuple[str, int], list[tuple[Place, str]]] = defaultdict(list)
    for place, block_id in places_of(draft, body):
        blocks[place.part, place.number].append((place, block_id))
    images: dict[tuple[str, int], list[tuple[Place, int]]] = defaultdict(list)
    for at, picture in enumerate(draft.pictures()):
        images[PICTURE, picture.place.number].append((picture.place, image_ids[at]))
    done = []
    for note in notes:
        pictured = Place(PICTURE, int(note.values[PICTURE])) if PICTURE in note.values else note.place
        image, block = the_one(images, pictured), the_one(blocks, note.place) or the_one(blocks, pictured)
        done.append(replace(note, block=block or "", image=note.image or image or 0))
    return done


def places_of(draft: Draft, body: Sequence[Mapping]) -> Iterator[tuple[Place, str]]:
    """Every place in the draft with the id of the block, or section, that it stands in."""
    for section, stored in zip(draft.sections, body, strict=True):
        if section.place.number:
            yield section.place, stored["id"]
        for block, item in zip(section.blocks, stored["value"]["content"], strict=True):
            for place in places_in(block):
                yield place, item["id"]


def places_in(block: Block) -> Iterator[Place]:
    """The places in the manuscript that a block was made of."""
    if isinstance(block, Prose):
        yield from (line.place for line in block.lines)
    else:
        yield block.place


def the_one[T](known: Mapping[tuple[str, int], Sequence[tuple[Place, T]]], place: Place) -> T | None:
    """What is known of a place. Files within the file count anew: then the words there have to agree."""
    candidates = known.get((place.part, place.number), ()) if place.number else ()
    # A text box stands where its paragraph does: either is near enough.
    same = [value for where, value in candidates if where == place]
    found = {value for where, value in candidates if agree(where.near, place.near)}
    return same[0] if same else found.pop() if len(found) == 1 else None


def agree(first: str, second: str) -> bool:
    """Whether the first words of two places may be of the same place: one may have been noted half-read."""
    first, second = " ".join(first.split()), " ".join(second.split())
    return first.startswith(second) or second.startswith(first)
