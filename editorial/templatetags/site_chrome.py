"""The masthead's knowledge of where the reader is."""

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def current(request, path: str) -> str:
    """The `aria-current` attribute for a navigation link to `path`, or nothing.

    `page` on the page itself, `true` on a page below it. Without a request (an error page) nothing is current.
    """
    here = getattr(request, "path", "")
    if here == path:
        return mark_safe('aria-current="page"')
    if path != "/" and here.startswith(path):
        return mark_safe('aria-current="true"')
    return ""
