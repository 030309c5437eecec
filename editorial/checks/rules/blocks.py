"""Rules for the shape of a text: headings in their order, nothing empty, paragraphs that can be read."""

import re
from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks

from editorial.blocks.requirements import Lack, is_blank, lacks
from editorial.blocks.walk import children
from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule

HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL | re.IGNORECASE)
# What a page already stands under where its text begins: the title alone, or a section's heading.
UNDER_TITLE, UNDER_SECTION = 1, 2
LONGEST_PARAGRAPH = 180


@rule(warnings={"heading_order": gettext_lazy("Headings out of order"), "heading_empty": gettext_lazy("Empty heading")})
def headings_descend(page, ground: Ground) -> Iterator[Problem]:
    """Every heading inside a text is at most one step below the one before it, and has words."""
    start = UNDER_TITLE if type(page).__name__ == "StandardPage" else UNDER_SECTION
    for passage in ground.contents(page).passages:
        level = start
        for digit, inner in HEADING.findall(passage.markup):
            words = strip_tags(inner).strip()
            if not words:
                yield problem_at(passage, "heading_empty", _("A heading is empty."), _("Write it, or delete the line."))
            elif int(digit) > level + 1:
                said = {"heading": Truncator(words).chars(60), "level": digit, "above": level + 1}
                message = _("The heading '%(heading)s' is of level %(level)s where one of level %(above)d is due.")
                yield problem_at(
                    passage,
                    "heading_order",
                    message % said,
                    _("Choose the larger heading for it: readers who listen move from level to level."),
                )
            level = int(digit)


@rule(
    on=("FeaturePage",),
    errors={
        "section_empty": gettext_lazy("Empty section"),
        "block_empty": gettext_lazy("Empty block"),
        "block_incomplete": gettext_lazy("Incomplete block"),
    },
)
def blocks_are_complete(page) -> Iterator[Problem]:
    """Every section has a heading and holds something, and every block of it has what it cannot be printed without."""
    for section, stored, section_id in children(page.body.stream_block, page.body.raw_data):
        stored = stored or {}
        headed = section.child_blocks["heading"]
        where = _("Section, '%(input)s'") % {"input": headed.label}
        for lack in lacks(headed, stored.get("heading"), section_id, where, "heading"):
            yield incomplete(lack)
        content = stored.get("content") or []
        if not content:
            heading = stored.get("heading") or _("without a heading")
            yield Problem(
                "section_empty",
                _("The section '%(heading)s' is empty.") % {"heading": heading},
                _("Put something under its heading, or delete it."),
                field="body",
                block_id=section_id,
            )
        for block, value, block_id in children(section.child_blocks["content"], content):
            block_id = block_id or section_id
            if has_content(block, value):
                yield from map(incomplete, lacks(block, value, block_id, str(block.label)))
            else:
                yield Problem(
                    "block_empty",
                    _("A block is empty: %(kind)s.") % {"kind": str(block.label).lower()},
                    _("Fill it, or delete it: readers would meet a gap."),
                    field="body",
                    block_id=block_id,
                )


def incomplete(lack: Lack) -> Problem:
    """The objection to a block that lacks something."""
    return Problem("block_incomplete", lack.message, lack.mend, field="body", block_id=lack.block_id, part=lack.part)


def has_content(block: blocks.Block, raw) -> bool:
    """Whether anything in a stored block is for readers; choices and settings alone are not."""
    if isinstance(block, blocks.BaseStructBlock):
        inside = block.child_blocks.items()
        return isinstance(raw, dict) and any(has_content(child, raw.get(name)) for name, child in inside)
    if isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        return any(has_content(child, item) for child, item, _item_id in children(block, raw))
    if isinstance(block, blocks.ChoiceBlock | blocks.BooleanBlock):
        return False
    return not is_blank(block, raw)


@rule(warnings={"paragraph_long": gettext_lazy("Long paragraph")})
def paragraphs_breathe(page, ground: Ground) -> Iterator[Problem]:
    """No paragraph of rich text is a wall."""
    for passage in ground.contents(page).passages:
        if not passage.markup:
            continue
        for paragraph in passage.words.splitlines():
            length = len(paragraph.split())
            if length > LONGEST_PARAGRAPH:
                opening = {"opening": Truncator(paragraph).words(6), "length": length}
                yield problem_at(
                    passage,
                    "paragraph_long",
                    _("The paragraph that begins '%(opening)s' has %(length)d words.") % opening,
                    _("Break it in two: on a phone it fills more than a screen."),
                )
