"""The virtual environment and the pinned Python packages in it."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from scripts.places import ROOT, VENV, VENV_PYTHON
from scripts.steps import Progress, Steps

RUNNING = "requirements.txt"
TESTING = "requirements-dev.txt"
STAMP = ".installed-"


class InstallFailed(Exception):
    """pip could not install a requirements file; what pip said is the message."""


def ensure(*names: str, steps: Steps) -> None:
    """Make the environment and install the named requirements files, where that has not been done.

    Raises InstallFailed.
    """
    if not works():
        with steps.step(f"Virtual environment in {VENV.name}/"):
            subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    for name in names:
        stamp = VENV / (STAMP + name)
        fingerprint = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        if stamp.is_file() and stamp.read_text() == fingerprint:
            continue
        with steps.step(f"Python packages of {name}") as progress:
            install(name, progress)
        stamp.write_text(fingerprint)


def works() -> bool:
    """Whether the environment exists and its interpreter still runs: the Python it was made from may be gone."""
    if not VENV_PYTHON.exists():
        return False
    return subprocess.run([VENV_PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def install(name: str, progress: Progress) -> None:
    """Install one locked requirements file. The lock is complete, so nothing is resolved and every file is checked."""
    total = len(re.findall(r"^[\w.-]+(\[[\w,-]+\])?==", (ROOT / name).read_text(), flags=re.MULTILINE))
    command: list[str | Path] = [
        VENV_PYTHON,
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar=off",
    ]
    command += ["--no-deps", "--require-hashes", "-r", ROOT / name]
    said: list[str] = []
    found = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as pip:
        for line in pip.stdout or ():
            said.append(line)
            if line.startswith(("Collecting", "Requirement already satisfied")):
                found += 1
                progress.show(found, total, "packages found")
            elif line.startswith("Installing collected packages"):
                progress.show(total, total, "packages found, installing them")
    if pip.returncode:
        raise InstallFailed("".join(said[-12:]).strip())
