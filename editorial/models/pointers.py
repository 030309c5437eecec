"""What a stored version points at: whether it is all still there, asked once for each kind of thing."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

Stored = dict[str, Any]
Met = dict[tuple[type[models.Model], str], set]

# An id is that of one page for ever, whatever its kind: one query for all kinds.
PAGES = (Page, "id")


def without_dangling(model: type[models.Model], stored: Stored) -> tuple[Stored, dict[int, int]]:
    """The stored version of a `model` without pointers to what was deleted meanwhile; types of the pages it points at.

    As the framework would do it, which asks once for each row: a pointer that goes with its target takes its row along,
    any other is emptied. One query for each kind of thing. The types are ids of content types, by id of the page.
    """
    met: Met = defaultdict(set)
    note(model, stored, met)
    pages = met.pop(PAGES, set())
    types = dict(Page.objects.filter(pk__in=pages).values_list("pk", "content_type")) if pages else {}
    there = {PAGES: types.keys()} | {
        (target, name): set(target._default_manager.filter(**{f"{name}__in": keys}).values_list(name, flat=True))
        for (target, name), keys in met.items()
    }
    return kept(model, stored, there, is_row=False), types


def pointers(model: type[models.Model], stored: Stored) -> Iterator[tuple[models.ForeignKey, tuple, Any]]:
    """Every filled foreign key of a stored row: the field, the model and field it points at, the value there."""
    for field in model._meta.concrete_fields:
        if isinstance(field.remote_field, models.ManyToOneRel) and stored.get(field.name) is not None:
            target, name = field.remote_field.model, field.remote_field.field_name
            value = target._meta.get_field(name).to_python(stored[field.name])
            yield field, (PAGES if issubclass(target, Page) else (target, name)), value


def children(model: type[models.Model], stored: Stored) -> Iterator[tuple[str, type[models.Model], list[Stored]]]:
    """The rows that are stored with a version, by relation."""
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in stored:
            yield name, relation.related_model, stored[name]


def note(model: type[models.Model], stored: Stored, met: Met) -> None:
    """Add all that a version and its rows point at."""
    for _field, place, value in pointers(model, stored):
        met[place].add(value)
    for _name, row_model, rows in children(model, stored):
        for row in rows:
            note(row_model, row, met)


def kept(model: type[models.Model], stored: Stored, there: Met, *, is_row: bool) -> Stored | None:
    """The version or row with what is there; None for a row that went with what it pointed at."""
    changed = dict(stored)
    for field, place, value in pointers(model, stored):
        if value in there[place] or field.remote_field.on_delete is models.DO_NOTHING:
            continue
        if is_row and field.remote_field.on_delete is models.CASCADE:
            return None
        changed[field.name] = None
    for name, row_model, rows in children(model, stored):
        rest = (kept(row_model, row, there, is_row=True) for row in rows)
        changed[name] = [row for row in rest if row is not None]
    return changed
