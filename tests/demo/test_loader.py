"""The demo issue, loaded: what is in it, and that a second load adds nothing."""

import pytest
from django.apps import apps
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from editorial.blocks.walk import leaves
from editorial.choices import ReleaseStatus
from editorial.demo.loader import DESK, load_demo
from editorial.desk.dashboard import MyDrafts
from editorial.models import (
    BrandPage,
    CollaborationPage,
    EditorialImage,
    FeaturePage,
    HomePage,
    ProductPage,
    Release,
    Retailer,
    SilhouettePage,
    SiteSettings,
    Term,
)
from tests.support.demo import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

# Year, what the entry is called in the facts, and its partners' and people's keys.
COLLABORATIONS = [
    (2018, {"gmbh"}),
    (2018, {"vivienne-westwood"}),
    (2020, {"kiko-kostadinov"}),
    (2021, {"awake-ny"}),
    (2022, {"ice-studios"}),
    (2022, {"field-trip-recordings"}),
    (2022, {"beams"}),
    (2022, {"jjjjound"}),
    (2023, {"kith"}),
    (2023, {"atmos", "undermycar"}),
    (2023, {"unaffected"}),
    (2023, {"aritzia"}),
    (2024, {"atmos"}),
    (2024, {"field-trip-recordings"}),
    (2024, {"kith", "marvel"}),
    (2024, {"the-museum-visitor"}),
    (2024, {"limited-edt", "sbtg"}),
    (2024, {"p-andrade"}),
    (2024, {"ayrton-senna-institute"}),
    (2024, {"concepts"}),
    (2024, {"crafts-for-minds"}),
    (2025, {"lapstone-hammer"}),
    (2025, {"8on8"}),
    (2025, {"juliana-salazar"}),
    (2025, {"beauty-youth"}),
    (2025, {"urban-research"}),
    (2025, {"zutomayo"}),
    (2025, {"sneaker-politics"}),
    (2025, {"apc"}),
    (2025, {"jjjjound"}),
]


def rows_everywhere() -> dict[str, int]:
    """How many rows every table has."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def last_changes() -> list:
    """When each page was last changed, and by which revision."""
    return list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "live_revision_id", "live"))


def test_a_second_load_changes_nothing():
    before, pages = rows_everywhere(), last_changes()
    lines: list[str] = []
    load_demo(lines.append, SMALL)
    assert rows_everywhere() == before
    assert last_changes() == pages
    assert lines


def test_a_page_that_was_deleted_comes_back_and_nothing_else_moves():
    before = rows_everywhere()
    ProductPage.objects.get(slug="fern-green").delete()
    load_demo(lambda line: None, SMALL)
    after = rows_everywhere()
    assert ProductPage.objects.get(slug="fern-green").live
    for label in ("wagtailcore.Page", "editorial.ProductPicture", "editorial.Release", "editorial.EditorialImage"):
        assert after[label] == before[label]


def test_an_editors_work_is_left_alone():
    page = BrandPage.objects.get(slug="asics")
    page.title, page.slug = "ASICS of Kobe", "asics-kobe"
    page.save_revision().publish()
    Term.objects.filter(slug="gel").update(definition="Ours.")
    load_demo(lambda line: None, SMALL)
    assert BrandPage.objects.count() == BrandPage.objects.exclude(slug="asics").count()
    assert BrandPage.objects.get(slug="asics-kobe").title == "ASICS of Kobe"
    assert Term.objects.get(slug="gel").definition == "Ours."


def test_whoever_runs_the_magazine_finds_drafts_of_their_own(django_user_model):
    reader = django_user_model.objects.create_superuser("reader")
    draft = FeaturePage.objects.get(draft_title="Gel-Nimbus 9")
    assert [page.pk for page in MyDrafts().items(reader)] == []
    draft.delete()
    load_demo(lambda line: None, SMALL)
    assert [page.draft_title for page in MyDrafts().items(reader)] == ["Gel-Nimbus 9"]


def test_the_catalogue_is_large_enough_to_walk_in():
    assert BrandPage.objects.shown().count() >= 5
    assert SilhouettePage.objects.shown().count() >= 9
    assert ProductPage.objects.shown().count() >= 36
    assert Term.objects.count() >= 12
    assert SilhouettePage.objects.exclude(predecessor=None).count() >= 3
    assert not ProductPage.objects.filter(style_key=None).exists()
    assert not ProductPage.objects.filter(retail_prices=None).exists()


@pytest.mark.parametrize(
    ("year", "partners"),
    COLLABORATIONS,
    ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_every_collaboration_of_the_facts_is_there(year, partners):
    found = [
        entry
        for entry in CollaborationPage.objects.shown().filter(year=year)
        if {link.partner.slug for link in entry.partners.all()} >= partners
    ]
    assert found


def test_a_date_known_by_month_says_so():
    dates = {entry.date.precision for entry in CollaborationPage.objects.all()}
    assert dates == {"year", "month"}


def test_content_stands_in_every_state_an_editor_meets():
    features = FeaturePage.objects
    drafts = features.filter(live=False, first_published_at=None)
    scheduled = features.filter(_revisions__approved_go_live_at__gt=timezone.now())
    moderated = [page for page in features.all() if page.workflow_in_progress]
    assert features.filter(live=True, has_unpublished_changes=False).count() >= 6
    assert features.filter(live=True, has_unpublished_changes=True).count() >= 1
    assert scheduled.count() == 1
    assert not scheduled.get().live
    steps = {page.current_workflow_state.current_task_state.task.name for page in moderated}
    assert steps == {"Desk", "Sub-editing", "Rights", "Publish"}
    assert {page.current_workflow_state.requested_by.username for page in moderated} == {DESK}
    assert drafts.exclude(pk__in=[scheduled.get().pk, *(page.pk for page in moderated)]).count() >= 1
    assert features.filter(live=False).exclude(first_published_at=None).exclude(pk=scheduled.get().pk).count() >= 1


def test_the_newer_draft_differs_from_what_readers_see():
    page = FeaturePage.objects.get(live=True, has_unpublished_changes=True)
    assert page.get_latest_revision_as_object().standfirst != page.standfirst


def test_the_long_feature_is_long_and_every_section_has_a_credited_picture():
    feature = FeaturePage.objects.get(slug="gel-kayano-14")
    assert feature.live
    assert feature.reading_minutes * 230 >= 2500
    assert len(feature.body) >= 17
    for section in feature.body:
        pictures = [
            stored
            for block, stored in leaves(section.block, section.get_prep_value()["value"])
            if getattr(block, "model_class", None) is EditorialImage and stored
        ]
        assert pictures, section.value["heading"]
        assert not EditorialImage.objects.filter(pk__in=pictures, credit="").exists()


def test_pages_carry_the_day_readers_first_saw_them():
    feature = FeaturePage.objects.get(slug="gel-kayano-14")
    assert timezone.localtime(feature.first_published_at).isoformat()[:16] == "2026-11-18T08:00"
    assert feature.last_published_at == feature.first_published_at


def test_every_picture_is_described_credited_and_keeps_its_subject():
    # The marks of twelve shops are drawn, not photographed.
    images = EditorialImage.objects.exclude(pk__in=Retailer.objects.exclude(logo=None).values("logo"))
    assert images.count() == 99
    assert EditorialImage.objects.count() == 99 + 12
    for image in images:
        assert image.description
        assert image.credit_line
        assert image.width == SMALL
        assert image.has_focal_point()
        point = image.get_focal_point().centroid
        assert 0 < point.x < image.width
        assert 0 < point.y < image.height


def test_the_front_page_and_the_settings_are_filled():
    home = HomePage.objects.get()
    settings = SiteSettings.load()
    assert home.lead_feature.slug == "gel-kayano-14"
    assert home.stories.count() == 3
    assert settings.default_market.code == "GB"
    assert settings.cookie_policy.slug == "cookie-policy"
    assert settings.glossary_introduction


def test_releases_are_past_and_still_to_come():
    statuses = set(Release.objects.values_list("status", flat=True))
    assert {ReleaseStatus.RELEASED, ReleaseStatus.CONFIRMED, ReleaseStatus.RUMOURED} <= statuses
    assert Release.objects.filter(year__gte=2026, day=None).exists()


def test_search_and_usage_know_the_demo():
    assert FeaturePage.objects.search("Kayano").count() >= 3
    gel = Term.objects.get(slug="gel")
    assert ReferenceIndex.get_references_to(gel).exists()
