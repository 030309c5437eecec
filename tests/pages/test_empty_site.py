"""A site nobody has written for yet still stands."""

import pytest

from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/", "/features/", "/collaborations/", "/people/", "/partners/", "/glossary/", "/releases/", "/search/"],
)
def test_every_list_says_that_it_is_empty(client, address):
    page = Document(client.get(address))
    assert len(page.select("h1")) == 1
    assert page.select_one(".empty")


def test_the_countries_are_there_from_the_start(client):
    response = client.get("/country/")
    assert response.status_code == 200
    assert len(Document(response).select("h1")) == 1
