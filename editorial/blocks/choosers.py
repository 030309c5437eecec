"""Choosers of pages and pictures that fetch for a whole story at once.

A page that is not live, or private, stays chosen, so that an editor who opens the story later does not lose it; blocks
print only what `shown()` lets through.
"""

import copy

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from editorial.blocks import shelf


class Shelved:
    """For chooser blocks: values come from the shelf, each use with an instance of its own."""

    def bulk_to_python(self, values):
        values = list(values)
        found = shelf.take(self, values)
        # A copy for every use: picture blocks hang the alternative text of the use on the instance.
        return [copy.copy(found[pk]) if pk in found else None for pk in values]

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def normalize(self, value):
        # A page put in by code (a preview) gets what those from the shelf have.
        is_bare = isinstance(value, Page) and not hasattr(value, "is_shown")
        return self.to_python(value.pk) if is_bare else value

    def value_from_form(self, value):
        return self.to_python(int(value)) if isinstance(value, str) and value.isdecimal() else value or None

    def clean(self, value):
        # The stock block asks the database for an object of its own: what came from the shelf was found there, and
        # previews need just that one. Whether there must be one at all is still the stock block's to say.
        return value if isinstance(value, self.model_class) else super().clean(value)


class PageChooser(Shelved, blocks.PageChooserBlock):
    """Choose a page of one type, named by string."""

    def clean(self, value):
        # A chooser of several types takes its pages as plain ones, and the stock block takes any.
        if isinstance(value, Page) and not issubclass(value.specific_class or Page, tuple(self.target_models)):
            raise ValidationError(_("A page of this kind cannot stand here."))
        return super().clean(value)


class RailSource(PageChooser):
    """Choose a silhouette whose newest products fill a rail."""

    stands_for = "products"


class TimelineSource(PageChooser):
    """Choose a silhouette or brand whose collaborations fill a timeline."""

    stands_for = "collaborations"


class PictureChooser(Shelved, ImageChooserBlock):
    """Choose a picture."""


# Migrations name the stock block: they must not depend on ours.
DECONSTRUCT_ALIASES = dict.fromkeys((PageChooser, RailSource, TimelineSource), "wagtail.blocks.PageChooserBlock")


class Picture(ImageBlock):
    """A picture with the alternative text of this use."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        # The stock block offers no way to name another chooser.
        chooser = PictureChooser(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


def shown(page):
    """The page if readers may see it, else None."""
    return page if page is not None and page.is_shown else None


def all_shown(pages) -> list:
    """Those of the pages that readers may see, in order, each once."""
    kept = {page.pk: page for page in map(shown, pages) if page is not None}
    return list(kept.values())
