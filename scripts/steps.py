"""Telling a person what is being done, how far it is, and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

# How often a log, which cannot rewrite its last line, hears of progress.
SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """How far one step is. On a terminal one line is rewritten; in a log a new line comes every few seconds."""

    def __init__(self, stream: TextIO):
        self.stream = stream
        self.live = stream.isatty()
        self.last_line = time.monotonic()

    def show(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` things are finished."""
        line = f"    {done} of {total} {what}"
        if self.live:
            self.stream.write(f"\r\x1b[K{line}")
        elif time.monotonic() - self.last_line >= SECONDS_BETWEEN_LINES:
            self.stream.write(line + "\n")
            self.last_line = time.monotonic()
        self.stream.flush()

    def clear(self) -> None:
        """Leave the line to what comes next."""
        if self.live:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


class Steps:
    """The steps of one command, each with the time it took."""

    def __init__(self, stream: TextIO = sys.stdout):
        self.stream = stream
        self.started = time.monotonic()

    def say(self, line: str = "") -> None:
        """Print one line at once."""
        self.stream.write(line + "\n")
        self.stream.flush()

    @contextmanager
    def step(self, title: str) -> Iterator[Progress]:
        """Do one step inside the block; its time is printed when it succeeds."""
        self.say(f"==> {title}")
        progress = Progress(self.stream)
        started = time.monotonic()
        yield progress
        progress.clear()
        self.took(time.monotonic() - started)

    def took(self, seconds: float) -> None:
        """Print the time of the step above."""
        self.say(f"    {seconds:.1f} s")

    def total(self) -> str:
        """The time since the first step, as printed."""
        return f"{time.monotonic() - self.started:.1f} s"
