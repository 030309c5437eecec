"""Reading the environment, loud on a bad value.

django-environ casts; this module turns what goes wrong into one sentence that names the variable, the value it holds
and the form it should have. `manage.py` and `wsgi.py` print that sentence and stop.
"""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

# Django's own rule for a usable key (security.W009).
SECRET_KEY_LENGTH = 50
SECRET_KEY_VARIETY = 5

MAIL_SECURITY = {"smtp": {}, "smtp+tls": {"use_tls": True}, "smtps": {"use_ssl": True}}
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class BadSetting(ImproperlyConfigured):
    """A setting has a value that the magazine cannot start with. The message is one line, fit for an operator."""

    def __init__(self, name: str, value: str | None, expected: str):
        held = "is not set" if value is None else f"is {value!r}"
        super().__init__(f"{name} {held}; expected {expected}.")


def _read[T](name: str, default: T, cast: Callable[[str], T], expected: str) -> T:
    """The variable's value through `cast`, or `default` when unset. Raises BadSetting when `cast` cannot read it."""
    value = os.environ.get(name)
    if value is None:
        return default
    try:
        return cast(value.strip())
    except (ValueError, ImproperlyConfigured) as error:
        raise BadSetting(name, value, expected) from error


def flag(name: str, default: bool) -> bool:
    """A yes or no."""

    def cast(value: str) -> bool:
        words = {
            "true": True,
            "1": True,
            "yes": True,
            "on": True,
            "false": False,
            "0": False,
            "no": False,
            "off": False,
        }
        if value.lower() not in words:
            raise ValueError(value)
        return words[value.lower()]

    return _read(name, default, cast, "true or false")


def number(name: str, default: int, least: int = 0) -> int:
    """A whole number, at least `least`."""

    def cast(_value: str) -> int:
        found = env.int(name)
        if found < least:
            raise ValueError(found)
        return found

    return _read(name, default, cast, f"a whole number of at least {least}")


def one_of(name: str, default: str, words: tuple[str, ...]) -> str:
    """One word out of a short list."""

    def cast(value: str) -> str:
        if value not in words:
            raise ValueError(value)
        return value

    return _read(name, default, cast, " or ".join(words))


def words(name: str, default: list[str]) -> list[str]:
    """A list separated by commas; empty entries are dropped."""
    return [word.strip() for word in env.list(name, default=default) if word.strip()]


def folder(name: str, default: Path) -> Path:
    """An absolute folder; made when it does not exist."""

    def cast(value: str) -> Path:
        path = Path(value)
        if not path.is_absolute() or (path.exists() and not path.is_dir()):
            raise ValueError(value)
        return path

    path = _read(name, default, cast, "the absolute path of a folder")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(name, str(path), f"a folder that can be made ({error.strerror})") from error
    return path


def web_address(name: str, default: str) -> str:
    """An http or https address without a path, as `https://sportshowroom.example`."""

    def cast(value: str) -> str:
        parts = urlsplit(value.rstrip("/"))
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
            raise ValueError(value)
        return value.rstrip("/")

    return _read(name, default, cast, "an address such as https://sportshowroom.example, with no path")


def database(name: str, default: Path) -> dict:
    """Django's settings of one database: a SQLite file at `default` unless the variable names another.

    The password in a bad address is part of the value and may end in a log, so the message shows the scheme only.
    """
    value = os.environ.get(name) or f"sqlite:///{default}"
    expected = "sqlite:////absolute/path.sqlite3 or postgresql://user:password@host:5432/name"
    scheme = value.split("://")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise BadSetting(name, f"{scheme}…", expected)
    try:
        config = dict(env.db_url_config(value))
    except ValueError as error:
        raise BadSetting(name, f"{scheme}://…", expected) from error
    if not config["NAME"] or (scheme == "sqlite" and not str(config["NAME"]).startswith("/")):
        raise BadSetting(name, f"{scheme}://… without a name", expected)
    return config


def mailers(name: str) -> dict:
    """Django's MAILERS from one address; letters go to the console when it is not set."""

    def cast(value: str) -> dict:
        parts = urlsplit(value)
        if parts.scheme not in MAIL_SECURITY or not parts.hostname:
            raise ValueError(value)
        options = {
            "host": parts.hostname,
            "port": parts.port or MAIL_PORTS[parts.scheme],
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "timeout": 10,
            **MAIL_SECURITY[parts.scheme],
        }
        return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}

    console = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    try:
        return _read(name, console, cast, "")
    except BadSetting as error:
        expected = "smtp://host:25, smtp+tls://user:password@host:587 or smtps://user:password@host:465"
        raise BadSetting(name, "not a mail address of that form", expected) from error


def secret_key(name: str) -> str:
    """A signing key strong enough for readers and editors. Raises BadSetting; the key itself is never in the message."""
    expected = (
        f"at least {SECRET_KEY_LENGTH} random characters "
        "(python -c 'import secrets; print(secrets.token_urlsafe(64))' prints some)"
    )
    value = os.environ.get(name)
    if not value:
        raise BadSetting(name, None, expected)
    weak = (
        len(value) < SECRET_KEY_LENGTH or len(set(value)) < SECRET_KEY_VARIETY or value.startswith("django-insecure-")
    )
    if weak:
        raise BadSetting(name, f"(a weak key of {len(value)} characters)", expected)
    return value
