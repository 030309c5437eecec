"""Choosers of pages and pictures that fetch for a whole story at once.

A page that is not live, or private, stays chosen, so that an editor who opens the story later does not lose it; blocks
print only what `shown()` lets through.
"""

import copy

from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from editorial.blocks import shelf
from editorial.listings.reach import shown_pages


class Shelved:
    """For chooser blocks: values come from the shelf, each use with an instance of its own."""

    def bulk_to_python(self, values):
        values = list(values)
        found = shelf.take(self.model_class, values)
        # A copy for every use: picture blocks hang the alternative text of the use on the instance.
        return [copy.copy(found[pk]) if pk in found else None for pk in values]

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def value_from_form(self, value):
        if value is None or isinstance(value, self.model_class):
            return value
        try:
            return self.to_python(int(value))
        except ValueError:
            return None


class PageChooser(Shelved, blocks.PageChooserBlock):
    """Choose a page of one type, named by string."""


class PictureChooser(Shelved, ImageChooserBlock):
    """Choose a picture."""


# Migrations name the stock block: they must not depend on ours.
DECONSTRUCT_ALIASES = {PageChooser: "wagtail.blocks.PageChooserBlock"}


class Picture(ImageBlock):
    """A picture with the alternative text of this use."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        # The stock block offers no way to name another chooser.
        chooser = PictureChooser(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


def shown(page):
    """The page if readers may see it, else None.

    Pages from the shelf know; one put in by code (a preview, a form not yet saved) is asked for.
    """
    if page is None:
        return None
    if not hasattr(page, "is_shown"):
        page.is_shown = shown_pages().filter(pk=page.pk).exists()
    return page if page.is_shown else None


def all_shown(pages) -> list:
    """Those of the pages that readers may see, in order, each once."""
    kept = {page.pk: page for page in map(shown, pages) if page is not None}
    return list(kept.values())
