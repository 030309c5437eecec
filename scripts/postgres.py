"""A PostgreSQL cluster that exists for one test run."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Durability is for data that should outlive the tests.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "timezone": "UTC",
}
UNPRIVILEGED = ("postgres", "nobody")


class ClusterFailed(Exception):
    """PostgreSQL could not be started; what it said is the message."""


def find_binaries() -> Path | None:
    """The folder of the newest PostgreSQL's server programs, or None. Debian keeps them off the PATH."""

    def version(path: Path) -> int:
        found = re.search(r"/(\d+)/bin$", str(path))
        return int(found.group(1)) if found else 0

    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).parent)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def as_other_user() -> list[str]:
    """How to run a command as somebody else where we are root, whom PostgreSQL refuses; nothing otherwise."""
    if os.geteuid() != 0:
        return []
    known = {line.split(":")[0] for line in Path("/etc/passwd").read_text().splitlines()}
    user = next(user for user in UNPRIVILEGED if user in known)
    return ["runuser", "-u", user, "--"]


@contextmanager
def cluster(settings: Mapping[str, str] = SETTINGS) -> Iterator[str]:
    """Start a cluster in a temporary folder; yields the address of its maintenance database, stops it afterwards.

    It listens on a socket in that folder only, so it cannot meet another cluster. Raises ClusterFailed.
    """
    binaries = find_binaries()
    if binaries is None:
        raise ClusterFailed("PostgreSQL's initdb was not found.")
    folder = Path(tempfile.mkdtemp(prefix="sportshowroom-pg-"))
    other = as_other_user()
    if other:
        shutil.chown(folder, other[2])
    data = folder / "data"

    def call(*command: str | Path) -> None:
        # In a session of its own: Ctrl-C reaches us, and we stop it in order.
        done = subprocess.run(
            [*other, *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            start_new_session=True,
        )
        if done.returncode:
            raise ClusterFailed(f"{command[0]} failed:\n{done.stdout}")

    previous = signal.signal(signal.SIGTERM, _terminate)
    try:
        call(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = folder / "log"
        call(binaries / "pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{options} -k {folder}", "start")
        yield f"postgresql://postgres@/{folder}/postgres"
    finally:
        signal.signal(signal.SIGTERM, previous)
        if (data / "postmaster.pid").exists():
            call(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _terminate(_signal: int, _frame: object) -> None:
    """Leave through the `finally` above when a supervisor ends the run."""
    raise SystemExit(143)
