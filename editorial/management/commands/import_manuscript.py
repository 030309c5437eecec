"""`manage.py import_manuscript FILE`: a draft from a manuscript, and the report."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from django.utils.translation import gettext as _

from editorial.actions.import_manuscript import import_manuscript
from editorial.manuscripts import report, wording
from editorial.manuscripts.reading import Source, Step, check_size
from editorial.manuscripts.refusals import ManuscriptRefused
from editorial.models import FeatureIndexPage, Manuscript, PersonPage


class Command(BaseCommand):
    """Brings one file in and prints what was read, with what confidence."""

    help = "Makes a draft feature of a Word, Markdown, HTML or text file and prints the report."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the manuscript: .docx, .md, .html or .txt")
        parser.add_argument("--author", default="", help="who wrote it: name or slug of a person in the catalogue")
        parser.add_argument("--user", default="", help="the editor the draft belongs to, by user name")

    def handle(self, *args, **options) -> None:
        path: Path = options["file"]
        if not FeatureIndexPage.objects.exists():
            raise CommandError(_("There is no features index to put the draft under."))
        author, user = self.person(options["author"]), self.editor(options["user"])
        try:
            check_size(path.stat().st_size)
            source = Source(path.read_bytes(), path.name)
            manuscript = import_manuscript(source, user=user, author=author, tell=self.tell)
        except OSError as error:
            raise CommandError(_("%(file)s can't be read: %(error)s") % {"file": path, "error": error}) from error
        except ManuscriptRefused as refused:
            refusal = {"file": path.name, "reason": wording.refusal(refused)}
            raise CommandError(_("%(file)s was not imported. %(reason)s") % refusal) from refused
        self.print_report(manuscript)

    def person(self, name: str) -> PersonPage | None:
        """The person of that name or slug. Raises CommandError for a name nobody has."""
        if not name:
            return None
        found = PersonPage.objects.filter(Q(title__iexact=name) | Q(slug=name)).first()
        if found is None:
            raise CommandError(_("Nobody in the catalogue is called '%(name)s'.") % {"name": name})
        return found

    def editor(self, name: str):
        """The user of that name. Raises CommandError for a name nobody has."""
        if not name:
            return None
        users = get_user_model()
        found = users.objects.filter(**{users.USERNAME_FIELD: name}).first()
        if found is None:
            raise CommandError(_("There is no editor '%(name)s'.") % {"name": name})
        return found

    def tell(self, step: Step) -> None:
        """Progress, on the error stream: the report is what is printed."""
        self.stderr.write(wording.stage(step))

    def print_report(self, manuscript: Manuscript) -> None:
        """The report as text."""
        self.stdout.write(f"{manuscript.page.title} (/admin/pages/{manuscript.page_id}/edit/)")
        self.stdout.write(", ".join(wording.summary(manuscript.report["counts"])))
        for confidence, notes in report.from_json(manuscript.report).items():
            self.stdout.write(f"\n{wording.HEADINGS[confidence]}")
            for note in notes:
                where = wording.place(note.place)
                beginning = f"  [{where}] " if where else "  "
                ending = f": {' '.join(note.text.split())}" if note.text else ""
                self.stdout.write(f"{beginning}{wording.sentence(note)}{ending}")
