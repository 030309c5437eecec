"""The supervisor's two questions."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.support.process import manage


def test_healthz_asks_nothing_of_the_database(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_readyz_is_ready_when_every_migration_is_applied(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_readyz_names_the_migration_the_database_has_not_seen(client):
    newest = MigrationRecorder(connection).migration_qs.filter(app="editorial").order_by("name").last()
    newest.delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert f"editorial.{newest.name}" in response.content.decode()


def test_readyz_says_when_the_database_does_not_answer():
    code = (
        "from django.test import Client\n"
        "answer = Client().get('/readyz', headers={'host': 'localhost'})\n"
        "print(answer.status_code, answer.content.decode())"
    )
    result = manage("shell", "-c", code, settings="embedded", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert "503 not ready: the database does not answer" in result.stdout
