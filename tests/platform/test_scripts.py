"""What the Makefile calls, on machines that are not like ours."""

import io
import socket
import sys
from pathlib import Path

import pytest

from scripts import system_packages
from scripts.postgres import find_binaries
from scripts.steps import Steps
from tests.support.process import ROOT, run


def program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def find_python(folder: Path):
    """Run the finder with only the given folder and the shell's own programs to look in."""
    program(folder, "cat", 'exec /bin/cat "$@"')
    return run("/bin/sh", "scripts/find_python.sh", PATH=str(folder))


def test_the_newest_python_that_runs_is_chosen(tmp_path):
    program(tmp_path, "python3.13", "exit 127")
    program(tmp_path, "python3.12", "exit 0")
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3.12")
    program(tmp_path, "python3.13", "exit 0")
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3.13")


def test_without_a_python_the_machine_is_told_what_to_install(tmp_path):
    program(tmp_path, "python3.13", "exit 127")
    result = find_python(tmp_path)
    assert result.returncode == 1
    assert "apt-get install python3 python3-venv" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1", "80 80"])
def test_a_bad_port_is_named(tmp_path, port):
    result = run(sys.executable, "-m", "scripts.run", PORT=port, VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stdout == f"PORT is {port!r}; expected a number from 1 to 65535.\n"


def test_a_taken_port_is_named_with_another_to_try(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(sys.executable, "-m", "scripts.run", PORT=str(port), VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert f"Port {port} cannot be used" in result.stdout
    assert "make run PORT=" in result.stdout


def test_help_lists_every_target():
    listed = run("make", "help").stdout
    targets = [line.split()[1] for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith(".PHONY")]
    assert {"run", "test", "dev", "lint", "clean"} <= set(targets)
    assert [name for name in targets if f"make {name} " not in listed] == []


def test_each_step_says_how_long_it_took():
    stream = io.StringIO()
    steps = Steps(stream)
    with steps.step("Database") as progress:
        progress.show(1, 3, "migrations")
    first, *rest = stream.getvalue().splitlines()
    assert first == "==> Database"
    assert rest[-1].endswith(" s")


def test_a_step_that_fails_does_not_look_finished():
    stream = io.StringIO()
    with pytest.raises(ValueError, match="no"), Steps(stream).step("Database"):
        raise ValueError("no")
    assert stream.getvalue() == "==> Database\n"


def test_postgresql_is_found_with_everything_it_takes_to_start_it():
    folder = find_binaries()
    if folder is None:
        pytest.skip("no PostgreSQL on this machine; make test installs it")
    assert (folder / "initdb").exists()
    assert (folder / "pg_ctl").exists()


def test_who_may_not_install_is_told_the_exact_command(monkeypatch, tmp_path):
    monkeypatch.setattr(system_packages, "CHROMIUM", tmp_path / "chromium")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(system_packages.NotInstalled) as refusal:
        system_packages.ensure(Steps(io.StringIO()))
    assert "sudo apt-get install --yes --no-install-recommends chromium" in str(refusal.value)


def test_a_given_database_makes_postgresql_unnecessary(monkeypatch):
    monkeypatch.setattr(system_packages, "find_binaries", lambda: None)
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    assert "postgresql" in system_packages.missing()
    monkeypatch.setenv("TEST_DATABASE_URL", "postgresql://desk@db.example/tests")
    assert "postgresql" not in system_packages.missing()
