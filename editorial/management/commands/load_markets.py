"""Bring the markets in line with the file of countries."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.load_markets import MARKETS_FILE, MarketsFileError, load_markets


class Command(BaseCommand):
    help = "Loads regions and markets from a CSV file. Running it again changes only what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--file", type=Path, default=MARKETS_FILE, help="the CSV file (default: %(default)s)")

    def handle(self, *args, **options) -> None:
        try:
            loaded = load_markets(options["file"])
        except (MarketsFileError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Markets: {loaded.created} new, {loaded.updated} changed, {loaded.unchanged} as they were.")
