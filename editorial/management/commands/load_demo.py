"""Load the demo magazine."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.make_renditions import front_page_uses, make_renditions
from editorial.checks import PublishRefused
from editorial.demo.loader import load_demo
from editorial.demo.sources import DemoDataError
from editorial.models import BrandPage


class Command(BaseCommand):
    help = "Loads the demo magazine. A second run adds only what is missing and changes nothing that is there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there is a brand already")
        parser.add_argument("--max-width", type=int, help="shrink the pictures to this many pixels first")
        parser.add_argument("--no-renditions", action="store_true", help="leave the front page's pictures to others")

    def handle(self, *args, **options) -> None:
        if options["if_empty"] and BrandPage.objects.exists():
            self.stdout.write("There are brands already: the demo magazine was not loaded.")
            return
        try:
            load_demo(self.say, options["max_width"])
        except DemoDataError as error:
            raise CommandError(str(error)) from error
        except PublishRefused as refusal:
            problems = " ".join(str(problem) for problem in refusal.problems)
            raise CommandError(f"{refusal.page}: {problems}") from refusal
        if not options["no_renditions"]:
            self.say("Pictures of the front page")
            make_renditions(front_page_uses(), self.say)

    def say(self, line: str) -> None:
        """Print a line at once, so that a reader of the log sees the load move."""
        self.stdout.write(line)
        self.stdout.flush()
