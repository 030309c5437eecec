"""Printing stories for feeds."""

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

from editorial.pictures import picture_of
from editorial.rights import in_window

register = template.Library()


@register.simple_tag(takes_context=True)
def feed_block(context, child):
    """Print a block of a section by its template for feeds, which has the block's own name."""
    values = child.block.get_context(child.value, parent_context=context.flatten())
    return mark_safe(render_to_string(f"feeds/blocks/{child.block_type}.html", values))  # noqa: S308 - a template's


@register.simple_tag
def jpeg(image):
    """The picture as every reader of feeds can show it: `src`, `width`, `height`, `credit`; None outside its window."""
    return picture_of(image, "plain") if in_window(image, timezone.now()) else None
