"""Programs the tests need that pip cannot install: a browser, PostgreSQL, a font."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.postgres import find_binaries
from scripts.steps import Steps

CHROMIUM = Path("/usr/bin/chromium")
FONTS = Path("/usr/share/fonts")


class NotInstalled(Exception):
    """Something is missing and may not be installed from here; the message is the command to type."""


def missing() -> list[str]:
    """Debian packages that are needed and absent, in the order apt should get them."""
    needed = []
    if not CHROMIUM.exists():
        needed.append("chromium")
    if not os.environ.get("TEST_DATABASE_URL") and find_binaries() is None:
        needed.append("postgresql")
    if not any(FONTS.rglob("*.ttf")):
        needed.append("fonts-dejavu-core")
    return needed


def ensure(steps: Steps) -> None:
    """Install what is missing where that is allowed. Raises NotInstalled with the exact command otherwise."""
    packages = missing()
    if not packages:
        return
    names = " ".join(packages)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise NotInstalled(
            f"The tests need {', '.join(packages)}. Please type:\n"
            f"    sudo apt-get update && sudo apt-get install --yes --no-install-recommends {names}\n"
            "and run make test again. (With TEST_DATABASE_URL set, PostgreSQL is not needed here.)"
        )
    with steps.step(f"Debian packages: {names}"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quiet = ["apt-get", "--quiet", "--quiet"]
        install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
        for command in ([*quiet, "update"], install):
            if subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
                raise NotInstalled(f"{' '.join(command)} failed; the reason stands above.")
