"""Encode pictures with what the processor has to spare, while the magazine is served.

First what pages print and nobody has encoded yet; then, for as long as the magazine runs, what publishing asks for.
Pages are complete without any of it, through on-demand addresses.
"""

import os

import django
from django.core.management import call_command

SECONDS_BETWEEN_LOOKS = 5.0


def main() -> None:
    os.nice(19)
    django.setup()
    call_command("make_renditions")
    call_command(
        "db_worker", backend_name="pictures", interval=SECONDS_BETWEEN_LOOKS, reload=False, startup_delay=False
    )


if __name__ == "__main__":
    main()
