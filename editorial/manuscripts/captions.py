"""Lines above and under pictures: captions and credits.

A wrong credit is worse than none, because a picture without one can't be published: what is unclear stays in the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editorial.manuscripts.captions_above import (
    follows_picture,
    is_marked,
    marked_from,
    may_end_picture_above,
    pictures_from,
    rows_with_lines_above,
)
from editorial.manuscripts.credit_lines import (
    is_credit,
    is_likely_credit,
    is_sentence_like,
    joined,
    rights_holder,
    split_credit,
    tidy,
)
from editorial.manuscripts.notes import Note, guessed, left_out, look, recognised
from editorial.manuscripts.pieces import (
    OPEN,
    Item,
    Line,
    Picture,
    Role,
    Span,
    Spans,
    notes_of,
    without_beginning,
    without_end,
)

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
    above = rows_with_lines_above(items)
    cells = {item.frame for item in items if isinstance(item, Picture)}
    # Frames with pictures in one cell only: what stands under the frame may be meant for them.
    counts = Counter(frame[0] for frame in cells)
    lone = {frame for frame in cells if counts[frame[0]] == 1}
    at = 0
    while at < len(items):
        pictures = pictures_from(items, at)
        if not pictures:
            done.append(items[at])
            at += 1
            continue
        group = Group(pictures)
        rows = above.get(at, 0)
        at += len(pictures)
        if rows:
            group.take_from_above(done, is_one_of_several=rows > 1)
        while at < len(items) and rows < 2 and group.takes_below(items[at], may_be_outside=group.frame in lone):
            at += 1
        if not rows:
            group.take_from_above(done)
        group.settle(is_before_picture=at < len(items) and isinstance(items[at], Picture))
        done += [*group.pictures, *group.refused]
        # The editor is shown the picture that a line was given to.
        number = str(group.pictures[-1].place.number)
        notes += [replace(note, values={"picture": number, **note.values}) for note in group.notes]
    return done, notes


@dataclass(frozen=True)
class Credit:
    """A credit that was read, and the line to put back where it can't be given to anybody."""

    text: str
    link: str
    line: Line
    is_sure: bool


class Group:
    """One picture, or several in a row, and the lines around them."""

    def __init__(self, pictures: list[Picture]):
        self.pictures = pictures
        self.frame = pictures[0].frame
        self.credits: list[Credit] = []
        self.refused: list[Line] = []
        self.notes: list[Note] = []

    @property
    def has_caption(self) -> bool:
        return bool(self.pictures[-1].caption)

    @property
    def has_credit(self) -> bool:
        return bool(self.credits or self.pictures[-1].credit)

    def takes_below(self, item: Item, *, may_be_outside: bool) -> bool:
        """Take the line under the pictures if it belongs to them."""
        if not isinstance(item, Line):
            return False
        has_inner = any(credit.line.frame == self.frame for credit in self.credits)
        if item.frame != self.frame and (item.frame != OPEN or not may_be_outside or has_inner):
            return False
        return self.take_credit(item) or self.take_split(item) or self.take_caption(item)

    def take_from_above(self, done: list[Item], *, is_one_of_several: bool = False) -> None:
        """Take the lines above that say they are caption or credit, for what is still missing.

        One of several in a row gets no credit from there: a credit between two pictures may be either one's.
        """
        start = len(done)
        while start and is_marked(done[start - 1], self.frame):
            start -= 1
        if not is_one_of_several and follows_picture(done, start, self.frame):
            return
        run = marked_from(done, start, self.frame)
        may_be_credit = not (self.has_credit or is_one_of_several or may_end_picture_above(done, start, self.frame))
        del done[start:]
        for line in run:
            if is_one_of_several:
                line = replace(line, is_sure=False)
            is_taken = may_be_credit and self.take_credit(line, is_sure=False)
            if not is_taken and line.role == Role.CAPTION:
                is_taken = (may_be_credit and self.take_split(line, is_sure=False)) or self.take_caption(line)
            if not is_taken:
                done.append(line)

    def take_credit(self, line: Line, *, is_sure: bool = True) -> bool:
        """Read the whole line as a credit. Further ones under the first are the same pictures'."""
        may_be = line.role in (Role.PROSE, Role.CAPTION, Role.CREDIT) and not notes_of(line.spans)
        if self.pictures[-1].credit or not may_be:
            return False
        says_so = line.role == Role.CREDIT or is_credit(line.text)
        if not says_so and (self.credits or not is_likely_credit(line.text)):
            return False
        link = next((span.href for span in line.spans if span.href), "")
        is_sure = is_sure and says_so and (line.role == Role.CREDIT or not is_sentence_like(line.text))
        self.credits.append(Credit(tidy(line.text), link, line, is_sure))
        return True

    def take_split(self, line: Line, *, is_sure: bool = True) -> bool:
        """Read a line as a caption that ends in a credit."""
        text = "".join(span.text for span in line.spans)
        is_short = line.role in (Role.PROSE, Role.CAPTION) and len(text) <= LONGEST_CAPTION
        found = None if self.has_credit or self.has_caption or not is_short else split_credit(text)
        if not found or notes_of(line.spans):
            return False
        link = next((span.href for span in reversed(line.spans) if span.href and span.text in found.credit), "")
        alone = replace(line, role=Role.PROSE, spans=(Span(found.credit, href=link),))
        self.credits.append(Credit(found.credit, link, alone, is_sure and found.is_sure))
        self.set_caption(line, without_end(line.spans, found.caption_length))
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
        self.set_caption(line, line.spans)
        return True

    def settle(self, *, is_before_picture: bool) -> None:
        """Enter what was read as credits. One under several pictures is meant for all; two that contradict each other
        are refused."""
        if not self.credits:
            return
        if len(self.pictures) > 1 and self.is_contradictory():
            self.refused = [credit.line for credit in self.credits]
            return
        text = joined([credit.text for credit in self.credits])
        link = next((credit.link for credit in self.credits if credit.link), "")
        # A second line just before the next picture could have been meant for that one.
        is_sure = all(credit.is_sure for credit in self.credits) and not (is_before_picture and len(self.credits) > 1)
        for at, picture in enumerate(self.pictures):
            self.pictures[at] = replace(picture, credit=text, credit_link=link)
            if len(self.pictures) > 1:
                self.notes.append(guessed("credit_shared", picture.place, text, count=str(len(self.pictures))))
            else:
                self.notes.append((recognised if is_sure else guessed)("credit", picture.place, text))

    def is_contradictory(self) -> bool:
        """Whether the credits name two makers or two holders, as those of pictures side by side do."""
        holders = [bool(rights_holder(credit.text)) for credit in self.credits]
        return holders.count(True) > 1 or holders.count(False) > 1

    def set_caption(self, line: Line, spans: Spans) -> None:
        """The caption of the last picture, without a number: the house counts figures itself."""
        text = "".join(span.text for span in spans)
        number = NUMBER.match(text) if line.role == Role.CAPTION else None
        if number:
            self.notes.append(left_out("figure_number", line.place, number[0].strip()))
            spans = without_beginning(spans, number.end())
        for note in notes_of(spans):
            self.notes.append(look("note_without_place", line.place, note))
        spans = tuple(span for span in spans if not span.note)
        picture = self.pictures[-1] = replace(self.pictures[-1], caption=spans)
        is_sure = line.role == Role.CAPTION and line.is_sure
        self.notes.append((recognised if is_sure else guessed)("caption", picture.place, line.text))
