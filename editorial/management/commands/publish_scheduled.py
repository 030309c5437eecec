"""Run the schedule. Takes the place of Wagtail's command of the same name, so that operators' habits work."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.actions.desk_round import desk_round
from editorial.actions.publish_due import due_revisions, expired_items, publish_due


class Command(BaseCommand):
    """Publish what is due, take off what has expired, then remind and write letters; run it every few minutes."""

    help = "Publishes what is due and takes off what has expired. A refused page never holds back another."

    def add_arguments(self, parser):
        parser.add_argument("--dryrun", action="store_true", help="Say what would be done, change nothing.")

    def handle(self, *args, **options):
        if options["dryrun"]:
            self.preview()
            return
        done = publish_due()
        # The pages first: a letter can wait a minute.
        letters = desk_round()
        for heading, names in vars(done).items():
            for name in names:
                self.stdout.write(f"{heading}: {name}")
        if letters:
            self.stdout.write(f"letters: {letters}")
        if done.failed:
            self.stderr.write("Some pages failed; the log says why. They stay on the schedule.")
            raise SystemExit(1)

    def preview(self) -> None:
        """Print what is due."""
        now = timezone.now()
        for item in expired_items(now):
            self.stdout.write(f"would expire: {item}")
        for revision in due_revisions(now):
            self.stdout.write(f"would publish: {revision.object_str}")
