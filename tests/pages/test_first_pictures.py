"""The first picture of a page comes at once, the others when they are near."""

import pytest

from tests.support.html import Document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

ADDRESSES = (
    "/",
    "/asics/",
    "/asics/gel-kayano-14/",
    "/asics/gel-kayano-14/pure-silver-navy/",
    "/collaborations/",
    "/collaborations/jjjjound-2025/",
    "/features/",
    "/features/gel-kayano-14/",
    "/features/jjjjound-turns-it-down/",
    "/partners/",
    "/people/",
    "/people/toshikazu-kayano/",
    "/releases/",
    "/search/?q=kayano",
    "/topics/silhouettes/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_picture_alone_does_not_wait(client, address):
    first, *others = Document(client.get(address)).select("main img")
    assert first.get("fetchpriority") == "high"
    assert not first.has_attr("loading")
    assert others
    for picture in others:
        assert picture["loading"] == "lazy"
        assert not picture.has_attr("fetchpriority")
