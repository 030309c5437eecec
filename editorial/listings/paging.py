"""Pages of a list, by number."""

import re

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404

PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def numbered(items, number: str | None, per_page: int) -> Page:
    """The page of the list that `?page=` asks for; the first where it says nothing.

    Raises Http404 for anything that is not the number of a page there is: one address, one page, and none for a
    crawler to get lost in.
    """
    paginator = Paginator(items, per_page)
    if not number:
        return paginator.page(1)
    if not PAGE_NUMBER.fullmatch(number):
        raise Http404
    try:
        return paginator.page(int(number))
    except EmptyPage as error:
        raise Http404 from error
