"""Every country a reader may choose, in five regions, so that a new magazine can name prices at once.

The columns of today are spelled out here; `manage.py load_markets` brings later changes of the file.
"""

import csv
from pathlib import Path

from django.db import migrations

MARKETS_FILE = Path(__file__).resolve().parent.parent / "data" / "markets.csv"
FIELDS = ("name", "slug", "code", "currency", "locale", "time_zone", "size_system", "price_note")
REGIONS = {
    "Europe": "europe",
    "Americas": "americas",
    "Asia Pacific": "asia-pacific",
    "Africa": "africa",
    "Middle East": "middle-east",
}


def open_markets(apps, schema_editor):
    Region = apps.get_model("editorial.Region")
    Market = apps.get_model("editorial.Market")
    regions = {
        name: Region.objects.get_or_create(slug=slug, defaults={"name": name, "sort_order": 10 * position})[0]
        for position, (name, slug) in enumerate(REGIONS.items(), start=1)
    }
    with MARKETS_FILE.open(encoding="utf-8", newline="") as file:
        markets = [
            Market(region=regions[row["region"]], **{field: row[field] for field in FIELDS})
            for row in csv.DictReader(file)
        ]
    Market.objects.bulk_create(markets, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_first_tree")]

    operations = [migrations.RunPython(open_markets, migrations.RunPython.noop)]
