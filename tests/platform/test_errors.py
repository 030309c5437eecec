"""Addresses that lead nowhere, and mistakes of ours, in the magazine's own clothes."""

import pytest
from django.test import Client
from django.urls import path

from editorial.views import errors
from tests.support.html import Document

handler500 = errors.server_error


def broken(request):
    raise ValueError("a mistake of ours")


urlpatterns = [path("broken/", broken)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/nowhere/", "/features/nowhere/", "/asics/../x", "/%00", "/%ff%fe", "/" + "x" * 3000, "/a//b/", "/<script>"],
)
def test_an_address_with_rubbish_in_it_is_not_found(client, address):
    response = client.get(address, follow=True)
    assert response.status_code == 404
    page = Document(response)
    assert len(page.select("h1")) == 1
    assert page.meta("robots") == "noindex"
    assert not response.cookies
    assert not response.has_header("Cache-Control")


@pytest.mark.urls(__name__)
def test_a_mistake_of_ours_asks_nothing_of_the_database():
    """No database is allowed in this test: the page must stand when that is what broke."""
    response = Client(raise_request_exception=False).get("/broken/")
    assert response.status_code == 500
    assert len(Document(response).select("h1")) == 1
    assert "a mistake of ours" not in response.content.decode()
