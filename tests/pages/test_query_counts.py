"""What a page asks of the database: fifteen queries at most, whatever it shows, and never an encoded picture."""

import pytest

from editorial.models import (
    BrandPage,
    CollaborationPage,
    FeaturePage,
    PartnerPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
    StandardPage,
)
from tests.support.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

MOST = 15
PAGE_CLASSES = (
    BrandPage,
    SilhouettePage,
    ProductPage,
    CollaborationPage,
    FeaturePage,
    PersonPage,
    PartnerPage,
    StandardPage,
)
FIXED = (
    "/",
    "/features/",
    "/collaborations/",
    "/collaborations/?silhouette=gel-kayano-14",
    "/people/",
    "/partners/",
    "/topics/silhouettes/",
    "/glossary/",
    "/releases/",
    "/country/",
    "/search/?q=gel",
    "/search/?q=kayano&kind=stories",
)


def second_visit(client, address: str) -> list[str]:
    client.get(address)
    with queries() as asked:
        response = client.get(address)
    assert response.status_code == 200
    return asked


@pytest.mark.parametrize("address", FIXED)
def test_lists_stay_within_fifteen(client, encodings, address):
    asked = second_visit(client, address)
    assert len(asked) <= MOST, "\n".join(asked)
    assert len(encodings) == 0


@pytest.mark.parametrize("page_class", PAGE_CLASSES, ids=lambda page_class: page_class.__name__)
def test_every_page_of_a_type_stays_within_fifteen(client, encodings, page_class):
    costs = {page.url: len(second_visit(client, page.url)) for page in page_class.objects.shown()}
    assert costs
    assert {address: cost for address, cost in costs.items() if cost > MOST} == {}
    assert len(encodings) == 0
