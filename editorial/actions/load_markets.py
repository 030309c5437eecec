"""Countries and their regions, from a file that anyone can read and correct.

The file is CSV with a header: region, name, slug, code, currency, locale, time_zone, size_system, price_note. Names
are CLDR's for British English, slugs are ASCII, codes ISO 3166 and 4217, time zones IANA's.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from editorial.models import Market, Region

MARKETS_FILE = Path(__file__).resolve().parent.parent / "data" / "markets.csv"
FIELDS = ("name", "slug", "code", "currency", "locale", "time_zone", "size_system", "price_note")


class MarketsFileError(Exception):
    """A line of the file cannot be used; the message begins with file name and line number."""


@dataclass(frozen=True)
class Loaded:
    """How many markets were new, different, and as they should be."""

    created: int
    updated: int
    unchanged: int


def load_markets(path: Path = MARKETS_FILE) -> Loaded:
    """Bring regions and markets in line with the file, by country code; markets it does not name are left alone.

    All or nothing. Raises MarketsFileError at the first line that is wrong.
    """
    rows = read_rows(path)
    with transaction.atomic():
        regions = region_by_name(rows)
        known = {market.code: market for market in Market.objects.all()}
        tally = {"created": 0, "updated": 0, "unchanged": 0}
        for line, row in rows:
            tally[save_market(known.get(row["code"]) or Market(), row, regions, f"{path.name}, line {line}")] += 1
    return Loaded(**tally)


def read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Line number and columns of every row. Raises MarketsFileError for missing columns and for codes named twice."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"region", *FIELDS} - set(reader.fieldnames or ())
        if missing:
            raise MarketsFileError(f"{path.name}, line 1: the header lacks {', '.join(sorted(missing))}.")
        rows: list[tuple[int, dict[str, str]]] = []
        seen: dict[str, int] = {}
        for row in reader:
            line = reader.line_num
            if None in row or None in row.values():
                raise MarketsFileError(f"{path.name}, line {line}: it has more or fewer columns than the header.")
            if row["code"] in seen:
                raise MarketsFileError(f"{path.name}, line {line}: {row['code']} is on line {seen[row['code']]} too.")
            seen[row["code"]] = line
            rows.append((line, row))
    return rows


def region_by_name(rows) -> dict[str, Region]:
    """The regions the rows name, made where they are missing, in the order the file first names them."""
    names = dict.fromkeys(row["region"] for _line, row in rows)
    return {
        name: Region.objects.get_or_create(slug=slugify(name), defaults={"name": name, "sort_order": 10 * position})[0]
        for position, name in enumerate(names, start=1)
    }


def save_market(market: Market, row: dict[str, str], regions: dict[str, Region], where: str) -> str:
    """Write the row into the market where it differs; 'created', 'updated' or 'unchanged'."""
    is_new = market.pk is None
    wanted = {field: row[field] for field in FIELDS} | {"region": regions[row["region"]]}
    if not is_new and all(getattr(market, field) == value for field, value in wanted.items()):
        return "unchanged"
    for field, value in wanted.items():
        setattr(market, field, value)
    try:
        market.full_clean()
    except ValidationError as error:
        raise MarketsFileError(f"{where}: {' '.join(error.messages)}") from error
    market.save()
    return "created" if is_new else "updated"
