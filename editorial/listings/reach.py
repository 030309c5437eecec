"""Reaching models from below them."""

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page

from editorial.querysets import EditorialPageQuerySet


def objects(model_name: str):
    """The manager of one of the house's models, by its class name."""
    return apps.get_model("editorial", model_name).objects


def shown_pages() -> EditorialPageQuerySet:
    """Pages of any kind that readers may see, with what all kinds have in common."""
    return EditorialPageQuerySet(Page).shown()


def pages_of(rows, name: str, pages, *relations: str) -> list:
    """The shown pages that the rows of a page's relation point at, in the rows' order, in one query.

    `rows` is the related manager, `name` the row's field, `pages` the pages that may be shown, `relations` what is to
    be joined to them. In a preview the rows are those in the editor's form.
    """
    found = rows.all()
    if isinstance(found, QuerySet):
        joined = [name, *(f"{name}__{relation}" for relation in relations)]
        return [getattr(row, name) for row in found.filter(**{f"{name}__in": pages}).select_related(*joined)]
    ids = [getattr(row, f"{name}_id") for row in found]
    by_id = (pages.select_related(*relations) if relations else pages).in_bulk(ids)
    return [by_id[pk] for pk in ids if pk in by_id]
