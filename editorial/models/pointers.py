"""What a stored version points at: whether it is all still there, asked once for each kind of thing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

Stored = dict[str, Any]
Place = tuple[type[models.Model], str]
Met = dict[Place, set]

# An id is that of one page for ever, whatever its kind: one query for all kinds.
PAGES = (Page, "id")


class Sound(NamedTuple):
    """A stored version that points at nothing but what is there.

    `types` are those of the pages it points at: ids of content types, by id of the page. `several` are the things that
    its many-to-many fields hold, by field; `stored` is without these fields.
    """

    stored: Stored
    types: dict[int, int]
    several: dict[str, list[models.Model]]


def without_dangling(model: type[models.Model], stored: Stored) -> Sound:
    """The stored version of a `model` without pointers to what was deleted meanwhile.

    As the framework would do it, which asks once for each row: a pointer that goes with its target takes its row along,
    any other is emptied. One query for each kind of thing.
    """
    met: Met = defaultdict(set)
    note(model, stored, met)
    lists = {field.name: field.related_model for field in model._meta.many_to_many if field.name in stored}
    whole = {(target, target._meta.pk.name) for target in lists.values()}
    for name, target in lists.items():
        met[target, target._meta.pk.name].update(stored[name])
    pages = met.pop(PAGES, set())
    types = dict(Page.objects.filter(pk__in=pages).values_list("pk", "content_type")) if pages else {}
    there: dict[Place, Collection] = {PAGES: types.keys()}
    things = {}
    for (target, name), keys in met.items():
        rows = target._default_manager.filter(**{f"{name}__in": keys})
        if (target, name) in whole:
            things[target] = list(rows)
            there[target, name] = {getattr(thing, name) for thing in things[target]}
        else:
            there[target, name] = set(rows.values_list(name, flat=True))
    several = {name: [thing for thing in things[target] if thing.pk in stored[name]] for name, target in lists.items()}
    single = {name: value for name, value in stored.items() if name not in lists}
    return Sound(kept(model, single, there, is_row=False), types, several)


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


def kept(
    model: type[models.Model], stored: Stored, there: Mapping[Place, Collection], *, is_row: bool
) -> Stored | None:
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
