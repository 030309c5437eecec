"""A feature's body: numbered sections. The one place where blocks are put together into streams."""

import math
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from editorial.blocks import anchors, catalogue, editing, embeds, pictures, posted, sections, shelf, text, walk
from editorial.richtext import STORY

WORDS_A_MINUTE = 230


class SectionContent(blocks.StreamBlock):
    """What may stand in a section, in the order of the picker."""

    prose = text.Prose(features=STORY)
    pull_quote = text.PullQuote()
    fact_box = text.FactBox()
    note = text.Note()
    image = pictures.ImageFigure()
    image_pair = pictures.ImagePair()
    gallery = pictures.Gallery()
    spec_sheet = catalogue.SpecSheet()
    product_card = catalogue.ProductCard()
    product_rail = catalogue.ProductRail()
    collaboration_card = catalogue.CollaborationCard()
    collaboration_timeline = catalogue.CollaborationTimeline()
    comparison = catalogue.Comparison()
    embed = embeds.Embed()


class StorySection(sections.Section):
    """A section with all it may hold."""

    content = SectionContent(label=_("Content"))

    class Meta:
        form_layout = BlockGroup(children=["heading", "content"], settings=["anchor"])

    def get_preview_value(self):
        content = self.child_blocks["content"]
        return self.normalize(
            {
                "heading": "An empty chair",
                "anchor": "an-empty-chair",
                "content": [
                    ("prose", content.child_blocks["prose"].get_preview_value()),
                    ("image", content.child_blocks["image"].get_preview_value()),
                ],
            }
        )


@dataclass(frozen=True)
class ContentsLine:
    """A line of the contents list. `number` counts from 1."""

    number: int
    heading: str
    anchor: str
    block_id: str


class FeatureBody(blocks.StreamBlock):
    """The story of a feature."""

    section = StorySection()

    class Meta:
        icon = "doc-full"

    def value_from_datadict(self, data, files, prefix):
        with shelf.stocked(self, [posted.choices(self, data, prefix)]):
            return super().value_from_datadict(data, files, prefix)

    def clean(self, value):
        cleaned = super().clean(value)
        give_anchors(cleaned)
        return cleaned

    def get_form_state(self, value):
        # The page's form has fetched it together with its own choosers' things.
        known = getattr(value, "at_hand", None) or editing.brought(self, value.raw_data)
        with editing.at_hand(known):
            return super().get_form_state(value)

    def contents(self, value) -> list[ContentsLine]:
        """The contents list, read from the stored data: nothing the sections hold is loaded."""
        return [
            ContentsLine(
                number=number,
                heading=item["value"].get("heading") or "",
                anchor=item["value"].get("anchor") or anchors.fallback_anchor(item.get("id")),
                block_id=item.get("id") or "",
            )
            for number, item in enumerate(value.raw_data, start=1)
        ]

    def reading_minutes(self, value) -> int:
        """How long the story takes to read, in whole minutes, at 230 words a minute."""
        raw = [item for item in value.raw_data if item["type"] in self.child_blocks]
        words = sum(words_of(leaf, stored) for leaf, stored in walk.leaves(self, raw))
        return max(1, math.ceil(words / WORDS_A_MINUTE))


def words_of(leaf, stored) -> int:
    """The words of one stored field value that a reader reads; choices and addresses count for nothing."""
    if not isinstance(stored, str) or isinstance(leaf, blocks.ChoiceBlock | blocks.URLBlock):
        return 0
    return len(strip_tags(stored.replace("<", " <")).split())


def give_anchors(value) -> None:
    """Give every section without an address one, and no two the same. Changes `value`, a StreamValue, in place.

    Sections not yet loaded stay unloaded. A copy of a section gets an address of its own; the first one keeps its.
    """
    taken: set[str] = set()
    for index, raw in enumerate(value.raw_data):
        bound = value._bound_blocks[index]
        section = raw["value"] if bound is None else bound.value
        anchor = section.get("anchor") or anchors.readable_anchor(section.get("heading"), raw.get("id"))
        anchor = anchors.unique_anchor(anchor, taken)
        taken.add(anchor)
        if section.get("anchor") != anchor:
            section["anchor"] = anchor
            if bound is not None:
                value._raw_data[index] = None
