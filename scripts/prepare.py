"""Make the database ready for readers: migrations, the first sign-in, and a demo magazine when it is empty.

Runs inside the virtual environment; one process for all of it, because starting Django is most of the work of a second
run.
"""

import os
import sys
from io import StringIO

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from scripts.steps import Progress, Steps


class MigrationLines(StringIO):
    """Listens to `manage.py migrate` and counts the migrations it names."""

    def __init__(self, progress: Progress, total: int):
        super().__init__()
        self.progress = progress
        self.total = total
        self.done = 0

    def write(self, text: str) -> int:
        if "Applying" in text:
            self.done += 1
            self.progress.show(self.done, self.total, "migrations")
        return super().write(text)


def migrate(steps: Steps) -> None:
    """Apply the migrations the database has not seen; nothing is said when there are none."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        with steps.step("Database") as progress:
            call_command("migrate", interactive=False, stdout=MigrationLines(progress, len(plan)))


def is_empty() -> bool:
    """Whether nobody has written anything yet: no pages but the fixed ones, no pictures."""
    from editorial.models import BrandPage, EditorialImage, FeaturePage

    return not any(model.objects.exists() for model in (BrandPage, FeaturePage, EditorialImage))


def prepare(steps: Steps) -> None:
    """Bring the database from any state to one that can be served."""
    migrate(steps)
    call_command("create_first_editor")
    if is_empty():
        with steps.step("Demo magazine"):
            call_command("load_demo")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sportshowroom.settings.embedded")
    try:
        django.setup()
        prepare(Steps())
    except (CommandError, DatabaseError, ImproperlyConfigured) as error:
        sys.exit(f"The magazine cannot start: {error}")


if __name__ == "__main__":
    main()
