"""The fifth road to live: code."""

import pytest

from editorial.checks import PublishRefused
from tests.desk.builders import brand, feature, product, silhouette

pytestmark = pytest.mark.django_db


def test_publish_raises_with_every_problem():
    page = feature(ready=False)
    with pytest.raises(PublishRefused) as caught:
        page.publish(page.latest_revision)
    codes = {problem.code for problem in caught.value.problems}
    assert codes == {"standfirst_missing", "lead_picture_missing", "body_empty", "writer_missing"}
    assert caught.value.page.pk == page.pk
    page.refresh_from_db()
    assert not page.live


def test_the_revision_counts_not_the_page():
    page = feature()
    page.standfirst = ""
    revision = page.save_revision()
    page.standfirst = "Present again, but not in the revision."
    with pytest.raises(PublishRefused, match="There is no standfirst"):
        revision.publish()


def test_a_sound_page_goes_live():
    page = feature()
    page.latest_revision.publish()
    page.refresh_from_db()
    assert page.live


def test_saving_a_live_duplicate_names_the_other_product():
    shoe = silhouette(brand())
    product(shoe)
    with pytest.raises(PublishRefused, match="already belongs to 'ASICS Gel-Kayano 14, Pure Silver'"):
        product(shoe, "Clay Rust", code="1201a019107")


def test_another_brand_may_use_the_code():
    product(silhouette(brand("ASICS")))
    product(silhouette(brand("Saucony"), "ProGrid"), "Silver")
