"""Small files, finished files, no secrets of anybody's machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.process import ROOT

LIMITS = {".py": 400, ".html": 150, ".css": 200, ".js": 200}
TEST_LIMIT = 300
# Written by other tools and not read by people.
GENERATED = ("editorial/migrations/", "requirements", "static/vendor/")
CODE = (".py", ".html", ".css", ".js", ".sh", ".toml", ".txt", ".md", ".in")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|raise NotImplemented" r"Error")


def tracked() -> list[Path]:
    """Every file of the repository, as relative paths, including new ones that are not ignored."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [Path(name) for name in names if (ROOT / name).is_file() and not name.startswith(GENERATED)]


FILES = tracked()


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def limit(path: Path) -> int | None:
    if path.parts[0] == "tests" and path.suffix == ".py":
        return TEST_LIMIT
    return LIMITS.get(path.suffix)


def test_the_listing_sees_the_repository():
    assert {Path("manage.py"), Path("Makefile"), Path("editorial/apps.py")} <= set(FILES)


def test_no_file_is_longer_than_a_person_reads_at_once():
    long = {str(path): len(text(path).splitlines()) for path in FILES if limit(path)}
    assert {name: lines for name, lines in long.items() if lines >= limit(Path(name))} == {}


def test_nothing_is_left_unfinished():
    found = [str(path) for path in FILES if path.suffix in CODE[:5] and UNFINISHED.search(text(path))]
    assert found == []


def test_no_module_is_a_drawer_for_everything():
    assert [str(path) for path in FILES if path.stem in {"utils", "helpers", "misc", "common"}] == []


@pytest.mark.parametrize("folder", ["editorial", "sportshowroom", "scripts"])
def test_every_module_says_what_it_is_for(folder):
    modules = [path for path in FILES if path.parts[0] == folder and path.suffix == ".py" and text(path).strip()]
    assert modules
    assert [str(path) for path in modules if ast.get_docstring(ast.parse(text(path))) is None] == []


def test_no_secret_or_data_is_kept_in_the_repository():
    names = [path for path in FILES if path.suffix in {".sqlite3", ".db", ".pem", ".key"} or path.name == ".env"]
    assert names == []
