"""`make bench`: fill a PostgreSQL, explain what the shops ask of it, measure the way out, write the results down."""

import os
import platform
import sys
from pathlib import Path

import django
from django.core.management import call_command

from benchmarks.server import database

RESULTS = Path(__file__).parent / "results"
OFFERS = 1_000_000


def machine() -> str:
    """What a reader of the numbers needs to know of the machine, and nothing else."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0].split()[0]
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, PostgreSQL {version}"


def main(wanted: set[str]) -> int:
    """Run the parts that were named, or all."""
    offers = int(os.environ.get("BENCH_OFFERS", OFFERS))
    with database() as address:
        django.setup()
        # Models can be imported once Django is set up, and Django once the database has an address.
        from benchmarks import fill, plans, redirects

        call_command("collectstatic", verbosity=0, interactive=False)
        if fill.is_empty():
            fill.fill(offers)
        if "plans" in wanted:
            write("plans.md", "What pages ask of a million offers", plans.report(plans.plans()))
        if "redirects" in wanted:
            runs = redirects.redirects(address)
            write("redirects.md", "Readers sent to shops by one worker process", redirects.report(runs))
    return 0


def write(name: str, title: str, report: str) -> None:
    """Put a report beside the others, with what was measured on which machine at its head."""
    from benchmarks import fill

    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(f"# {title}\n\n{machine()}. {fill.sizes()}\n\n{report}\n")
    print(f"benchmarks/results/{name}")


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:]) or {"plans", "redirects"}))
