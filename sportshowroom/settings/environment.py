"""Reading the environment, loud on a bad value.

django-environ casts; this module turns what goes wrong into one sentence that names the variable, the value it holds
and the form it should have. `manage.py` and `wsgi.py` print that sentence and stop.
"""

import os
import re
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
LOCAL_MAIL = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": "localhost"}}}
CONSOLE_MAIL = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}


class BadSetting(ImproperlyConfigured):
    """A setting has a value that the magazine cannot start with. The message is one line, fit for an operator."""

    def __init__(self, name: str, value: str | None, expected: str):
        held = "is not set" if value is None else f"is {masked(value)!r}"
        super().__init__(f"{name} {held}; expected {expected}.")


def masked(value: str) -> str:
    """The value without a user and password before an @: messages end in logs."""
    return re.sub(r"://.*@", "://***@", value)


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
        found: int = env.int(name)
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
    """Django's settings of one database: a SQLite file at `default` unless the variable names another."""

    def cast(value: str) -> dict:
        if urlsplit(value).scheme not in {"sqlite", "postgres", "postgresql"}:
            raise ValueError(value)
        config = dict(env.db_url_config(value))
        sqlite = config["ENGINE"] == "django.db.backends.sqlite3"
        if not config["NAME"] or (sqlite and not str(config["NAME"]).startswith("/")):
            raise ValueError(value)
        return config

    expected = "sqlite:////absolute/path.sqlite3 or postgresql://user:password@host:5432/name"
    return _read(name, cast(f"sqlite:///{default}"), cast, expected)


def shared_cache(name: str) -> dict:
    """Django's settings of the cache that workers share: a Redis or Valkey server, or this process's own memory."""

    def cast(value: str) -> dict:
        parts = urlsplit(value)
        if parts.scheme not in {"redis", "rediss"} or not parts.hostname or not re.fullmatch(r"/?\d*", parts.path):
            raise ValueError(value)
        # A reader never waits for it: a server that does not answer at once has not seen anybody.
        patience = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": value,
            "KEY_PREFIX": "sportshowroom",
            "OPTIONS": patience,
        }

    own = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "shared",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
    return _read(name, own, cast, "redis://host:6379/0 or rediss://user:password@host:6379/0")


def mailers(name: str, default: dict) -> dict:
    """Django's MAILERS from one address, as smtp://host:25. `file:///folder` keeps letters, `console:` prints them."""

    def cast(value: str) -> dict:
        parts = urlsplit(value)
        if value == "console:":
            return CONSOLE_MAIL
        if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/"):
            backend = "django.core.mail.backends.filebased.EmailBackend"
            return {"default": {"BACKEND": backend, "OPTIONS": {"file_path": parts.path}}}
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

    expected = (
        "smtp://host:25, smtp+tls://user:password@host:587, smtps://user:password@host:465, file:///folder or console:"
    )
    return _read(name, default, cast, expected)


def secret_key(name: str) -> str:
    """A signing key strong enough for readers and editors. Raises BadSetting, never showing the key itself."""
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
        raise BadSetting(name, f"weak: {len(value)} characters, {len(set(value))} different", expected)
    return value
