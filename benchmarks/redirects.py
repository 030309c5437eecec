"""How many readers a second one worker process sends to shops, each of them counted."""

import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.db.models import Sum

from editorial.models import Offer, OutboundClick
from scripts.places import ROOT

SCRIPT = Path(__file__).with_suffix(".lua")
OFFERS, CONNECTIONS, WARM_UP, SECONDS = 2_000, 8, 3, 10
WORKERS = {
    "sync": ["--worker-class=sync"],
    "4 threads": ["--worker-class=gthread", "--threads=4"],
}


@dataclass(frozen=True)
class Measured:
    """One run: answers a second, the time half and 99 of 100 of them took at most, and clicks counted meanwhile."""

    worker: str
    readers: str
    requests: int
    per_second: float
    half: str
    most: str
    counted: int


@contextmanager
def served(address: str, options: list[str]) -> Iterator[int]:
    """One worker process with production's settings behind one proxy; yields its port."""
    port = 8200 + secrets.randbelow(700)
    environment = os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "sportshowroom.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "sportshowroom.example",
        "BEHIND_PROXY": "true",
        "TRUSTED_PROXIES": "1",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "gunicorn", "sportshowroom.wsgi", f"--bind=127.0.0.1:{port}", "--workers=1"]
    server = subprocess.Popen(
        [*command, *options, "--log-level=error", "--no-control-socket"], cwd=ROOT, env=environment
    )
    try:
        wait(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait(port: int, server: subprocess.Popen) -> None:
    """Wait until it answers. Raises RuntimeError when it never does."""
    for _attempt in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")


def ways(folder: Path) -> Path:
    """A file with open offers and the pages they are met on, one pair a line."""
    found = Offer.objects.shown().order_by("public_id")[:OFFERS].values_list("public_id", "product_id")
    path = folder / "ways"
    path.write_text("".join(f"{offer} {page}\n" for offer, page in found))
    return path


def load(port: int, seconds: int, pairs: Path, readers: str) -> str:
    """What wrk says of a run."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(SCRIPT)]
    done = subprocess.run(
        [*command, f"http://127.0.0.1:{port}", str(pairs), readers], capture_output=True, text=True, check=False
    )
    if done.returncode or "Socket errors" in done.stdout:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


def counted() -> int:
    """All clicks there are."""
    return OutboundClick.objects.aggregate(total=Sum("clicks"))["total"] or 0


def measure(port: int, worker: str, readers: str, pairs: Path, seconds: int) -> Measured:
    """One run against a server that is warm."""
    before = counted()
    said = load(port, seconds, pairs, readers)
    # wrk hangs up on the last few answers; their readers are counted a moment later.
    time.sleep(0.5)
    found = {
        name: re.search(pattern, said)[1]
        for name, pattern in {
            "requests": r"(\d+) requests in",
            "per_second": r"Requests/sec:\s+([\d.]+)",
            "half": r"50%\s+(\S+)",
            "most": r"99%\s+(\S+)",
        }.items()
    }
    return Measured(
        worker, readers, int(found["requests"]), float(found["per_second"]), found["half"], found["most"],
        counted() - before,
    )  # fmt: skip


def redirects(address: str) -> list[Measured]:
    """All runs: readers on each kind of worker, then those who are not counted. Raises RuntimeError without wrk."""
    if shutil.which("wrk") is None:
        raise RuntimeError("wrk was not found; Debian's package has the same name")
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        pairs = ways(Path(folder))
        for worker, options in WORKERS.items():
            with served(address, options) as port:
                load(port, WARM_UP, pairs, "reader")
                runs.append(measure(port, worker, "reader", pairs, SECONDS))
                if worker == "sync":
                    runs += [measure(port, worker, who, pairs, 3) for who in ("head", "robot", "prefetch")]
    connection.close()
    return runs


def report(runs: list[Measured]) -> str:
    """The runs as a table."""
    lines = ["| worker | who asks | answers a second | half within | 99 % within | requests | counted |"]
    lines.append("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for run in runs:
        row = (run.worker, run.readers, f"{run.per_second:.0f}", run.half, run.most, run.requests, run.counted)
        lines.append(f"| {' | '.join(map(str, row))} |")
    return "\n".join(lines)
