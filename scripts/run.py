"""`make run`: from a clean clone to a magazine at an address, and the same again in seconds."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from scripts import packages
from scripts.places import ROOT, VENV, VENV_PYTHON, var_dir
from scripts.static_files import Collection
from scripts.steps import Steps

HOST = "127.0.0.1"
THREADS = 8
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


class CannotStart(Exception):
    """The magazine cannot be served; the message says why and what to do."""


def chosen_port() -> int:
    """The port from PORT, free to be used. Raises CannotStart."""
    value = os.environ.get("PORT") or "8000"
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise CannotStart(f"PORT is {value!r}; expected a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(value)))
        except OSError as error:
            another = int(value) % 65535 + 1
            raise CannotStart(
                f"Port {value} cannot be used ({error.strerror}). Try another: make run PORT={another}"
            ) from error
    return int(value)


def environment_for(address: str) -> dict[str, str]:
    """What every process of the magazine is told."""
    defaults = {"BASE_URL": address, "DJANGO_SETTINGS_MODULE": "sportshowroom.settings.embedded"}
    return {**defaults, **os.environ, "VAR_DIR": str(var_dir()), "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)}


def start_server(port: int, environment: dict[str, str]) -> subprocess.Popen:
    """gunicorn with one process and several threads: SQLite has one writer, and most of the work is waiting."""
    command: list[str | Path] = [
        VENV / "bin" / "gunicorn",
        "sportshowroom.wsgi",
        f"--bind={HOST}:{port}",
        "--workers=1",
    ]
    command += [f"--threads={THREADS}", "--log-level=warning", "--no-control-socket"]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def wait_until_ready(server: subprocess.Popen, address: str) -> None:
    """Wait for the first page. Raises CannotStart when the server stops, stays silent or has no front page."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise CannotStart("The server stopped; the reason stands above.")
        try:
            with urllib.request.urlopen(f"{address}/", timeout=SECONDS_TO_START):  # noqa: S310 - our own http address
                return
        except urllib.error.HTTPError as error:
            raise CannotStart(f"{address}/ answers {error.code}; the reason stands above.") from error
        except OSError:
            time.sleep(0.1)
    raise CannotStart(f"The server did not answer within {SECONDS_TO_START} seconds.")


def start_background(environment: dict[str, str]) -> subprocess.Popen:
    """Keep the schedule and encode pictures in the background, with a log of how far it is."""
    log = var_dir() / "log" / "renditions.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as file:
        command: list[str | Path] = [VENV_PYTHON, "-m", "scripts.background"]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT)


def announce(steps: Steps, address: str) -> None:
    """Where the magazine is and how to get in."""
    steps.say()
    steps.say(f"SPORTSHOWROOM   {address}/")
    steps.say(f"Editors         {address}/admin/")
    sign_in = var_dir() / "first-sign-in.txt"
    if sign_in.exists():
        steps.say(f"Sign-in         {sign_in}")
    steps.say(f"Pictures        {var_dir() / 'log' / 'renditions.log'} (made in the background, pages are complete)")
    steps.say(f"Started in      {steps.total()}. Ctrl-C stops it.")


def stop(processes: list[subprocess.Popen]) -> None:
    """Ask every process to end, and wait until it has."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run(steps: Steps, processes: list[subprocess.Popen]) -> int:
    """Everything from packages to the last reader. Processes still running when it ends are in `processes`."""
    port = chosen_port()
    address = f"http://{HOST}:{port}"
    environment = environment_for(address)
    # Sign-in, sessions and drafts live here: nobody else on the machine needs to look.
    var_dir().mkdir(parents=True, exist_ok=True, mode=0o700)

    packages.ensure(packages.RUNNING, steps=steps)
    # Compressing static files and migrating use one processor each.
    collection = Collection(environment)
    if collection.process:
        processes.append(collection.process)
    if subprocess.run([VENV_PYTHON, "-m", "scripts.prepare"], cwd=ROOT, env=environment, check=False).returncode:
        raise CannotStart("The database could not be made ready; the reason stands above.")
    if collection.process:
        with steps.step("Static files (the rest; they began with the database)"):
            collection.finish()
    with steps.step("Server and first page"):
        server = start_server(port, environment)
        processes.append(server)
        wait_until_ready(server, address)
    announce(steps, address)
    processes.append(start_background(environment))
    return server.wait()


def on_terminate(_signal: int, _frame: FrameType | None) -> None:
    """A supervisor's way of pressing Ctrl-C."""
    raise KeyboardInterrupt


def main() -> int:
    signal.signal(signal.SIGTERM, on_terminate)
    steps = Steps()
    processes: list[subprocess.Popen] = []
    try:
        return run(steps, processes)
    except KeyboardInterrupt:
        steps.say("\nStopped. `make run` continues where this ended.")
        return 0
    except (CannotStart, packages.InstallFailed) as error:
        steps.say(str(error))
        return 1
    except subprocess.CalledProcessError as error:
        steps.say(f"{error.cmd} failed; the reason stands above.")
        return 1
    finally:
        stop(processes)


if __name__ == "__main__":
    sys.exit(main())
