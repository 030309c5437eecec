"""The end of a picture's rights is seen coming: tasks, notices, and renditions that go."""

import datetime
from datetime import UTC

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.actions.expire_rights import expire_rights
from editorial.actions.watch_rights import watch_rights
from editorial.choices import NoticeKind, RightsNotice
from editorial.listings.rights import endings, faults_of, live_pages_of, offenders
from editorial.models import EditorialImage, EditorialRendition, Notice, RightsTask
from tests.desk.builders import feature, member_of, picture

pytestmark = pytest.mark.django_db

LAST_DAY = datetime.date(2027, 3, 31)


def at(days_before: int) -> datetime.datetime:
    return datetime.datetime(2027, 3, 31, 12, tzinfo=UTC) - datetime.timedelta(days=days_before)


@pytest.fixture
def image() -> EditorialImage:
    return picture("Runner", rights_until=LAST_DAY)


@pytest.fixture
def story(image):
    editor = member_of("Editors")
    page = feature(lead_image=image, owner=editor)
    page.save_revision(user=editor).publish()
    return page


def kinds() -> list[str]:
    return list(RightsTask.objects.open().values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("days", "kind"),
    [(31, None), (30, "month"), (8, "month"), (7, "week"), (0, "week"), (-1, "ended")],
)
def test_a_task_opens_in_time(story, days, kind):
    watch_rights(at(days))
    assert kinds() == ([kind] if kind else [])


def test_nearer_notices_take_the_place_of_farther_ones_and_nothing_is_opened_twice(story):
    for days, kind in ((29, "month"), (28, "month"), (7, "week"), (6, "week"), (-1, "ended"), (-2, "ended")):
        watch_rights(at(days))
        again = watch_rights(at(days))
        assert (again.opened, again.closed, again.renditions) == (0, 0, 0)
        assert kinds() == [kind]
    assert RightsTask.objects.count() == 3


def test_rights_that_are_extended_settle_the_task(story, image):
    watch_rights(at(5))
    EditorialImage.objects.filter(pk=image.pk).update(rights_until=LAST_DAY + datetime.timedelta(days=365))
    assert watch_rights(at(5)).closed == 1
    assert kinds() == []


def test_an_ended_picture_that_nobody_shows_is_settled(story, image):
    watch_rights(at(-1))
    assert kinds() == [RightsNotice.ENDED]
    other = picture("Another")
    type(story).objects.filter(pk=story.pk).update(lead_image=other)
    story.refresh_from_db()
    story.lead_image = other
    story.save_revision().publish()
    watch_rights(at(-2))
    assert kinds() == []


def test_a_replacement_that_lasts_settles_the_task(story, image):
    watch_rights(at(5))
    for until, settled in ((LAST_DAY, False), (None, True)):
        EditorialImage.objects.filter(pk=image.pk).update(replacement=picture("Stand-in", rights_until=until))
        watch_rights(at(4))
        assert (kinds() == []) == settled


def test_a_picture_on_no_live_page_asks_for_nothing_until_it_is_on_one(image):
    watch_rights(at(20))
    assert kinds() == []
    page = feature(lead_image=image)
    page.save_revision().publish()
    watch_rights(at(19))
    assert kinds() == [RightsNotice.MONTH]
    page.refresh_from_db()
    page.unpublish()
    watch_rights(at(18))
    assert kinds() == []


def test_editors_of_live_pages_are_told_once_of_each_occasion(story, mailoutbox):
    call = [watch_rights(at(30)), watch_rights(at(29)), watch_rights(at(7))]
    assert [done.opened for done in call] == [1, 0, 1]
    notices = Notice.objects.filter(kind=NoticeKind.RIGHTS)
    assert [notice.user for notice in notices] == [story.owner, story.owner]
    assert "31 March 2027" in notices.first().comment
    assert "no replacement" in notices.first().comment


def test_renditions_go_with_the_rights(image):
    kept = picture("Kept").get_rendition("format-avif|width-60")
    gone = image.get_rendition("format-avif|width-60")
    storage, name = gone.file.storage, gone.file.name
    assert expire_rights(at(0)) == 0
    assert expire_rights(at(-1)) == 1
    assert list(EditorialRendition.objects.all()) == [kept]
    assert image.file.storage.exists(image.file.name)
    assert expire_rights(at(-1)) == 0
    assert storage == kept.file.storage
    assert name


def test_editors_see_a_picture_again_whose_sizes_another_process_deleted(image):
    image.rights_until = timezone.localdate() - datetime.timedelta(days=1)
    image.save()
    remembered = image.get_rendition("width-60")
    # The row and its file go, and what this process remembers of them stays.
    EditorialRendition.objects.filter(pk=remembered.pk).delete()
    remembered.file.storage.delete(remembered.file.name)
    shown = EditorialImage.objects.get(pk=image.pk).get_rendition("width-60")
    assert shown.pk != remembered.pk
    assert shown.file.storage.exists(shown.file.name)


def test_the_command_says_what_it_did(capsys):
    call_command("watch_rights")
    assert "tasks opened: 0, closed: 0; renditions deleted: 0" in capsys.readouterr().out


def test_offenders_stand_by_what_readers_see(story):
    bare = picture("Bare", credit="", rights_holder="", description="")
    shown = story.lead_image
    found = offenders(at=at(-1))
    assert found[0][:2] == (shown.pk, 1)
    assert (bare.pk, 0, 0) in found
    assert faults_of(bare, at(-1)) == ["credit", "holder", "licence", "alt"]
    assert "ended" in faults_of(shown, at(-1))
    assert [one.pk for one in offenders("ended", at(-1))] == [shown.pk]
    assert live_pages_of([shown.pk])[shown.pk][0].pk == story.pk
    assert list(endings(LAST_DAY, LAST_DAY)) == [shown]
