"""`make test`: the whole suite on SQLite, then on PostgreSQL.

Arguments in PYTEST_ARGS are passed to both runs. The last line printed is pytest's own summary.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import packages, postgres, system_packages
from scripts.places import ROOT, VENV_PYTHON
from scripts.steps import Steps

# Two processes halve the time on two processors; a file's tests stay together, so its fixtures are made once.
PARALLEL = ["-n", "2", "--dist", "loadfile"]


@contextmanager
def postgresql_address() -> Iterator[str]:
    """The PostgreSQL to test on: TEST_DATABASE_URL, or a cluster of our own for as long as the block runs."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with postgres.cluster() as address:
        yield address


def run_suite(steps: Steps, title: str, database_url: str | None) -> int:
    """One run of pytest with files of its own; returns its exit code."""
    steps.say(f"==> {title}")
    with tempfile.TemporaryDirectory(prefix="sportshowroom-tests-") as folder:
        environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}}
        environment |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "sportshowroom.settings.test"}
        # A missing browser is a failure here, not a reason to skip.
        environment["BROWSER_TESTS"] = "required"
        if database_url:
            environment["DATABASE_URL"] = database_url
        extra = shlex.split(os.environ.get("PYTEST_ARGS", ""))
        command: list[str | Path] = [VENV_PYTHON, "-m", "pytest", *PARALLEL, *extra]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main() -> int:
    steps = Steps()
    try:
        packages.ensure(packages.RUNNING, packages.TESTING, steps=steps)
        system_packages.ensure(steps)
        with postgresql_address() as address:
            # Both run to their end: what fails on one database only is best seen beside the other.
            codes = [
                run_suite(steps, "The suite on SQLite", None),
                run_suite(steps, "The suite on PostgreSQL", address),
            ]
            return next((code for code in codes if code), 0)
    except (packages.InstallFailed, system_packages.NotInstalled, postgres.ClusterFailed) as error:
        steps.say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
