"""What a block still needs before it may go to readers, read from its stored value.

The framework asks the same when a form is sent for publishing; a draft may lack it. Said here in words, so that it can
be told beforehand, and of versions that never were in a form.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from editorial.blocks.walk import children
from editorial.running_text.references import link_attributes


@dataclass(frozen=True)
class Lack:
    """Something that is missing, and how to mend it.

    `block_id` is the nearest block that has one, `part` the names of the inputs from there on, joined by hyphens. A
    block's own `lacking(stored)` gives the name of its input as `part` and leaves the rest to the walk.
    """

    part: str
    message: str
    mend: str
    block_id: str = ""


def lacks(block: blocks.Block, stored, block_id: str, where: str, part: str = "") -> Iterator[Lack]:
    """All that is missing in a stored value of `block`. `where` is what the place is called."""
    if isinstance(block, ImageBlock):
        if block.child_blocks["image"].required and not image_in(stored):
            said = _("%(where)s: no picture is chosen.") % {"where": where}
            yield Lack(joined(part, "image"), said, _("Choose one, or delete the block."), block_id)
    elif isinstance(block, blocks.BaseStructBlock):
        yield from lacks_of_struct(block, stored if isinstance(stored, dict) else {}, block_id, where, part)
    elif isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        yield from lacks_of_list(block, stored, block_id, where, part)
    elif block.required and is_blank(block, stored):
        is_chosen = isinstance(block, blocks.ChooserBlock)
        said = _("%(where)s: nothing is chosen.") if is_chosen else _("%(where)s is empty.")
        mend = _("Choose one, or delete the block.") if is_chosen else _("Fill it in, or delete the block.")
        yield Lack(part, said % {"where": where}, mend, block_id)


def lacks_of_struct(
    block: blocks.BaseStructBlock, stored: dict, block_id: str, where: str, part: str
) -> Iterator[Lack]:
    """What the inputs of a block lack, and what the block asks of them together."""
    for name, child in block.child_blocks.items():
        if name not in stored and isinstance(child, blocks.ChoiceBlock):
            # Older than the choice: it has the choice's default.
            continue
        inside = _("%(block)s, '%(input)s'") % {"block": where, "input": child.label}
        yield from lacks(child, stored.get(name), block_id, inside, joined(part, name))
    for lack in block.lacking(stored) if hasattr(block, "lacking") else ():
        said = _("%(where)s: %(said)s") % {"where": where, "said": lack.message}
        yield Lack(joined(part, lack.part), said, lack.mend, block_id)


def lacks_of_list(block, stored, block_id: str, where: str, part: str) -> Iterator[Lack]:
    """Whether a list or stream is long enough, and what its items lack."""
    items = list(children(block, stored))
    is_stream = isinstance(block, blocks.BaseStreamBlock)
    least = block.meta.min_num or (1 if is_stream and block.required else 0)
    if len(items) < least:
        said = ngettext(
            "%(where)s: one is needed, there are %(there)d.",
            "%(where)s: %(least)d are needed, there are %(there)d.",
            least,
        )
        told = said % {"where": where, "least": least, "there": len(items)}
        yield Lack(part, told, _("Add what is missing, or delete the block."), block_id)
    for number, (child, item, item_id) in enumerate(items, start=1):
        inside = str(child.label) if is_stream else _("%(where)s %(number)d") % {"where": where, "number": number}
        yield from lacks(child, item, item_id or block_id, inside, "" if item_id else part)


def joined(part: str, name: str) -> str:
    """The way to an input inside another."""
    return f"{part}-{name}" if part else name


def image_in(stored):
    """The id of the picture in a stored use of one; the oldest hold nothing but the id."""
    return stored.get("image") if isinstance(stored, dict) else stored


def is_blank(block: blocks.Block, stored) -> bool:
    """Whether a stored field has nothing for readers."""
    if isinstance(block, blocks.RichTextBlock):
        # A mark of a footnote is something, though it has no words.
        return is_blank_text(stored) and not any(link_attributes(str(stored or "")))
    return stored in (None, "") or not str(stored).strip()


def is_blank_text(markup) -> bool:
    """Whether a rich text has no words; the editor may leave an empty paragraph behind."""
    return not html.unescape(strip_tags(str(markup or ""))).strip()
