"""Run the rules of the gate from the command line."""

from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Page

from editorial.actions.check_archive import live_pages
from editorial.checks.ground import Ground
from editorial.checks.places import with_place
from editorial.models import BasePage


class Command(BaseCommand):
    help = "Says what the rules object to in live pages. Ends with 1 where there is an error, with 0 otherwise."

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--page", type=int, metavar="ID", help="the latest version of this page alone")
        which.add_argument("--all", action="store_true", help="the latest version of every page, drafts too")

    def handle(self, *args, **options) -> None:
        ground = Ground()
        pages = errors = warnings = 0
        for page in self.chosen(**options):
            pages += 1
            name = f"{page.pk} {page.get_admin_display_title()}"
            for problem in page.all_problems(ground):
                errors += problem.stops
                warnings += not problem.stops
                self.stdout.write(f"{name}: {problem.severity} {problem.code}: {with_place(page, problem)}")
            ground.forget()
        self.stdout.write(f"{pages} pages, {errors} errors, {warnings} warnings")
        if errors:
            raise CommandError(f"{errors} errors", returncode=1)

    def chosen(self, *, page: int | None, **options) -> Iterator[BasePage]:
        """The versions to look at."""
        if page is None and not options["all"]:
            for some in live_pages():
                yield from some
            return
        wanted = Page.objects.filter(pk=page) if page is not None else Page.objects.filter(depth__gt=1)
        found = False
        for row in wanted.specific().iterator():
            if isinstance(row, BasePage):
                found = True
                yield row.get_latest_revision_as_object()
        if page is not None and not found:
            raise CommandError(f"There is no page {page} of the magazine.", returncode=2)
