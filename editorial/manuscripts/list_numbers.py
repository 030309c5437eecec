"""Lists that counted otherwise than ours, which begin at 1 and go on."""

import re
from collections.abc import Iterator, Sequence

from editorial.manuscripts.notes import Note, look
from editorial.manuscripts.pieces import Line, Role

WORD = re.compile(r"\w+")


def counted_otherwise(lines: Sequence[Line]) -> Iterator[Note]:
    """A note wherever a list of the draft, as `rich_text.lists` makes it, leaves the manuscript's count."""
    kinds: list[bool] = []
    counts: list[int] = []
    for line in lines:
        if line.role != Role.ITEM:
            kinds, counts = [], []
            continue
        depth = min(line.level, len(kinds))
        if len(kinds) > depth and kinds[depth] == line.is_ordered:
            del kinds[depth + 1 :], counts[depth + 1 :]
        else:
            kinds[depth:], counts[depth:] = [line.is_ordered], [0]
        counts[depth] += 1
        if line.number is None:
            continue
        looks_otherwise = counts[depth] == 1 and depth == 0 and not is_plain(line.label, line.number)
        if line.number != counts[depth] or looks_otherwise:
            yield look("list_numbers", line.place, line.text, number=line.label.rstrip(".:") or str(line.number))
            counts[depth] = line.number


def is_plain(label: str, number: int) -> bool:
    """Whether what was printed before an item is its number and no other word or letter."""
    return [word.lstrip("0") or "0" for word in WORD.findall(label)] in ([], [str(number)])
