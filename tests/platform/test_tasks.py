"""Tasks run when what they are about is true, and not before."""

import pytest
from django.db import transaction
from django.tasks import task
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from editorial.models import HomePage, StandardPage

done: list[str] = []


@task
def note(word: str) -> None:
    done.append(word)


@pytest.fixture(autouse=True)
def after_commit(settings):
    settings.TASKS = {"default": {"BACKEND": "sportshowroom.tasks.AfterCommitBackend"}}
    done.clear()


@pytest.mark.django_db
def test_a_task_waits_for_the_transaction(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        note.enqueue("after")
        done.append("before")
    assert done == ["before", "after"]


@pytest.mark.django_db
def test_a_task_of_a_transaction_that_is_undone_never_runs(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        try:
            with transaction.atomic():
                note.enqueue("undone")
                raise ValueError("no")
        except ValueError:
            note.enqueue("kept")
    assert done == ["kept"]


@pytest.mark.django_db
def test_wagtail_indexes_a_page_the_same_way(django_capture_on_commit_callbacks):
    def entries() -> int:
        return IndexEntry.objects.filter(object_id=str(Page.objects.get(slug="about-us").pk)).count()

    with django_capture_on_commit_callbacks(execute=True):
        HomePage.objects.get().add_child(instance=StandardPage(title="About us", slug="about-us"))
        assert entries() == 0
    assert entries() > 0
