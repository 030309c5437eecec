"""Collecting, hashing and compressing static files, when any of them changed."""

import hashlib
import subprocess
from pathlib import Path

from scripts.places import ROOT, VENV_PYTHON, var_dir

# What decides the result: our own files, the installed packages' files, and how they are stored.
FOLDERS = ("static", "editorial/static")
FILES = ("requirements.txt", "sportshowroom/settings/served.py")


def fingerprint() -> str:
    """A digest that changes with any file that is served."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    digest = hashlib.sha256()
    for path in [*paths, *(ROOT / name for name in FILES)]:
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Collection:
    """One run of `collectstatic`, beside whatever else happens. Started only when something changed."""

    def __init__(self, environment: dict[str, str]):
        self.stamp = var_dir() / "static" / ".fingerprint"
        self.fingerprint = fingerprint()
        self.process: subprocess.Popen | None = None
        if not self.stamp.is_file() or self.stamp.read_text() != self.fingerprint:
            command: list[str | Path] = [VENV_PYTHON, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment)

    def finish(self) -> None:
        """Wait for it. Raises subprocess.CalledProcessError when it failed; what it said stands above."""
        if self.process is None:
            return
        if self.process.wait():
            raise subprocess.CalledProcessError(self.process.returncode, "collectstatic")
        Path(self.stamp).write_text(self.fingerprint)
