"""A numbered section of a feature: a heading and what stands under it."""

from dataclasses import dataclass

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.blocks import shelf
from editorial.blocks.anchors import LONGEST, fallback_anchor
from editorial.blocks.groups import TEXT

ANCHOR = RegexValidator(r"^[a-z0-9-]+$", _("Small letters, digits and hyphens only."))


@dataclass(frozen=True)
class Piece:
    """A block of a section as it is printed: its figure number, and whether it opens the story with a tall initial."""

    block: blocks.stream_block.StreamValue.StreamChild
    figure: str
    opens: bool


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
        with shelf.stocked(self, values):
            return super().bulk_to_python(values)

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["anchor"] = value["anchor"] or fallback_anchor(context.get("id"))
        context["pieces"] = pieces_of(
            value["content"], context.get("figures") or {}, is_first=context.get("number") == 1
        )
        return context


def pieces_of(content, figures: dict[str, str], *, is_first: bool) -> list[Piece]:
    """The blocks of a section with what the page knows of them. `figures` is {block id: number as printed}."""
    opening = next((child for child in content if child.block_type == "prose"), None) if is_first else None
    return [Piece(child, figures.get(child.id, ""), child is opening) for child in content]
