"""Two questions a supervisor asks: is the process up, and can it serve."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of every app, as (app, name), read from the code once per process."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def missing_migrations() -> list[str]:
    """Names of newest migrations the database has not seen. Raises DatabaseError when it cannot be asked."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    return sorted(f"{app}.{name}" for app, name in newest_migrations() - applied)


def plain(text: str, status: int = 200) -> HttpResponse:
    """One line of text."""
    return HttpResponse(text + "\n", status=status, content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked, so a slow database does not get the process killed."""
    return plain("ok")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and knows every migration; 503 with the reason otherwise."""
    try:
        missing = missing_migrations()
    except DatabaseError:
        return plain("not ready: the database does not answer", status=503)
    if missing:
        return plain(f"not ready: migrations to apply: {', '.join(missing)}", status=503)
    return plain("ready")
