"""One load instead of a thousand saves: what signals ask for on every save is done once, at the end."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import django.tasks
import django_tasks
from django.db.models import Model
from django.tasks.backends.dummy import DummyBackend
from modelsearch.index import get_indexed_models
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends

# Wagtail enqueues through one of them, our own tasks through the other; both read the same setting.
HANDLERS = (django.tasks.task_backends, django_tasks.task_backends)


@contextmanager
def tasks_set_aside() -> Iterator[None]:
    """While the block runs, tasks enqueued in this thread are dropped; other threads go on as ever."""
    aliases = list(django.tasks.task_backends)
    before = [(handler, alias, handler[alias]) for handler in HANDLERS for alias in aliases]
    for handler, alias, _backend in before:
        handler[alias] = DummyBackend(alias, {})
    try:
        yield
    finally:
        for handler, alias, backend in before:
            handler[alias] = backend


@contextmanager
def log_set_aside() -> Iterator[None]:
    """While the block runs, Wagtail does not log every page: the load reports for itself."""
    logger = logging.getLogger("wagtail")
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)


def index_for_search(objects: list[Model]) -> None:
    """Enter the objects into the search index, model by model."""
    indexed = tuple(get_indexed_models())
    by_model: dict[type[Model], list[Model]] = defaultdict(list)
    for thing in objects:
        if isinstance(thing, indexed):
            by_model[type(thing)].append(thing)
    for backend in get_search_backends(with_auto_update=True):
        for model, things in by_model.items():
            backend.add_bulk(model, things)


def index_references(objects: list[Model]) -> None:
    """Enter what the objects point at into the reference index."""
    for thing in objects:
        if ReferenceIndex.is_indexed(type(thing)):
            ReferenceIndex.create_or_update_for_object(thing)


def as_stored(objects: list[Model]) -> list[Model]:
    """The objects as the database now has them, in no particular order."""
    pages = [thing.pk for thing in objects if isinstance(thing, Page)]
    by_model: dict[type[Model], list] = defaultdict(list)
    for thing in objects:
        if not isinstance(thing, Page):
            by_model[type(thing)].append(thing.pk)
    stored: list[Model] = list(Page.objects.filter(pk__in=pages).specific())
    for model, keys in by_model.items():
        stored += model._default_manager.filter(pk__in=keys)
    return stored
