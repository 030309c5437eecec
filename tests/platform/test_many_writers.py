"""Six editors save while the demo magazine is loaded, and nobody hears of a locked database."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests
from django.db import connection

from tests.support.databases import scratch_database
from tests.support.html import Document
from tests.support.server import Magazine, new_magazine

EDITORS = 6
PASSWORD = "six-editors-at-one-desk"
DESK = f"""
from django.contrib.auth import get_user_model
from editorial.models import HomePage, StandardPage
home = HomePage.objects.get()
for number in range({EDITORS}):
    get_user_model().objects.create_superuser(f"writer-{{number}}", password="{PASSWORD}")
    page = home.add_child(instance=StandardPage(title=f"Draft {{number}}", slug=f"draft-{{number}}", live=False))
    page.save_revision()
    print(page.pk)
"""

KEPT = """
from wagtail.models import Page
print(Page.objects.filter(draft_title__startswith="Draft, version ").count())
"""


@dataclass
class Editor:
    """One person with a browser session of their own, and what the server answered to each save."""

    address: str
    name: str
    page: str
    session: requests.Session = field(default_factory=requests.Session)
    answers: list[int] = field(default_factory=list)

    def fields(self, path: str) -> dict[str, str]:
        """What the form at this address would send."""
        answer = self.session.get(self.address + path, timeout=60)
        assert answer.status_code == 200, answer.text[:2000]
        form = Document(answer).select_one("form:has(input[name=csrfmiddlewaretoken])")
        inputs = {tag["name"]: tag.get("value", "") for tag in form.select("input[name]:not([type=checkbox])")}
        texts = {tag["name"]: tag.text.strip() for tag in form.select("textarea[name]")}
        return inputs | texts | {tag["name"]: "" for tag in form.select("select[name]")}

    def sign_in(self) -> None:
        data = self.fields("/admin/login/") | {"username": self.name, "password": PASSWORD}
        self.session.post(f"{self.address}/admin/login/", data=data, timeout=60).raise_for_status()

    def save_until(self, enough: threading.Event) -> None:
        """Type and let autosave send it, again and again, the way the editor's script does."""
        path = f"/admin/pages/{self.page}/edit/"
        data = self.fields(path)
        while not enough.is_set():
            data["title"] = f"Draft, version {len(self.answers)}"
            answer = self.session.post(
                self.address + path, data=data, headers={"Accept": "application/json"}, timeout=60
            )
            self.answers.append(answer.status_code)
            if answer.status_code == 200:
                data["overwrite_revision_id"] = answer.json()["revision_id"]


def test_six_editors_save_while_the_demo_loads(tmp_path: Path, django_db_setup):
    with scratch_database(tmp_path) as database_url:
        magazine = new_magazine(tmp_path, database_url)
        pages = magazine.manage("shell", "-v0", "-c", DESK).split()
        with magazine.served() as address:
            editors = [Editor(address, f"writer-{number}", page) for number, page in enumerate(pages)]
            for editor in editors:
                editor.sign_in()
            load_while_saving(magazine, editors)
        assert [line for line in magazine.log.splitlines() if " ERROR " in line or "locked" in line] == []
        assert [set(editor.answers) for editor in editors] == [{200}] * EDITORS
        assert min(len(editor.answers) for editor in editors) >= 3
        kept = magazine.manage("shell", "-v0", "-c", KEPT)
        assert kept.strip() == str(EDITORS)


def load_while_saving(magazine: Magazine, editors: list[Editor]) -> None:
    """Everybody saves from before the first row of the demo until after its last."""
    enough = threading.Event()
    with ThreadPoolExecutor(EDITORS) as desk:
        saving = [desk.submit(editor.save_until, enough) for editor in editors]
        try:
            magazine.manage("load_demo", "--max-width=400", "--no-renditions")
        finally:
            enough.set()
        for future in saving:
            future.result()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own settings")
def test_sqlite_lets_readers_read_while_one_writes():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (1,)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (60_000,)
    assert connection.transaction_mode == "IMMEDIATE"
    assert not connection.settings_dict["ATOMIC_REQUESTS"]
