"""Addresses made of titles: the same whether the form's script makes them, which comes late at times, or the house."""

from itertools import chain, count
from unicodedata import normalize

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii
from wagtail.models import Page

# Room for a number within the 255 characters of a slug.
LONGEST = 245


def slug_of(title: str) -> str:
    """The title as an address: letters of every script in Latin ones, signs left out. Empty where nothing is left.

    Latin letters with accents, and most Cyrillic ones, become what the script of the form makes of them.
    """
    kept = "".join(sign for sign in normalize("NFC", title) if sign.isascii() or sign.isalpha() or sign.isspace())
    return slugify(string_to_ascii(kept))[:LONGEST].strip("-_")


def free_slug(base: str, parent: Page | None) -> str:
    """`base` as it is or with the first number that makes it an address no child of the parent has."""
    if parent is None:
        return base
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in chain([base], (f"{base}-{number}" for number in count(2))) if slug not in taken)
