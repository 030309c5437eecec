"""Pages of a list, by number."""

import re

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Count, Window
from django.http import Http404

PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def page_number(number: str | None) -> int:
    """The number `?page=` asks for; 1 where it says nothing. Raises Http404 for what is no number."""
    if not number:
        return 1
    if not PAGE_NUMBER.fullmatch(number):
        raise Http404
    return int(number)


def numbered_pages(queryset, number: str | None, per_page: int) -> Page:
    """As `numbered`, for a queryset of models: the rows and how many there are in all, in one query."""
    wanted = page_number(number)
    start = (wanted - 1) * per_page
    rows = list(queryset.annotate(of_all=Window(Count("pk")))[start : start + per_page])
    if not rows and wanted > 1:
        raise Http404
    paginator = Paginator(rows, per_page)
    paginator.count = rows[0].of_all if rows else 0
    return Page(rows, wanted, paginator)


def numbered(items, number: str | None, per_page: int) -> Page:
    """The page of the list that `?page=` asks for; the first where it says nothing.

    Raises Http404 for anything that is not the number of a page there is: one address, one page, and none for a
    crawler to get lost in.
    """
    try:
        return Paginator(items, per_page).page(page_number(number))
    except EmptyPage as error:
        raise Http404 from error
