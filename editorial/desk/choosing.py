"""Choosing a page: the branches that can't hold one of the wanted type are left out of the window."""

from functools import cache

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.views.chooser import page_models_from_string
from wagtail.models import Page


@hooks.register("construct_page_chooser_queryset")
def only_ways_to_the_wanted(pages, request: HttpRequest):
    """Pages of the wanted types, and those with such pages somewhere under them by the rules of the tree."""
    try:
        wanted = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
    except (ValueError, LookupError):
        # The view itself answers for an unknown type.
        return pages
    if Page in wanted:
        return pages
    return pages.type(*wanted, *ways_to(wanted))


@cache
def ways_to(wanted: tuple[type[Page], ...]) -> tuple[type[Page], ...]:
    """The page types under which pages of the wanted types can stand, at any depth."""
    found: set[type[Page]] = set()
    waiting = list(wanted)
    while waiting:
        parents = set(waiting.pop().allowed_parent_page_models()) - found
        found |= parents
        waiting.extend(parents)
    return tuple(parent for parent in found if parent is not Page)
