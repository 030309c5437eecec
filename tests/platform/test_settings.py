"""Every way of starting, and every way of refusing to."""

import secrets
import stat
import sys

import pytest

from tests.support.process import manage, run

STRONG_KEY = secrets.token_urlsafe(64)
PRODUCTION = {"SECRET_KEY": STRONG_KEY, "ALLOWED_HOSTS": "sportshowroom.example"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DATABASE_URL", "mysql://localhost/magazine", "sqlite:////absolute/path.sqlite3 or postgresql://"),
        ("DATABASE_URL", "postgresql://localhost:port/magazine", "postgresql://user:password@host:5432/name"),
        ("DATABASE_URL", "sqlite://", "sqlite:////absolute/path.sqlite3"),
        ("LOG_LEVEL", "loud", "DEBUG or INFO or WARNING or ERROR"),
        ("MAIL_URL", "localhost", "smtp://host:25"),
        ("TASKS_BACKEND", "celery", "immediate or database"),
        ("TRUSTED_PROXIES", "10.0.0.0/8", "a whole number of at least 0"),
        ("TRUSTED_PROXIES", "-1", "a whole number of at least 0"),
        ("SHARED_CACHE_URL", "memcached://cache.example:11211", "redis://host:6379/0"),
        ("SHARED_CACHE_URL", "redis://cache.example/clicks", "redis://host:6379/0"),
        ("VAR_DIR", "relative/folder", "the absolute path of a folder"),
        ("BASE_URL", "sportshowroom.example", "https://sportshowroom.example"),
    ],
)
def test_a_bad_value_stops_with_one_line_naming_it(name, value, expected):
    result = manage("check", settings="development", **{name: value})
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert name in lines[0]
    assert repr(value) in lines[0]
    assert expected in lines[0]


def test_a_password_in_a_bad_address_is_not_printed():
    result = manage("check", settings="development", DATABASE_URL="postgresql://desk:hunter2@host:port/magazine")
    assert "DATABASE_URL" in result.stderr
    assert "hunter2" not in result.stderr


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 80}, "SECRET_KEY"),
        ({"SECRET_KEY": "django-insecure-" + STRONG_KEY}, "SECRET_KEY"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"HSTS_SECONDS": "a year"}, "HSTS_SECONDS"),
        ({"HTTPS_REDIRECT": "maybe"}, "HTTPS_REDIRECT"),
    ],
)
def test_production_refuses_to_start(change, named):
    result = manage("check", settings="production", **{**PRODUCTION, **change})
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"The magazine cannot start: {named} ")


def test_a_refused_key_is_not_printed():
    key = "weak-but-mine"
    assert key not in manage("check", settings="production", **{**PRODUCTION, "SECRET_KEY": key}).stderr


def test_production_passes_the_deployment_check():
    result = manage("check", "--deploy", "--fail-level", "WARNING", settings="production", **PRODUCTION)
    assert (result.returncode, result.stderr) == (0, "")
    assert "no issues (0 silenced)" in result.stdout


def test_the_server_stops_instead_of_restarting_a_worker_that_cannot_start(tmp_path):
    environment = {"DJANGO_SETTINGS_MODULE": "sportshowroom.settings.production", "VAR_DIR": str(tmp_path)}
    result = run(sys.executable, "-c", "import sportshowroom.wsgi", **environment)
    assert result.returncode == 3
    assert result.stderr.startswith("The magazine cannot start: SECRET_KEY ")


def test_the_embedded_key_is_made_once_and_for_its_owner_only(tmp_path):
    def key() -> str:
        return manage(
            "shell",
            "-v0",
            "-c",
            "from django.conf import settings; print(settings.SECRET_KEY)",
            settings="embedded",
            VAR_DIR=str(tmp_path),
        ).stdout.strip()

    first = key()
    assert len(first) > 50
    assert key() == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("secret-key*")] == ["secret-key"]


def settings_of(module: str, expression: str, **variables: str) -> str:
    """The value of an expression over `settings`, in a process of its own."""
    result = manage(
        "shell", "-v0", "-c", f"from django.conf import settings; print({expression})", settings=module, **variables
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_production_pools_its_connections_to_postgresql():
    url = "postgresql://desk:secret@db.example:5433/magazine"
    found = settings_of("production", "settings.DATABASES['default']", **PRODUCTION, DATABASE_URL=url)
    assert "'pool': {'min_size': 1, 'max_size': 8" in found
    assert "'PORT': 5433" in found
    assert "'CONN_MAX_AGE': 0" in found


def test_probes_are_answered_on_the_machine_itself_without_tls():
    code = (
        "from django.test import Client\n"
        "for path, host in (('/healthz', '127.0.0.1'), ('/', '127.0.0.1'), ('/healthz', 'stranger.example')):\n"
        "    print(Client().get(path, headers={'host': host}).status_code)"
    )
    result = manage("shell", "-v0", "-c", code, settings="production", **PRODUCTION)
    assert result.stdout.split() == ["200", "301", "400"]
    assert "Traceback" not in result.stderr


def test_mail_goes_where_the_address_says():
    url = "smtp+tls://desk:p%40ss@mail.example"
    found = settings_of("production", "settings.MAILERS['default']['OPTIONS']", **PRODUCTION, MAIL_URL=url)
    assert "'host': 'mail.example', 'port': 587, 'username': 'desk', 'password': 'p@ss'" in found
    assert "'use_tls': True" in found


def test_the_worker_is_chosen_by_the_environment():
    expression = "settings.TASKS['default']['BACKEND']"
    assert settings_of("embedded", expression) == "sportshowroom.tasks.AfterCommitBackend"
    assert settings_of("embedded", expression, TASKS_BACKEND="database") == "django_tasks_db.DatabaseBackend"
