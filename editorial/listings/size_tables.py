"""The house's size tables, and the sizes of an offer in a market's system."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from editorial.choices import SizeSystem
from editorial.shopping.sizes import SYSTEMS, Chart, Charts, chart_for, read_charts, shown

FILE = Path(__file__).resolve().parent.parent / "data" / "sizes.csv"


@dataclass(frozen=True)
class SizeChoice:
    """A size a reader can choose: as the market writes it, and in every system, by which scripts know it again."""

    label: str
    systems: Mapping[str, str]


@dataclass(frozen=True)
class TableSize:
    """A size in the table. `gone`: every shop here said what it has, and none has this one."""

    text: str
    gone: bool


@dataclass(frozen=True)
class SystemRow:
    """One line of the size table: a system and all its sizes, smallest first."""

    label: str
    sizes: Sequence[TableSize]


@cache
def charts() -> Charts:
    """All tables, read once for the life of the process."""
    return read_charts(FILE.read_text(encoding="utf-8").splitlines())


def chart_of(product) -> Chart | None:
    """The table of the product's brand; None where we have none, and then nothing is converted."""
    return chart_for(charts(), product.brand.slug, product.sizing) if product.brand else None


def sizes_of(items: Iterable, system: str, chart: Chart | None) -> list[str]:
    """The sizes that can be had, in the market's system where the table knows them, else marked with their own."""
    found = []
    for item in items:
        size, found_in = shown(item.size, item.system, system, chart)
        found.append(size if found_in == system else f"{found_in} {size}")
    return sorted(dict.fromkeys(found), key=size_order)


def size_order(size: str) -> tuple[bool, float, str]:
    """Sizes in the market's own system first, by number: '42 2/3' after '42'."""
    parts = size.split()
    try:
        number = float(parts[0]) + sum(int(top) / int(bottom) for top, bottom in (p.split("/") for p in parts[1:]))
    except (ValueError, ZeroDivisionError):
        return True, 0.0, size
    return False, number, size


def is_foreign(size: str) -> bool:
    """Whether `sizes_of` left this size in the shop's own system."""
    return size.partition(" ")[0] in SYSTEMS


def size_choices(chart: Chart, system: str) -> list[SizeChoice]:
    """All sizes of a table, for a reader of a market with this system."""
    return [SizeChoice(row[system], row) for row in chart.rows]


def size_table(chart: Chart, system: str, known: Sequence[Sequence[str] | None]) -> list[SystemRow]:
    """The table in all four systems, the market's own first. `known` are each shop's sizes; None where it is silent."""
    told = all(sizes is not None and not any(map(is_foreign, sizes)) for sizes in known)
    left = {size for sizes in known for size in sizes or ()}
    gone = [bool(known) and told and row[system] not in left for row in chart.rows]
    order = sorted(SYSTEMS, key=lambda name: name != system)
    return [
        SystemRow(
            SizeSystem(name).label,
            [TableSize(row[name], is_gone) for row, is_gone in zip(chart.rows, gone, strict=True)],
        )
        for name in order
    ]
