"""Pictures at the gate: rights on the day a page goes live and until it goes off; words that are words."""

import datetime

import pytest
from django.utils import timezone

from editorial.actions.publish_due import publish_due
from editorial.checks import PublishRefused
from editorial.checks.alt_texts import FILE_NAME, SAYS_PICTURE, objection_to
from editorial.models import EditorialImage, FeaturePage, ProductPicture
from tests.desk.builders import brand, feature, picture, product, silhouette

DAY = datetime.timedelta(days=1)


def today() -> datetime.date:
    return timezone.localdate()


def codes(page) -> list[str]:
    return [problem.code for problem in page.publish_problems()]


@pytest.mark.parametrize(
    "text",
    [
        "IMG_1234",
        "img 1234.JPG",
        "dsc00012",
        "DSCF0012",
        "header-final-2",
        "hero.webp",
        "PXL_20260102",
        "image 12",
        "007",
        "Screenshot 2026-01-02 12.30.11",
        "_DSC4471",
        "untitled-1",
        "a_b",
        "Screenshot 2026-01-02 at 12.30.11 pm",
        "WhatsApp Image 2026-01-02 at 12.30.11",
        "Photo",
        "the picture.",
        "Untitled",
        "alt text",
        "…",
    ],
)
def test_names_of_files_are_no_words(text):
    assert objection_to(text).code == FILE_NAME


@pytest.mark.parametrize(
    "text",
    [
        "Image of a shoe",
        "A picture of two runners",
        "the photo of it",
        "Photograph showing a heel",
        "Foto von einem Schuh",
        "This is a photo of laces",
        "image of",
        "A close-up photo of mesh",
        "Picture: a shoe",
        "Image shows a heel",
        "Stock photo of a runner",
    ],
)
def test_that_it_is_a_picture_is_said_anyway(text):
    assert objection_to(text).code == SAYS_PICTURE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Laces",
        "Gel-Kayano 14",
        "A white running shoe",
        "Photographers at the track",
        "Imaging rig",
        "Two shoes, 2008",
        "Pictures on a wall",
        "Close-up of the heel",
        "鞋",
        "x",
        "Converse All-Star",
        "Picture House, the cinema",
        "Photo finish on the line",
        "Test runner at the track",
    ],
)
def test_words_are_words(text):
    assert objection_to(text) is None


@pytest.mark.django_db
class TestGate:
    """What stops a page, and what does not."""

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"rights_until": -1}, "rights_outside"),
            ({"rights_from": 1}, "rights_outside"),
            ({"worldwide": False}, "rights_not_cleared"),
            ({"for_stories": False}, "rights_use"),
            ({"rights_holder": ""}, "holder_missing"),
            ({"description": "IMG_1234"}, FILE_NAME),
            ({"description": "picture of a shoe"}, SAYS_PICTURE),
        ],
    )
    def test_what_may_not_be_shown_stops_a_page(self, fields, code):
        dated = {
            name: today() + value * DAY if name in ("rights_from", "rights_until") else value
            for name, value in fields.items()
        }
        page = feature(lead_image=picture(**dated))
        [problem] = page.publish_problems()
        assert problem.code == code
        assert problem.field in ("lead_image", "lead_alt")
        assert problem.mend.endswith(".")

    def test_the_first_and_the_last_day_count(self):
        assert codes(feature(lead_image=picture(rights_from=today(), rights_until=today()))) == []

    def test_scheduling_past_the_end_is_refused_with_the_reason(self):
        page = feature(lead_image=picture("Runner", rights_until=today() + 5 * DAY))
        page.go_live_at = timezone.now() + 7 * DAY
        [problem] = page.publish_problems()
        assert problem.code == "rights_outside"
        assert "is to go live on" in problem.message
        page.go_live_at = timezone.now() + 3 * DAY
        assert codes(page) == []

    def test_the_last_day_there_is_can_be_named(self):
        page = feature(lead_image=picture(rights_until=today() + 5 * DAY))
        page.go_live_at = datetime.datetime(9999, 12, 31, 10, tzinfo=datetime.UTC)
        assert codes(page) == ["rights_outside"]
        page.lead_image = picture()
        assert codes(page) == []

    def test_staying_past_the_end_is_refused_unless_something_stands_in(self):
        image = picture(rights_until=today() + 5 * DAY)
        page = feature(lead_image=image)
        page.expire_at = timezone.now() + 9 * DAY
        assert codes(page) == ["rights_end_first"]
        image.replacement = picture("Stands in")
        assert codes(page) == []
        image.replacement.rights_until = today() + 2 * DAY
        assert codes(page) == ["rights_end_first"]

    def test_a_live_story_whose_picture_is_replaced_can_be_corrected(self):
        image = picture(rights_until=today() - DAY, replacement=picture("Stands in"))
        page = feature(lead_image=image)
        assert codes(page) == ["rights_outside"]
        page.live = True
        assert codes(page) == []
        page.go_live_at = timezone.now() + DAY
        assert codes(page) == ["rights_outside"]

    def test_the_gallery_of_a_product_is_looked_at(self):
        page = product(silhouette(brand()))
        page.pictures = [ProductPicture(image=picture("Heel", rights_until=today() - DAY, rights_holder=""))]
        assert set(codes(page)) == {"holder_missing", "rights_outside"}

    def test_near_ends_are_a_warning(self):
        page = feature(lead_image=picture(rights_until=today() + 20 * DAY))
        assert codes(page) == []
        assert "rights_ending" in [problem.code for problem in page.all_problems()]

    def test_code_and_the_schedule_are_refused_too(self):
        image = picture(rights_until=today() + 5 * DAY)
        page = feature(lead_image=image)
        page.go_live_at = timezone.now() + 9 * DAY
        with pytest.raises(PublishRefused):
            page.save_revision().publish()
        page.go_live_at = timezone.now() + 3 * DAY
        page.save_revision(approved_go_live_at=page.go_live_at)
        EditorialImage.objects.filter(pk=image.pk).update(rights_until=today() - DAY)
        done = publish_due(timezone.now() + 4 * DAY)
        assert done.refused
        assert not FeaturePage.objects.get(pk=page.pk).live
