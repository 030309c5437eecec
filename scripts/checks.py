"""Checks of the project that need no data: complete migrations, and production settings fit for the open web."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.places import ROOT, VENV_PYTHON

CHECKS = (
    ("sportshowroom.settings.test", ["makemigrations", "--check", "--dry-run"]),
    ("sportshowroom.settings.production", ["check", "--deploy", "--fail-level", "WARNING"]),
)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="sportshowroom-checks-") as folder:
        # A key for these few seconds; production takes its own from the environment.
        throwaway = {"SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": "sportshowroom.example"}
        for settings, arguments in CHECKS:
            environment = {**os.environ, **throwaway, "VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": settings}
            environment.pop("DATABASE_URL", None)
            command: list[str | Path] = [VENV_PYTHON, "manage.py", *arguments]
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
