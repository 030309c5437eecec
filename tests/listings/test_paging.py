"""Pages of a list, by number."""

import pytest
from django.http import Http404

from editorial.listings.paging import numbered, numbered_pages
from editorial.models import ProductPage
from tests.factories import catalogue as make
from tests.support.queries import queries

MALFORMED = ["0", "-1", "x", "1.5", " 1", "1_0", "１", "9999999", "1\x00", "'", "01", "+1"]


@pytest.mark.parametrize("number", [None, "", "1"])
def test_without_a_number_the_first_page_is_meant(number):
    assert numbered(range(30), number, 10).number == 1


@pytest.mark.parametrize("number", [*MALFORMED, "4"])
def test_a_number_of_no_page_is_not_found(number):
    with pytest.raises(Http404):
        numbered(range(30), number, 10)


def test_an_empty_list_has_one_page():
    assert list(numbered([], None, 10)) == []


@pytest.mark.django_db
class TestPagesOfModels:
    @pytest.fixture(autouse=True)
    def products(self):
        shoe = make.silhouette()
        return [make.product(f"Colour {number}", shoe) for number in range(5)]

    def test_the_rows_and_their_number_come_in_one_query(self, products):
        with queries() as asked:
            page = numbered_pages(ProductPage.objects.listed().newest(), "2", 2)
            assert [product.title for product in page] == ["Colour 2", "Colour 1"]
            assert (page.number, page.paginator.count, page.paginator.num_pages) == (2, 5, 3)
            assert page.has_next()
            assert page.has_previous()
        assert len(asked) == 1

    @pytest.mark.parametrize("number", [*MALFORMED, "4", "999999"])
    def test_a_number_of_no_page_is_not_found(self, number):
        with pytest.raises(Http404):
            numbered_pages(ProductPage.objects.listed().newest(), number, 2)

    def test_an_empty_list_has_one_page(self):
        page = numbered_pages(ProductPage.objects.none(), None, 2)
        assert (list(page), page.paginator.count, page.has_other_pages()) == ([], 0, False)
