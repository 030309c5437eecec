"""Running the magazine's own commands in a process of their own."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# What a fresh machine has; everything else is said by the test.
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")


def clean_environment(**variables: str) -> dict[str, str]:
    """The environment of a fresh machine plus the given variables."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | variables


def run(*command: str, timeout: float = 120, **variables: str) -> subprocess.CompletedProcess:
    """Run a command at the root of the project and return what it printed and its exit code."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=clean_environment(**variables),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def manage(*arguments: str, settings: str, **variables: str) -> subprocess.CompletedProcess:
    """Run manage.py with the named settings module; `var/` is a new folder unless VAR_DIR says otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        variables = {"VAR_DIR": folder, **variables, "DJANGO_SETTINGS_MODULE": f"sportshowroom.settings.{settings}"}
        return run(sys.executable, "manage.py", *arguments, **variables)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
