"""Figure numbers: pictures counted through a story."""

from collections.abc import Iterable, Iterator


def figure_numbers(sections: Iterable[dict]) -> dict[str, str]:
    """The number of each picture block as printed ('7', '7, 8', '13–15'), by block id.

    `sections` are the stored sections of a body; nothing they point at is loaded.
    """
    numbers: dict[str, str] = {}
    last = 0
    for block_id, count in picture_counts(sections):
        numbers[block_id] = printed_range(last + 1, last + count)
        last += count
    return numbers


def picture_counts(sections: Iterable[dict]) -> Iterator[tuple[str, int]]:
    """How many pictures each picture block holds, in reading order."""
    for section in sections:
        for block in section["value"].get("content") or ():
            if block["type"] == "image" and block["value"]["picture"].get("image"):
                yield block.get("id") or "", 1
            elif block["type"] in ("image_pair", "gallery") and block["value"]["pictures"]:
                yield block.get("id") or "", len(block["value"]["pictures"])


def printed_range(first: int, last: int) -> str:
    """One number, two, or the ends of a longer run."""
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"
