"""Look over everything that is live."""

import time

from django.core.management.base import BaseCommand

from editorial.actions.check_archive import check_archive


class Command(BaseCommand):
    help = "Runs the rules of the gate over every live page and keeps what they find for the report. Once a night."

    def handle(self, *args, **options) -> None:
        began = time.perf_counter()
        done = check_archive()
        seconds = time.perf_counter() - began
        self.stdout.write(f"{done.pages} pages, {done.errors} errors, {done.warnings} warnings, {seconds:.1f} s")
