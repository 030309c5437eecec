"""Which pictures have their captions and credits above them.

A line between two pictures says nothing of itself about which one it means. It is the upper one's, unless every picture
of a row has such a line above it and the last has none below.
"""

from collections.abc import Sequence

from editorial.manuscripts.credit_lines import is_credit
from editorial.manuscripts.pieces import OPEN, Frame, Item, Line, Picture, Role

# Under a picture a caption in plain words may stand above the credit.
MOST_LINES_BETWEEN = 2


def is_marked(item: Item, frame: Frame) -> bool:
    """Whether a line of this frame says of itself that it is a caption or a credit."""
    if not isinstance(item, Line) or item.frame != frame:
        return False
    return item.role in (Role.CAPTION, Role.CREDIT) or (item.role == Role.PROSE and is_credit(item.text))


def marked_from(items: Sequence[Item], at: int, frame: Frame) -> list[Line]:
    """The lines from this place on that say they are captions or credits."""
    run: list[Line] = []
    while at < len(items) and is_marked(items[at], frame):
        run.append(items[at])  # type: ignore[arg-type]
        at += 1
    return run


def pictures_from(items: Sequence[Item], at: int) -> list[Picture]:
    """The pictures that stand directly one after the other from this place on, in one frame."""
    group: list[Picture] = []
    while at < len(items):
        item = items[at]
        if not isinstance(item, Picture) or not item.content or (group and item.frame != group[0].frame):
            break
        group.append(item)
        at += 1
        if item.caption or item.credit:
            break
    return group


def follows_picture(items: Sequence[Item], at: int, frame: Frame) -> bool:
    """Whether a picture, or a frame around pictures, stands right above the item in this place."""
    above = items[at - 1] if at else None
    if frame == OPEN:
        return isinstance(above, Picture) or (isinstance(above, Line) and above.frame != OPEN)
    return isinstance(above, Picture) and above.frame == frame


def may_end_picture_above(items: Sequence[Item], at: int, frame: Frame) -> bool:
    """Whether a credit in this place may be that of a picture further up, which has none, under its plain caption."""
    for item in reversed(items[max(0, at - MOST_LINES_BETWEEN - 1) : at]):
        if isinstance(item, Picture):
            return not item.credit and frame in (OPEN, item.frame)
        if not isinstance(item, Line) or item.role == Role.HEADING:
            return False
    return False


def rows_with_lines_above(items: Sequence[Item]) -> dict[int, int]:
    """Where groups of pictures begin whose lines stand above them, and how many such groups follow one another."""
    found: dict[int, int] = {}
    at = 0
    while at < len(items):
        item = items[at]
        frame = item.frame if isinstance(item, Line) else OPEN
        run = marked_from(items, at, frame)
        if not run or follows_picture(items, at, frame):
            at += max(1, len(run))
            continue
        begins: list[int] = []
        kinds: set[frozenset[bool]] = set()
        while run and (group := pictures_from(items, at + len(run))) and group[0].frame == frame:
            begins.append(at + len(run))
            kinds.add(frozenset(line.role == Role.CAPTION for line in run))
            at += len(run) + len(group)
            run = marked_from(items, at, frame)
        if begins and not run and len(kinds) == 1:
            found.update(dict.fromkeys(begins, len(begins)))
        at += len(run)
    return found
