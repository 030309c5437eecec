"""The fifth road to live: code."""

import pytest

from editorial.checks import MoveRefused, PublishRefused
from editorial.models import ProductPage, SilhouettePage
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
    assert ProductPage.objects.filter(style_key="1201A019107").values("brand").distinct().count() == 2


def test_a_move_by_code_is_refused_before_anything_moves():
    shoe = silhouette(brand())
    page = product(shoe)
    elsewhere = silhouette(brand("Saucony"), "ProGrid")
    product(elsewhere, "Silver")
    with pytest.raises(MoveRefused, match="already belongs to 'Saucony ProGrid, Silver'"):
        page.move(elsewhere, pos="last-child")
    page.refresh_from_db()
    assert page.get_parent().pk == shoe.pk
    assert page.brand.title == "ASICS"


def test_a_move_takes_the_copied_columns_along():
    shoe = silhouette(brand())
    page = product(shoe)
    elsewhere = silhouette(brand("Saucony"), "ProGrid")
    page.move(elsewhere, pos="last-child")
    assert ProductPage.objects.values_list("brand__title", "silhouette__title").get() == ("Saucony", "ProGrid")
    elsewhere.refresh_from_db()
    elsewhere.move(shoe.get_parent(), pos="last-child")
    assert SilhouettePage.objects.get(title="ProGrid").brand.title == "ASICS"
    assert ProductPage.objects.get().brand.title == "ASICS"


def test_a_live_copy_by_code_is_refused():
    page = product(silhouette(brand()))
    with pytest.raises(PublishRefused, match="already belongs to"):
        page.copy(update_attrs={"slug": "copy"})
    page.copy(update_attrs={"slug": "copy"}, keep_live=False)
