"""The fourth road to live: the schedule."""

import datetime
from threading import Event

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from editorial.actions.publish_due import REFUSED_ACTION, publish_due
from editorial.models import ProductPage
from scripts.background import keep_schedule
from tests.desk.builders import brand, feature, product, silhouette
from tests.desk.forms import edit_url
from tests.support.html import Document

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def schedule(page, after: datetime.timedelta = HOUR) -> None:
    """Approve the page's next version to go live later."""
    page.go_live_at = timezone.now() + after
    page.save_revision().publish()


def later(hours: float):
    """The clock so many hours on."""
    return time_machine.travel(timezone.now() + hours * HOUR, tick=False)


@pytest.fixture
def one_refused_of_three():
    """Three products due in one hour; the second lost its right to its code since."""
    shoe = silhouette(brand())
    pages = [product(shoe, title, code, live=False) for title, code in (("A", "A-1"), ("B", "B-1"), ("C", "C-1"))]
    for page in pages:
        schedule(page)
    product(shoe, "The quicker one", "b1")
    return pages


def test_a_refusal_never_holds_back_another(one_refused_of_three):
    with later(2):
        done = publish_due()
    assert (len(done.published), len(done.refused), done.failed) == (2, 1, [])
    assert set(ProductPage.objects.live().values_list("title", flat=True)) == {"A", "C", "The quicker one"}


def test_the_desk_is_told(chief, one_refused_of_three):
    with later(2):
        publish_due()
        entry = PageLogEntry.objects.get(action=REFUSED_ACTION)
        assert "already belongs to 'ASICS Gel-Kayano 14, The quicker one'" in entry.data["problems"][0]
        page = Document(chief.get("/admin/"))
        assert "The quicker one" in page.text_of("#panel-refused-section, #refused, [id*=refused]")
        history = chief.get(f"/admin/pages/{entry.page_id}/history/")
        assert "Refused by the gate when its hour came." in Document(history).get_text()


def test_a_refused_page_is_told_once_and_can_be_mended(chief, one_refused_of_three):
    with later(2):
        publish_due()
        assert publish_due().refused == []
        refused = ProductPage.objects.get(title="B")
        assert not refused.approved_schedule
        assert chief.get(edit_url(refused)).status_code == 200
        refused.style_code = "B-2"
        refused.go_live_at = None
        refused.save_revision().publish()
        assert "The quicker one" not in Document(chief.get("/admin/")).text_of("main")


def test_nothing_happens_before_the_hour(one_refused_of_three):
    done = publish_due()
    assert not done.published
    assert not done.refused


def test_a_silhouette_follows_its_brand_in_one_run():
    house = brand(live=False)
    shoe = silhouette(house, live=False)
    schedule(house)
    schedule(shoe)
    with later(2):
        assert publish_due().refused == []
    shoe.refresh_from_db()
    assert shoe.live


def test_what_has_expired_goes_off_and_frees_its_code():
    shoe = silhouette(brand())
    pair = product(shoe)
    pair.expire_at = timezone.now() + HOUR
    pair.save_revision().publish()
    with later(2):
        done = publish_due()
        assert len(done.expired) == 1
        pair.refresh_from_db()
        assert pair.expired
        assert pair.style_key is None


def test_a_fault_of_ours_holds_back_nobody(caplog):
    shoe = silhouette(brand())
    broken, sound = product(shoe, "A", "A-1", live=False), product(shoe, "B", "B-1", live=False)
    schedule(broken)
    schedule(sound)
    # A revision damaged in the database: no publication can read it.
    Revision.objects.filter(object_id=str(broken.pk)).update(content={"pk": broken.pk, "go_live_at": "no date"})
    with later(2):
        done = publish_due()
    assert len(done.published) == 1
    assert len(done.failed) == 1
    sound.refresh_from_db()
    assert sound.live
    assert "The schedule failed for" in caplog.text


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages"])
def test_operators_run_the_command_they_know(command, one_refused_of_three, capsys):
    with later(2):
        call_command(command, "--dryrun")
        assert capsys.readouterr().out.count("would publish:") == 3
        assert not ProductPage.objects.filter(title="A").live()
        call_command(command)
    said = capsys.readouterr().out
    assert said.count("published:") == 2
    assert said.count("refused:") == 1


def test_an_editor_hears_of_it_when_scheduling():
    story = feature(standfirst="")
    with pytest.raises(Exception, match="There is no standfirst"):
        schedule(story)


def test_make_run_keeps_the_schedule(one_refused_of_three):
    ended = Event()
    # Ended before it began: it looks once.
    ended.set()
    with later(2):
        keep_schedule(ended)
    assert set(ProductPage.objects.live().values_list("title", flat=True)) == {"A", "C", "The quicker one"}


def test_a_round_that_fails_is_not_the_last(monkeypatch, one_refused_of_three, caplog):
    """A disk that is full, a letter that cannot be written: the thread lives on, for what is due a minute later."""
    ended = Event()
    ended.set()

    def full_disk():
        raise OSError("no space left")

    monkeypatch.setattr("editorial.actions.desk_round.desk_round", full_disk)
    keep_schedule(ended)
    assert "tried again in a minute" in caplog.text
    assert "no space left" in caplog.text
