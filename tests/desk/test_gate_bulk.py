"""The second road to live: publishing several pages at once."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from editorial.models import FeaturePage
from tests.desk.builders import brand, feature, product, silhouette
from tests.desk.forms import messages_of
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def bulk_url(action: str, *pages) -> str:
    """Where the action on these pages is confirmed."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?{urlencode([('id', page.pk) for page in pages])}"


def live_titles() -> set[str]:
    return set(FeaturePage.objects.live().values_list("title", flat=True))


def test_refused_pages_are_listed_before_anything_is_published(chief):
    good, poor = feature("Ready"), feature("Half a thought", ready=False)
    page = Document(chief.get(bulk_url("publish", good, poor)))
    assert "Refused by the gate" in page.text_of("main")
    assert "Half a thought" in page.text_of(".desk-refused")
    assert "There is no standfirst." in page.text_of(".desk-refused")
    assert "Ready" not in page.text_of(".desk-refused")
    assert live_titles() == set()


def test_confirming_publishes_the_others(chief):
    good, poor = feature("Ready"), feature("Half a thought", ready=False)
    page = Document(chief.get(bulk_url("publish", good, poor)))
    response = chief.post(page.select_one("form[action*=publish]")["action"], {})
    assert response.status_code == 302
    assert live_titles() == {"Ready"}


def test_a_post_that_names_a_refused_page_publishes_nothing(chief):
    good, poor = feature("Ready"), feature("Half a thought", ready=False)
    response = chief.post(bulk_url("publish", good, poor), {})
    assert response.status_code == 200
    page = Document(response)
    assert "Nothing has been published." in page.text_of(".messages")
    assert "Half a thought" in page.text_of(".desk-refused")
    assert live_titles() == set()


def test_two_drafts_of_one_batch_with_one_code_publish_nothing(chief):
    shoe = silhouette(brand())
    first = product(shoe, "Pure Silver", live=False)
    second = product(shoe, "Clay Rust", code="1201a019 107", live=False)
    response = chief.post(bulk_url("publish", first, second), {})
    assert response.status_code == 200
    page = Document(response)
    assert "already belongs to 'ASICS Gel-Kayano 14, Pure Silver'" in page.text_of(".messages")
    first.refresh_from_db()
    assert not first.live


def test_a_branch_goes_live_from_the_top(chief):
    house = brand(live=False)
    shoe = silhouette(house, live=False)
    pair = product(shoe, live=False)
    response = chief.post(bulk_url("publish", house), {"include_descendants": "on"})
    assert response.status_code == 302, Document(response).text_of("main")
    for page in (house, shoe, pair):
        page.refresh_from_db()
        assert page.live


def test_a_refused_draft_beneath_stops_the_branch(chief):
    house = brand(live=False)
    pair = product(silhouette(house, live=False), code="", live=False)
    response = chief.post(bulk_url("publish", house), {"include_descendants": "on"})
    assert response.status_code == 200
    assert "There is no style code." in Document(response).text_of(".desk-refused")
    house.refresh_from_db()
    pair.refresh_from_db()
    assert not house.live
    assert not pair.live


def test_an_editor_may_not_publish_in_bulk(editor):
    story = feature("Ready")
    editor.post(bulk_url("publish", story), {})
    assert live_titles() == set()


def test_taking_products_off_in_bulk_frees_their_codes(chief):
    shoe = silhouette(brand())
    first = product(shoe)
    chief.post(bulk_url("unpublish", first), {})
    second = product(shoe, "Clay Rust", live=False)
    assert chief.post(bulk_url("publish", second), {}).status_code == 302
    second.refresh_from_db()
    assert second.live
    assert "1 page has been published" in messages_of(chief)
