"""Read every live story for what it names."""

import time

from django.core.management.base import BaseCommand

from editorial.actions.rewrite_mentions import rewrite_mentions
from editorial.actions.unlinked_mentions import rewrite_every_unlinked
from editorial.models import FeaturePage


class Command(BaseCommand):
    help = "Reads every live story again for the pages and terms it links to, and the names it leaves without a link."

    def handle(self, *args, **options) -> None:
        began = time.perf_counter()
        linked = sum(rewrite_mentions(feature) for feature in FeaturePage.objects.live().iterator(50))
        unlinked = rewrite_every_unlinked()
        seconds = time.perf_counter() - began
        self.stdout.write(f"{linked} mentions with a link, {unlinked} without, {seconds:.1f} s")
