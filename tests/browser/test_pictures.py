"""A picture comes in with its maker's words, and goes with its rights."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support import admin_form as form
from tests.support.chromium import Ear
from tests.support.picture_words import drawn, exif_of, uploaded, with_iptc
from tests.support.server import Magazine

pytestmark = [pytest.mark.browser]

WORDS = {
    "creator": "Ines Okafor",
    "credit": "Studio North",
    "copyright": "© 2026 Studio North",
    "caption": "A navy runner on ivory paper",
    "title": "Runner on paper",
}
STORY = "/features/gel-kayano-14/"
# The opening picture of the story, and another to stand in for it.
END_THE_LEAD = """
from datetime import timedelta
from django.utils import timezone
from editorial.models import EditorialImage, FeaturePage
story = FeaturePage.objects.get(slug="gel-kayano-14")
stands_in = EditorialImage.objects.get(file__contains="hero-toe")
EditorialImage.objects.filter(pk=stands_in.pk).update(credit="Photograph: Own archive")
{how}
"""
ENDS = (
    "EditorialImage.objects.filter(pk=story.lead_image_id).update("
    "rights_until=timezone.localdate() - timedelta(days=1), replacement=stands_in)"
)
LASTS = "EditorialImage.objects.filter(pk=story.lead_image_id).update(rights_until=None, replacement=None)"


def run(magazine: Magazine, how: str) -> None:
    magazine.manage("shell", "--no-imports", "-c", END_THE_LEAD.format(how=how))


def test_an_editor_hands_in_a_picture_and_finds_the_fields_filled(page: Page, magazine: Magazine, tmp_path: Path):
    file = tmp_path / "IMG_1234.jpg"
    file.write_bytes(with_iptc(uploaded(drawn((600, 400)), exif=exif_of()), **WORDS).read())
    form.sign_in(page, *form.first_sign_in(magazine))
    page.goto("/admin/images/add/")
    ear = Ear.at(page, magazine.address)
    page.locator("#id_file").set_input_files(file)
    expect(page.locator("#id_credit")).to_have_value("Photograph: Ines Okafor / Studio North")
    expect(page.locator("#id_title")).to_have_value("Runner on paper")
    expect(page.locator("#id_rights_holder")).to_have_value("Studio North")
    expect(page.locator("#id_description")).to_have_value("A navy runner on ivory paper")
    expect(page.locator(".read-from-file")).to_have_count(4)
    page.locator("#id_description").fill("IMG_1234")
    page.get_by_role("button", name="Upload").click()
    expect(page.locator(".w-field__errors").filter(has_text="name of a file")).to_be_visible()
    page.locator("#id_file").set_input_files(file)
    page.locator("#id_description").fill("A navy runner, drawn")
    page.get_by_role("button", name="Upload").click()
    expect(page.locator(".messages")).to_contain_text("Runner on paper")
    page.goto("/admin/images/add/")
    page.locator("#id_file").set_input_files(file)
    expect(page.locator(".same-on-file")).to_contain_text("Runner on paper")
    assert ear.complaints == []
    assert ear.strangers == []


def test_a_damaged_file_is_refused_at_once_and_nothing_typed_is_lost(page: Page, magazine: Magazine, tmp_path: Path):
    whole = uploaded(drawn((600, 400))).read()
    broken, sound = tmp_path / "broken.jpg", tmp_path / "sound.jpg"
    broken.write_bytes(whole[: len(whole) // 2])
    sound.write_bytes(whole)
    form.sign_in(page, *form.first_sign_in(magazine))
    page.goto("/admin/images/add/")
    page.locator("#id_credit").fill("Photograph: Ines Okafor")
    page.locator("#id_file").set_input_files(broken)
    expect(page.locator(".file-refused")).to_contain_text("This file is damaged")
    form.follow(page.get_by_role("button", name="Upload"))
    expect(page.locator(".w-field__errors").filter(has_text="This file is damaged")).to_be_visible()
    expect(page.locator("#id_credit")).to_have_value("Photograph: Ines Okafor")
    page.locator("#id_file").set_input_files(sound)
    expect(page.get_by_text("This file is damaged")).to_have_count(0)


def test_when_rights_end_the_story_shows_the_replacement(page: Page, magazine: Magazine):
    page.goto(STORY)
    opening = page.locator("figure.fig-full").first
    before = opening.locator("img").evaluate("img => img.currentSrc")
    run(magazine, ENDS)
    try:
        # A browser keeps a page for a minute.
        page.reload()
        expect(opening.locator(".credit")).to_have_text("Photograph: Own archive")
        assert "hero-toe" in opening.locator("img").get_attribute("src")
        assert page.request.get(before).status in (404, 410)
        page.goto("/search/?q=kayano")
        assert "feature-01-hero" not in page.content()
    finally:
        run(magazine, LASTS)
