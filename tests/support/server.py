"""A real server on a real database, as readers and editors meet it."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.process import ROOT, clean_environment, free_port

SECONDS_TO_START = 60


@dataclass
class Magazine:
    """One magazine: its folder, and the variables that every process of it gets."""

    folder: Path
    variables: dict[str, str]

    @property
    def address(self) -> str:
        """Where it is served, as http://127.0.0.1:port."""
        return self.variables["BASE_URL"]

    @property
    def log(self) -> str:
        """What the server wrote so far."""
        return (self.folder / "server.log").read_text()

    def manage(self, *arguments: str, timeout: float = 300) -> str:
        """Run a management command to its end; returns what it printed. Raises AssertionError when it failed."""
        result = self.start("manage.py", *arguments)
        printed, said = result.communicate(timeout=timeout)
        assert result.returncode == 0, said
        return printed

    def start(self, *arguments: str) -> subprocess.Popen:
        """Start a Python program of the magazine without waiting for it."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=clean_environment(**self.variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve it with gunicorn as `make run` does, while the block runs; yields its address."""
        command = [sys.executable, "-m", "gunicorn", "sportshowroom.wsgi", "--workers=1", "--threads=8"]
        command += [f"--bind={self.address.removeprefix('http://')}", "--log-level=warning", "--no-control-socket"]
        with (self.folder / "server.log").open("w") as log:
            server = subprocess.Popen(
                command, cwd=ROOT, env=clean_environment(**self.variables), stdout=log, stderr=log
            )
        try:
            self.wait(server)
            yield self.address
        finally:
            server.terminate()
            server.wait(timeout=20)

    def wait(self, server: subprocess.Popen) -> None:
        """Wait until the magazine is ready. Raises AssertionError with the server's log when it never is."""
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/readyz", timeout=10).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return
        raise AssertionError(f"the server did not start:\n{self.log}")


def new_magazine(folder: Path, database_url: str) -> Magazine:
    """A magazine in an empty folder, with static files as readers get them, served by nobody yet.

    An empty database is migrated first.
    """
    variables = {
        "BASE_URL": f"http://127.0.0.1:{free_port()}",
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "sportshowroom.settings.embedded",
        "VAR_DIR": str(folder),
    }
    magazine = Magazine(folder, variables)
    magazine.manage("migrate", "--verbosity=0")
    magazine.manage("collectstatic", "--noinput", "--verbosity=0")
    return magazine
