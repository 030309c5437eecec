"""Encode the pictures that pages print."""

import time

from django.core.management.base import BaseCommand, CommandParser

from editorial.actions.make_renditions import every_use, front_page_uses, make_renditions


class Command(BaseCommand):
    help = "Encodes the renditions that pages print and that are not there yet. It may be stopped at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--front-page", action="store_true", help="only what the front page prints today")

    def handle(self, *args, **options) -> None:
        began = time.perf_counter()
        made = make_renditions(front_page_uses() if options["front_page"] else every_use(), self.say)
        lost = f", {made.unreadable} pictures could not be read" if made.unreadable else ""
        self.say(f"Renditions: {made.renditions} new in {time.perf_counter() - began:.0f} s{lost}.")

    def say(self, line: str) -> None:
        """Print a line at once, so that a reader of the log sees the work move."""
        self.stdout.write(line)
        self.stdout.flush()
