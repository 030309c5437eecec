"""Sizes in four systems, by brand and by whom the shoe is for. A size is a label, never a number: 42 2/3, 26.5."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SYSTEMS = ("EU", "UK", "US", "JP")
FIELDS = ["brand", "sizing", *SYSTEMS, "source"]


@dataclass(frozen=True)
class Chart:
    """The rows of one brand's table: each size in all systems. `source` says who published it."""

    source: str
    rows: tuple[Mapping[str, str], ...]

    def convert(self, size: str, system: str, wanted: str) -> str | None:
        """The size in another system; None where the table does not have it, for we do not guess."""
        name = plain(size)
        return next((row[wanted] for row in self.rows if row[system] == name), None)

    def column(self, system: str) -> list[str]:
        """All sizes in one system, smallest first."""
        return [row[system] for row in self.rows]


Charts = Mapping[tuple[str, str], Chart]


def plain(size: str) -> str:
    """A size as tables write it: '8,5' and '8½' are 8.5, '42⅔' is 42 2/3, 'EU 42.0' is 42."""
    text = size.strip().upper()
    for prefix in (*SYSTEMS, "CM"):
        text = text.removeprefix(prefix).strip()
    text = (
        text.removesuffix("CM").strip().replace(",", ".").replace("½", ".5").replace("⅓", " 1/3").replace("⅔", " 2/3")
    )
    return text.removesuffix(".0")


def read_charts(lines: Iterable[str]) -> dict[tuple[str, str], Chart]:
    """Tables by brand slug and sizing, from CSV lines. Raises ValueError naming the line that is wrong."""
    reader = csv.DictReader(lines)
    if reader.fieldnames != FIELDS:
        raise ValueError(f"line 1: the columns are {', '.join(FIELDS)}")
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    sources: dict[tuple[str, str], str] = {}
    for row in reader:
        if None in row or not all(row.values()):
            raise ValueError(f"line {reader.line_num}: every column needs a value, and there are {len(FIELDS)}")
        name = (row["brand"], row["sizing"])
        rows.setdefault(name, []).append({system: plain(row[system]) for system in SYSTEMS})
        if sources.setdefault(name, row["source"]) != row["source"]:
            raise ValueError(f"line {reader.line_num}: a table has one source")
    return {name: Chart(sources[name], tuple(found)) for name, found in rows.items()}


def chart_for(charts: Charts, brand: str, sizing: str) -> Chart | None:
    """The table of a brand; unisex shoes are labelled in men's sizes."""
    return charts.get((brand, sizing)) or (charts.get((brand, "men")) if sizing == "unisex" else None)


def shown(size: str, system: str, wanted: str, chart: Chart | None) -> tuple[str, str]:
    """The size as a market prints it, and the system it is in: its own where the table cannot say."""
    found = size if system == wanted else chart.convert(size, system, wanted) if chart else None
    return (plain(found), wanted) if found is not None else (plain(size), system)
