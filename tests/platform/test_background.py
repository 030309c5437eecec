"""What runs beside the served magazine, in a process as `make run` starts it."""

from pathlib import Path

from tests.support.server import new_magazine

ONE_ROUND = """
import django
django.setup()
from scripts.background import make_pictures
make_pictures("--batch")
"""


def test_pictures_that_publishing_asks_for_are_made(tmp_path: Path):
    """The worker of the pictures starts and, told to end with its queue, ends well."""
    magazine = new_magazine(tmp_path, f"sqlite:///{tmp_path}/db.sqlite3")
    started = magazine.start("-c", ONE_ROUND)
    _printed, said = started.communicate(timeout=120)
    assert started.returncode == 0, said
    assert "No more tasks to run" in said
