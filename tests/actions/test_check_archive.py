"""The round over the archive: what it keeps, what it leaves untouched, when it goes."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from editorial.actions import check_archive as archive
from editorial.checks.rules import links
from editorial.models import ArchivePass, FeaturePage, Finding
from tests.desk.builders import brand, feature, section
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
STANDFIRST = "How a running shoe of 2008 came back to stay, told by those who drew it."


def linking(target, title: str = "Gel-Kayano 14", **fields):
    """A live story that links to the page."""
    words = {"type": "prose", "id": "p", "value": f'<p><a linktype="page" id="{target.pk}">Kobe</a></p>'}
    return feature(title, live=True, standfirst=STANDFIRST, body=[section("Heel", words)], **fields)


def test_what_came_went_or_changed_is_written_and_nothing_else():
    house = brand()
    story = linking(house)
    assert archive.check_archive(NOW).errors == 0
    house.unpublish()
    assert archive.check_archive(NOW + DAY).warnings == 1
    found = Finding.objects.get()
    assert (found.page_id, found.rule, found.severity, found.block_id) == (story.pk, "link_hidden", "warning", "p")
    assert found.first_found_at == found.found_at == NOW + DAY

    with queries() as asked:
        archive.check_archive(NOW + 2 * DAY)
    assert [sql for sql in asked if 'editorial_finding"' in sql and not sql.startswith(("SELECT", "DELETE"))] == []
    assert Finding.objects.get().found_at == NOW + DAY

    house.title = "ASICS Tiger"
    house.save()
    archive.check_archive(NOW + 3 * DAY)
    changed = Finding.objects.get()
    assert changed.pk == found.pk
    assert "ASICS Tiger" in changed.message
    assert (changed.first_found_at, changed.found_at) == (NOW + DAY, NOW + 3 * DAY)

    house.delete()
    assert archive.check_archive(NOW + 4 * DAY).errors == 1
    assert [row.rule for row in Finding.objects.dead_links()] == ["link_dead"]


def test_several_findings_about_one_block_are_kept_apart():
    house = brand()
    story = linking(house)
    raw = story.body.raw_data[0]["value"]["content"][0]
    raw["value"] = raw["value"] * 2
    FeaturePage.objects.filter(pk=story.pk).update(body=story.body)
    house.unpublish()
    archive.check_archive(NOW)
    assert Finding.objects.for_page(story).count() == 2
    assert len(set(Finding.objects.values_list("key", flat=True))) == 2


def test_publishing_strikes_what_it_mends_and_unpublishing_all():
    house = brand()
    story, other = linking(house), linking(house, "Another")
    house.unpublish()
    archive.check_archive()
    assert Finding.objects.count() == 2
    story.body = [section()]
    story.save_revision().publish()
    assert list(Finding.objects.values_list("page", flat=True)) == [other.pk]
    other.unpublish()
    assert not Finding.objects.exists()


def test_a_page_that_breaks_a_rule_keeps_its_findings_and_stops_nobody(monkeypatch):
    house = brand()
    story = linking(house)
    house.unpublish()
    archive.check_archive(NOW)
    linking(house, "Another")
    asked = links.linked_page
    monkeypatch.setattr(links, "linked_page", lambda link, ground: asked(None, ground))
    archive.check_archive(NOW + DAY)
    assert list(Finding.objects.values_list("page", flat=True)) == [story.pk]
    assert ArchivePass.objects.count() == 2


def test_many_pages_cost_few_queries():
    house = brand()
    linking(house, "First")
    with queries() as few:
        archive.check_archive(NOW)
    for number in range(12):
        linking(house, f"Story {number}")
    with queries() as many:
        archive.check_archive(NOW)
    assert len(many) - len(few) <= 12


@pytest.mark.parametrize(
    ("last", "at", "goes"),
    [
        (None, NOW, True),
        (NOW - DAY, NOW, True),
        (NOW.replace(hour=1), NOW, True),
        (NOW.replace(hour=4), NOW, False),
        (NOW, NOW, False),
    ],
)
def test_it_goes_once_a_night(last, at, goes, settings):
    settings.TIME_ZONE = "UTC"
    if last:
        ArchivePass.objects.create(finished_at=last, pages=1, errors=0, warnings=0)
    assert (archive.check_archive_if_due(at) is not None) == goes


def test_old_rounds_are_forgotten():
    for days in range(archive.ROUNDS_KEPT + 2):
        archive.check_archive(NOW + days * DAY)
    assert ArchivePass.objects.count() == archive.ROUNDS_KEPT
    assert ArchivePass.objects.earliest().finished_at == NOW + 2 * DAY


def test_the_commands(capsys):
    house = brand()
    story = linking(house)
    call_command("check_stories")
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    house.delete()
    with pytest.raises(CommandError) as stop:
        call_command("check_stories", page=story.pk)
    assert stop.value.returncode == 1
    out = capsys.readouterr().out
    assert f"{story.pk} Gel-Kayano 14: error link_dead: [Section 1, Heel: prose] The link " in out
    assert "1 pages, 1 errors" in out
    call_command("check_archive")
    assert "1 errors, 0 warnings" in capsys.readouterr().out
    with pytest.raises(CommandError) as stop:
        call_command("check_stories", page=999_999)
    assert stop.value.returncode == 2


def test_the_command_names_fields_by_their_labels(capsys):
    story = feature("A" * 71, live=True, standfirst="Too short.")
    call_command("check_stories", page=story.pk)
    out = capsys.readouterr().out
    assert "warning standfirst_length: [Standfirst] The standfirst has 10 characters." in out
    assert "warning title_long: [Title] " in out


def test_the_command_looks_at_drafts_when_asked():
    feature("A draft", ready=False)
    call_command("check_stories")
    with pytest.raises(CommandError):
        call_command("check_stories", all=True)


def test_a_finding_is_dated_by_the_clock_unless_told():
    archive.check_archive()
    assert abs(ArchivePass.objects.latest().finished_at - timezone.now()) < DAY
