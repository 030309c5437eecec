"""The masthead and the footer: where the reader is, and what the editors said once for the whole site."""

from django import template
from django.utils.safestring import mark_safe

from editorial.listings.house import house_of

register = template.Library()


@register.simple_tag(takes_context=True)
def house(context):
    """The site settings with the default market, read once a request; None before anybody has saved any."""
    return house_of(context.get("request"))


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
