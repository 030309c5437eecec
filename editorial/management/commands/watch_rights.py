"""Look after the rights of pictures, once a day."""

from django.core.management.base import BaseCommand

from editorial.actions.watch_rights import watch_rights


class Command(BaseCommand):
    """Open and close tasks, tell editors, delete the renditions of pictures that may not be shown."""

    help = (
        "Watches the rights of pictures: tasks and notices 30 and 7 days before the end; renditions deleted after it."
    )

    def handle(self, *args, **options):
        done = watch_rights()
        self.stdout.write(f"tasks opened: {done.opened}, closed: {done.closed}; renditions deleted: {done.renditions}")
