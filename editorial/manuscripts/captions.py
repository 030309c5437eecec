"""Lines above and under pictures: captions and credits."""

import re
from collections.abc import Sequence
from dataclasses import replace

from editorial.manuscripts.credit_lines import is_credit, split_credit, tidy
from editorial.manuscripts.notes import Note, guessed, left_out, look, recognised
from editorial.manuscripts.pieces import Item, Line, Picture, Role, Spans, notes_of, without_beginning, without_end

LONGEST_CAPTION = 400
NUMBER = re.compile(
    r"^\s*(?:figure|fig|abbildung|abb|bild|illustration|image|imagen|figura|afbeelding|table|tabelle)\.?\s*\d+"
    r"\s*(?:[:.–—-]\s*|$)",
    re.IGNORECASE,
)


def caption_pictures(items: Sequence[Item]) -> tuple[list[Item], list[Note]]:
    """Give pictures the captions and credits that stand beside them, and take those lines out of the text.

    A picture that can't be used keeps none: its lines stay in the text.
    """
    done: list[Item] = []
    notes: list[Note] = []
    at = 0
    while at < len(items):
        group = pictures_from(items, at)
        if not group:
            done.append(items[at])
            at += 1
            continue
        at += len(group)
        frame = Frame(group)
        while at < len(items) and frame.takes_below(items[at]):
            at += 1
        while done and frame.takes_above(done[-1]):
            done.pop()
        done += frame.pictures
        notes += frame.notes
    return done, notes


def pictures_from(items: Sequence[Item], at: int) -> list[Picture]:
    """The pictures that stand directly one after the other from this place on."""
    group: list[Picture] = []
    while at < len(items):
        item = items[at]
        if not isinstance(item, Picture) or not item.content:
            break
        group.append(item)
        at += 1
        if item.caption or item.credit:
            break
    return group


class Frame:
    """One picture, or several in a row, and the lines around them."""

    def __init__(self, pictures: list[Picture]):
        self.pictures = pictures
        self.notes: list[Note] = []

    @property
    def has_caption(self) -> bool:
        return bool(self.pictures[-1].caption)

    @property
    def has_credit(self) -> bool:
        return bool(self.pictures[-1].credit)

    def takes_below(self, item: Item) -> bool:
        """Take the line under the picture if it belongs to it."""
        if not isinstance(item, Line) or (self.has_caption and self.has_credit):
            return False
        return self.take_credit(item) or self.take_split(item) or self.take_caption(item)

    def takes_above(self, item: Item) -> bool:
        """Take the line above the picture if it says it is a caption or credit and there is none below."""
        if not isinstance(item, Line):
            return False
        if not self.has_credit and self.take_credit(item):
            return True
        return not self.has_caption and item.role == Role.CAPTION and (self.take_split(item) or self.take_caption(item))

    def take_credit(self, line: Line) -> bool:
        """Read the whole line as a credit."""
        is_marked = line.role == Role.CREDIT
        if self.has_credit or line.role not in (Role.PROSE, Role.CAPTION, Role.CREDIT) or notes_of(line.spans):
            return False
        if not is_marked and not is_credit(line.text):
            return False
        link = next((span.href for span in line.spans if span.href), "")
        self.set_credit(line, tidy(line.text), link)
        return True

    def take_split(self, line: Line) -> bool:
        """Read a line as a caption that ends in a credit."""
        text = "".join(span.text for span in line.spans)
        is_short = line.role in (Role.PROSE, Role.CAPTION) and len(text) <= LONGEST_CAPTION
        found = None if self.has_credit or self.has_caption or not is_short else split_credit(text)
        if not found or notes_of(line.spans):
            return False
        link = next((span.href for span in reversed(line.spans) if span.href and span.text in found.credit), "")
        self.set_credit(line, found.credit, link)
        self.set_caption(line, without_end(line.spans, found.caption_length), is_sure=line.role == Role.CAPTION)
        return True

    def take_caption(self, line: Line) -> bool:
        """Read a line as the caption: by its style, or because it is short and all in italics."""
        if self.has_caption:
            return False
        is_short = len(line.text) <= LONGEST_CAPTION
        words = [span for span in line.spans if span.text.strip()]
        is_italic = line.role == Role.PROSE and is_short and bool(words) and all(span.italic for span in words)
        if line.role != Role.CAPTION and not is_italic:
            return False
        self.set_caption(line, line.spans, is_sure=line.role == Role.CAPTION)
        return True

    def set_credit(self, line: Line, credit: str, link: str) -> None:
        """One credit under several pictures is meant for all that have none."""
        for at, picture in enumerate(self.pictures):
            if not picture.credit:
                self.pictures[at] = replace(picture, credit=credit, credit_link=link)
        if len(self.pictures) > 1:
            self.notes.append(guessed("credit_shared", line.place, credit, count=str(len(self.pictures))))
        else:
            self.notes.append(recognised("credit", line.place, credit))

    def set_caption(self, line: Line, spans: Spans, *, is_sure: bool) -> None:
        """The caption of the last picture, without a number: the house counts figures itself."""
        text = "".join(span.text for span in spans)
        number = NUMBER.match(text) if is_sure else None
        if number:
            self.notes.append(left_out("figure_number", line.place, number[0].strip()))
            spans = without_beginning(spans, number.end())
        for note in notes_of(spans):
            self.notes.append(look("note_without_place", line.place, note))
        spans = tuple(span for span in spans if not span.note)
        self.pictures[-1] = replace(self.pictures[-1], caption=spans)
        self.notes.append((recognised if is_sure else guessed)("caption", line.place, line.text))
