"""A numbered section of a feature: a heading and what stands under it."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.blocks import shelf, walk
from editorial.blocks.anchors import LONGEST
from editorial.blocks.groups import TEXT

ANCHOR = RegexValidator(r"^[a-z0-9-]+$", _("Small letters, digits and hyphens only."))


class Section(blocks.StructBlock):
    """A heading with an address of its own, and prose, pictures and cards in any order.

    `stories.py` adds `content`, the stream of what may stand in it.
    """

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, help_text=_("Also the line in the contents list."))
    anchor = blocks.CharBlock(
        label=_("Address in the page"),
        required=False,
        max_length=LONGEST + 10,
        validators=[ANCHOR],
        help_text=_("Made from the first heading and then kept, so that links to this section go on working."),
    )

    class Meta:
        icon = "title"
        label = _("Section")
        description = _("A numbered part of the story, with a heading in the contents list.")
        group = TEXT
        template = "blocks/section.html"
        label_format = "{heading}"

    def bulk_to_python(self, values):
        values = list(values)
        with shelf.stocked(walk.chosen_ids_of_all(self, values)):
            return super().bulk_to_python(values)

    def to_python(self, value):
        return self.bulk_to_python([value])[0]
