"""The report of the archive: who sees what, narrowed and taken along."""

import csv

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from editorial.actions.check_archive import check_archive
from editorial.addresses import absolute_url
from editorial.models import FeaturePage, Finding
from tests.desk.builders import brand, feature, product, silhouette
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

URL = "/admin/reports/checks/"


@pytest.fixture
def archive():
    """A story whose standfirst is too short, and a product nobody sells."""
    feature("The story", live=True, standfirst="Too short.")
    product(silhouette(brand()))
    check_archive()


def rows(client: Client, **asked) -> list[str]:
    return Document(client.get(URL, asked)).texts("table.listing td.title")


def test_every_finding_is_listed_with_its_round(chief, archive):
    page = Document(chief.get(URL))
    assert rows(chief) == ["The story", "Gel-Kayano 14 Pure Silver"]
    assert "Last round:" in page.text_of("main")
    assert "Say in 60 characters or more" in page.text_of("table.listing")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"rule": "product_unsold"}, ["Gel-Kayano 14 Pure Silver"]),
        ({"severity": "error"}, []),
        ({"severity": "warning"}, ["The story", "Gel-Kayano 14 Pure Silver"]),
        ({"rule": "no_such_rule"}, ["The story", "Gel-Kayano 14 Pure Silver"]),
    ],
)
def test_it_narrows(chief, archive, asked, found):
    assert rows(chief, **asked) == found


def test_it_narrows_to_a_kind_of_page(chief, archive):
    kind = Finding.objects.get(rule="product_unsold").page.content_type_id
    assert rows(chief, page_type=kind) == ["Gel-Kayano 14 Pure Silver"]


def test_it_can_be_taken_along(chief, archive):
    answer = chief.get(URL, {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0].startswith("Page,Address,Weight,Rule,What,How to mend it")
    assert len(lines) == 3
    address = next(csv.DictReader(lines))["Address"]
    assert address == absolute_url(FeaturePage.objects.get().url)
    assert address.startswith(settings.WAGTAILADMIN_BASE_URL)


def test_many_findings_cost_few_queries(chief, archive):
    chief.get(URL)
    with queries() as asked:
        chief.get(URL)
    story = Finding.objects.get(rule="standfirst_length")
    for number in range(60):
        story.pk, story.key = None, f"key-{number}"
        story.save()
    with queries() as many:
        assert len(rows(chief)) == 50
    assert len(many) <= len(asked) + 1


def test_everybody_sees_the_pages_they_work_on(merchandiser, archive):
    assert rows(merchandiser) == ["Gel-Kayano 14 Pure Silver"]


def test_strangers_do_not_see_it(client, archive):
    assert client.get(reverse("desk_findings")).status_code == 302
