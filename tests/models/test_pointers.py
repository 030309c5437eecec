"""A version whose targets were deleted since: read as the framework reads it, in fewer queries."""

import pytest

from editorial.choices import CreditRole
from editorial.models import FeatureCredit, FeaturePage, FeatureSubject, Topic
from tests.desk.builders import brand, feature, person, picture, silhouette
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def test_what_was_deleted_is_left_out_and_all_else_kept():
    house = brand()
    shoes = [silhouette(house, f"Gel-Kayano {number}") for number in range(12, 15)]
    topic = Topic.objects.create(title="Passing", slug="passing")
    page = feature("A story", lead_image=picture(), topic=topic)
    page.credits.add(FeatureCredit(person=person("Gone Tomorrow"), role=CreditRole.PHOTOGRAPHY))
    page.subjects = [FeatureSubject(page=shoe) for shoe in shoes]
    revision = page.save_revision()
    before = page.credits.count()
    FeaturePage.objects.filter(pk=page.pk).update(topic=None, lead_image=None)
    page.lead_image.delete()
    topic.delete()
    person("Gone Tomorrow").delete()
    shoes[1].delete()

    found = type(revision).objects.get(pk=revision.pk).as_object()

    assert found.topic_id is None
    assert found.lead_image_id is None
    assert [subject.page_id for subject in found.subjects.all()] == [shoes[0].pk, shoes[2].pk]
    assert found.credits.count() == before - 1
    assert found.types_met.keys() >= {shoes[0].pk, shoes[2].pk}


def test_a_version_asks_as_often_for_many_rows_as_for_one():
    house = brand()
    page = feature("A story")

    def asked_with(number: int) -> int:
        page.subjects = [FeatureSubject(page=silhouette(house, f"Shoe {number} {one}")) for one in range(number)]
        revision = page.save_revision()
        with queries() as asked:
            type(revision).objects.get(pk=revision.pk).as_object()
        return len(asked)

    assert asked_with(2) == asked_with(6)
