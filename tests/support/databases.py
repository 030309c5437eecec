"""Databases beside the one that pytest-django keeps, for servers and commands in processes of their own."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.db import connection
from psycopg import sql


def address_of(name: str) -> str:
    """The DATABASE_URL of a database of this name on the server the tests run on."""
    config = connection.settings_dict
    user = quote(config["USER"], safe="")
    if config["PASSWORD"]:
        user += ":" + quote(config["PASSWORD"], safe="")
    host = config["HOST"] or "localhost"
    if host.startswith("/"):
        return f"postgresql://{user}@/{host}/{name}"
    return f"postgresql://{user}@{host}:{config['PORT'] or 5432}/{name}"


def copy_sqlite(source: str | Path, target: str | Path) -> None:
    """A whole copy, with what SQLite still keeps beside the file; the target is written anew."""
    Path(target).unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


@contextmanager
def scratch_database(folder: Path, template: str | None = None) -> Iterator[str]:
    """A database of the kind under test, as a DATABASE_URL; gone when the block ends.

    Empty, or a copy of the database named by `template`, which nobody may be connected to.
    """
    if connection.vendor == "sqlite":
        path = folder / "scratch.sqlite3"
        if template:
            copy_sqlite(template, path)
        yield f"sqlite:///{path}"
        return
    name = f"scratch_{uuid.uuid4().hex}"
    config = connection.settings_dict
    server = {"user": config["USER"], "password": config["PASSWORD"], "host": config["HOST"], "port": config["PORT"]}
    given = {key: value for key, value in server.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **given) as maintenance:
        parts = {"name": sql.Identifier(name), "template": sql.Identifier(template or "template1")}
        maintenance.execute(sql.SQL("CREATE DATABASE {name} TEMPLATE {template}").format(**parts))
        try:
            yield address_of(name)
        finally:
            maintenance.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
