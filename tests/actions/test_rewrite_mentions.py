"""What a live feature names is known to the pages it names, and follows what readers see."""

import datetime

import pytest
from django.utils import timezone

from editorial.choices import MentionSource
from editorial.models import FeatureMention, FeaturePage, PersonPage, ProductPage, SilhouettePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]


@pytest.fixture
def feature():
    return FeaturePage.objects.get(slug="gel-kayano-14")


def named(feature, source):
    rows = FeatureMention.objects.filter(feature=feature, source=source).order_by("position")
    return [row.subject_id for row in rows]


def test_subjects_come_in_the_editors_order_and_the_bodys_after_them(feature):
    subjects = [subject.page_id for subject in feature.subjects.order_by("sort_order")]
    explicit, met = named(feature, MentionSource.EXPLICIT), named(feature, MentionSource.BODY)
    assert explicit == subjects
    assert len(met) > 20
    assert not set(explicit) & set(met)
    assert feature.pk not in met
    first_met = FeatureMention.objects.filter(feature=feature, source=MentionSource.BODY).order_by("position").first()
    assert first_met.position == len(subjects)


def test_cards_rails_and_links_all_count(feature):
    met = set(named(feature, MentionSource.BODY)) | set(named(feature, MentionSource.EXPLICIT))
    assert SilhouettePage.objects.get(slug="gel-kayano-legacy").pk in met
    assert PersonPage.objects.get(slug="yuuki-okumura").pk in met
    assert ProductPage.objects.filter(pk__in=met).exists()


def test_a_mention_points_into_the_section_that_meets_it_first(feature):
    anchors = [item["value"]["anchor"] for item in feature.body.raw_data]
    rows = FeatureMention.objects.filter(feature=feature, source=MentionSource.BODY).order_by("position")
    places = [anchors.index(row.anchor) for row in rows]
    assert places == sorted(places)


def test_a_draft_changes_nothing_and_publishing_it_does(feature, monkeypatch):
    before = named(feature, MentionSource.EXPLICIT)
    feature.subjects = list(feature.subjects.all())[:1]
    feature.body = []
    revision = feature.save_revision()
    assert named(feature, MentionSource.EXPLICIT) == before
    # The gate would ask for a body.
    monkeypatch.setattr(FeaturePage, "publish_problems", lambda page: [])
    revision.publish()
    assert named(feature, MentionSource.EXPLICIT) == before[:1]
    assert named(feature, MentionSource.BODY) == []


def test_an_unpublished_feature_names_nothing(feature):
    feature.unpublish()
    assert not FeatureMention.objects.filter(feature=feature).exists()


def test_a_feature_that_waits_for_its_hour_names_nothing_yet():
    waiting = FeaturePage.objects.get(slug="scheduled-1906r")
    assert not FeatureMention.objects.filter(feature=waiting).exists()
    waiting.go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    waiting.save_revision().publish()
    assert FeatureMention.objects.filter(feature=waiting).exists()


def test_a_page_that_is_gone_is_not_named(feature, monkeypatch):
    # The gate would name the block that shows it.
    monkeypatch.setattr(FeaturePage, "publish_problems", lambda page: [])
    product = ProductPage.objects.filter(pk__in=named(feature, MentionSource.BODY)).first()
    gone = product.pk
    product.delete()
    feature.save_revision().publish()
    assert gone not in named(feature, MentionSource.BODY)
