"""Read the files of pictures that came in by other ways than a form: their like is noticed, and they stand upright."""

from django.core.management.base import BaseCommand

from editorial.actions.picture_facts import read_missing


class Command(BaseCommand):
    """Keep the fingerprints and the words of files not read yet, and put right what was measured lying."""

    help = "Reads files of pictures not read yet: fingerprint, credit, caption, which way up. Run it after an import."

    def handle(self, *args, **options):
        total = 0
        while read := read_missing():
            total += read
        self.stdout.write(f"files read: {total}")
