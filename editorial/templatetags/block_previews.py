"""For the preview of a block in the block picker."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_block_tag
def unless_blank(content: str, otherwise: str) -> str:
    """The contents, or a paragraph that says why there are none."""
    return content if content.strip() else format_html('<p class="meta">{}</p>', otherwise)
