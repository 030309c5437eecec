"""The house's size tables, and the sizes of an offer in a market's system."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from editorial.shopping.sizes import Chart, Charts, chart_for, read_charts, shown

FILE = Path(__file__).resolve().parent.parent / "data" / "sizes.csv"


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
