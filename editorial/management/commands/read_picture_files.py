"""Read the files of pictures that came in by other ways than a form, so that their like is noticed."""

from django.core.management.base import BaseCommand

from editorial.actions.picture_facts import read_missing


class Command(BaseCommand):
    """Keep the fingerprints and the words of files not read yet."""

    help = "Reads the files of pictures that were not read yet: fingerprint, credit, caption. Run it after an import."

    def handle(self, *args, **options):
        total = 0
        while read := read_missing():
            total += read
        self.stdout.write(f"files read: {total}")
