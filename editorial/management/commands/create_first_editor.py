"""Create the first editor's sign-in, when nobody can sign in yet."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.first_editor import SignInFileExists, create_first_editor


class Command(BaseCommand):
    help = "Creates the first editor with a random password, kept in a file that only its owner can read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--file",
            type=Path,
            default=settings.VAR_DIR / "first-sign-in.txt",
            help="where the password is written (default: %(default)s)",
        )

    def handle(self, *args, **options) -> None:
        path = options["file"]
        address = f"{settings.WAGTAILADMIN_BASE_URL}{settings.ADMIN_PATH}"
        try:
            created = create_first_editor(path, address)
        except SignInFileExists as error:
            raise CommandError(
                f"{path} holds the sign-in of an earlier magazine. Move it away and run this command again."
            ) from error
        if created:
            self.stdout.write(f"The first editor's sign-in is in {path}")
