"""People at the desk, each signed in to a client of their own."""

import pytest
from django.test import Client

from tests.desk.builders import PASSWORD, member_of


def signed_in(user) -> Client:
    """A browser in which the user has signed in."""
    client = Client()
    assert client.login(username=user.get_username(), password=PASSWORD)
    client.user = user
    return client


@pytest.fixture
def chief(db) -> Client:
    """A chief editor: may publish."""
    return signed_in(member_of("Chief editors", name="chief"))


@pytest.fixture
def editor(db) -> Client:
    """An editor: writes and submits."""
    return signed_in(member_of("Editors", name="editor"))


@pytest.fixture
def merchandiser(db) -> Client:
    """A merchandiser: keeps the catalogue."""
    return signed_in(member_of("Merchandisers", name="merchandiser"))
