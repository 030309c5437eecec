"""What runs beside the served magazine, with what the processor has to spare: the schedule and the pictures.

Pictures: first what pages print and nobody has encoded yet; then, for as long as the magazine runs, what publishing
asks for. Pages are complete without any of it, through on-demand addresses.
"""

import logging
import os
from threading import Event, Thread

import django
from django.core.management import call_command
from django.db import close_old_connections

SECONDS_BETWEEN_LOOKS = "5"
SECONDS_BETWEEN_SCHEDULES = 60.0

logger = logging.getLogger(__name__)


def keep_schedule(ended: Event) -> None:
    """Publish what is due, take off what has expired, remind and write letters, every minute until `ended` is set."""
    # Models can be imported only once Django is set up.
    from editorial.actions.check_archive import check_archive_if_due
    from editorial.actions.desk_round import desk_round
    from editorial.actions.publish_due import publish_due
    from editorial.actions.unlinked_mentions import rewrite_every_unlinked

    while True:
        try:
            publish_due()
            desk_round()
            if check_archive_if_due():
                rewrite_every_unlinked()
        # Whatever stops one round, the next one is owed to everything else that is due.
        except Exception:
            logger.exception("The schedule stopped half-way; it is tried again in a minute")
        if ended.wait(SECONDS_BETWEEN_SCHEDULES):
            return
        # A connection that broke since is made anew.
        close_old_connections()


def make_pictures(*options: str) -> None:
    """Encode what pages print and nobody has encoded, then what is asked for; `options` go to the worker of tasks."""
    call_command("make_renditions")
    call_command("read_picture_files")
    # As words, as on a command line: the worker looks at the backend it would take by default, too.
    worker = ["db_worker", "--backend", "pictures", "--interval", SECONDS_BETWEEN_LOOKS, "--no-reload"]
    call_command(*worker, "--no-startup-delay", *options)


def main() -> None:
    """Set Django up and work until the magazine stops. Pictures that fail leave the schedule running."""
    os.nice(19)
    django.setup()
    ended = Event()
    schedule = Thread(target=keep_schedule, args=[ended], name="schedule")
    schedule.start()
    try:
        make_pictures()
    except Exception:
        logger.exception("Pictures are no longer made in the background; start the magazine anew to try again")
        schedule.join()
    finally:
        ended.set()


if __name__ == "__main__":
    main()
