"""A real server on a real database, as readers and editors meet it."""

import socket
import subprocess
import sys
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
        with self.listening() as listener, (self.folder / "server.log").open("w") as log:
            number = listener.fileno()
            command = [sys.executable, "-m", "gunicorn", "sportshowroom.wsgi", "--workers=1", "--threads=8"]
            command += [f"--bind=fd://{number}", "--log-level=warning", "--no-control-socket"]
            server = subprocess.Popen(
                command, cwd=ROOT, env=clean_environment(**self.variables), stdout=log, stderr=log, pass_fds=[number]
            )
        try:
            self.ask_whether_ready()
            yield self.address
        finally:
            server.terminate()
            server.wait(timeout=20)

    def listening(self) -> socket.socket:
        """A socket at the magazine's address that takes requests before anybody answers them: nobody need ask twice."""
        host, _colon, port = self.address.removeprefix("http://").partition(":")
        return socket.create_server((host, int(port)))

    def ask_whether_ready(self) -> None:
        """Wait for the first answer. Raises AssertionError with the server's log when it is no good one."""
        try:
            urllib.request.urlopen(f"{self.address}/readyz", timeout=SECONDS_TO_START).close()
        except OSError as error:
            raise AssertionError(f"the server did not start:\n{self.log}") from error


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
