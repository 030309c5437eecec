"""What is taken off the site is gone from every page, card, list and search result."""

import pytest
from wagtail.models import PageViewRestriction

from editorial.models import BrandPage, PersonPage, ProductPage, SilhouettePage
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db

PRODUCT, SHOE, BRAND, PERSON = "Colour of rust", "Rust Runner", "Rustwerk", "Rusty Nail"


@pytest.fixture
def house():
    """One brand with one shoe in one colour, by one person, and everything that can name them."""
    person = make.person(PERSON)
    brand = make.brand(BRAND)
    shoe = make.silhouette(SHOE, brand, year=2008)
    other = make.silhouette("Neighbour", make.brand("Other"), predecessor=shoe)
    product = make.product(PRODUCT, shoe, style_code="RUST-1")
    sibling = make.product("Sibling", shoe, style_code="RUST-2")
    make.designed(shoe, person)
    make.term("Gel", [shoe])
    make.release(product, make.market(default=True), 2099, 1, 1)
    make.collaboration("A meeting", [person], [shoe], [product])
    make.feature("A story", by=person, about=[brand, shoe, product, person])
    return {"brand": brand, "shoe": shoe, "product": product, "person": person, "other": other, "sibling": sibling}


ADDRESSES = (
    "/",
    "/features/",
    "/features/a-story/",
    "/collaborations/",
    "/collaborations/a-meeting/",
    "/people/",
    "/people/rusty-nail/",
    "/glossary/",
    "/releases/",
    "/rustwerk/",
    "/rustwerk/rust-runner/",
    "/rustwerk/rust-runner/sibling/",
    "/other/neighbour/",
    "/search/?q=rust",
    "/search/?q=rust-1",
    "/search/?q=rusty",
    "/search/?q=rustwerk",
)


def naming(client, words: str) -> set[str]:
    """The addresses whose page says these words; what was searched for does not count."""
    found = set()
    for address in ADDRESSES:
        response = client.get(address)
        if response.status_code == 200 and words in response.content.decode():
            found.add(address)
    return found


def test_everything_is_named_while_it_is_there(client, house):
    assert naming(client, PRODUCT) >= {
        "/",
        "/collaborations/a-meeting/",
        "/releases/",
        "/rustwerk/",
        "/rustwerk/rust-runner/",
        "/rustwerk/rust-runner/sibling/",
        "/search/?q=rust-1",
    }
    assert naming(client, SHOE) >= {
        "/collaborations/a-meeting/",
        "/people/rusty-nail/",
        "/glossary/",
        "/other/neighbour/",
    }
    assert naming(client, BRAND) >= {"/", "/search/?q=rustwerk"}
    assert naming(client, PERSON) >= {"/features/", "/features/a-story/", "/people/", "/rustwerk/rust-runner/"}


@pytest.mark.parametrize("way", ["unpublish", "private", "delete"])
class TestLeaving:
    def leave(self, page, way):
        if way == "unpublish":
            page.unpublish()
        elif way == "private":
            PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
        else:
            type(page).objects.get(pk=page.pk).delete()

    def test_a_product(self, client, house, way):
        self.leave(house["product"], way)
        assert naming(client, PRODUCT) == set()
        assert client.get("/rustwerk/rust-runner/sibling/").status_code == 200

    def test_a_person(self, client, house, way):
        self.leave(house["person"], way)
        assert naming(client, PERSON) == set()

    def test_a_silhouette_with_its_colourways(self, client, house, way):
        self.leave(house["shoe"], way)
        assert naming(client, SHOE) | naming(client, PRODUCT) == set()

    def test_a_brand_with_everything_under_it(self, client, house, way):
        self.leave(house["brand"], way)
        assert naming(client, BRAND) | naming(client, SHOE) | naming(client, PRODUCT) == set()
        assert client.get("/rustwerk/rust-runner/colour-of-rust/").status_code in {404, 302}


def test_nothing_else_left(client, house):
    house["product"].unpublish()
    assert BrandPage.objects.shown().count() == 2
    assert SilhouettePage.objects.shown().count() == 2
    assert ProductPage.objects.shown().count() == 1
    assert PersonPage.objects.shown().count() == 1
