"""Reaching models from below them."""

from django.apps import apps
from wagtail.models import Page

from editorial.querysets import EditorialPageQuerySet


def objects(model_name: str):
    """The manager of one of the house's models, by its class name."""
    return apps.get_model("editorial", model_name).objects


def shown_pages() -> EditorialPageQuerySet:
    """Pages of any kind that readers may see, with what all kinds have in common."""
    return EditorialPageQuerySet(Page).shown()
