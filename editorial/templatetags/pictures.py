"""The picture tag: the only way a picture gets onto a page. And the line that says whose the pictures are."""

from django import template

from editorial.pictures import picture_of
from editorial.rights import hour_of_readers, in_window

register = template.Library()

CREDITS = "picture_credits"
# For pictures that may be shown on screens only; the styles for paper leave them out.
ON_SCREENS_ONLY = "on-screens-only"


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(context, image, recipe: str, sizes: str = "100vw", alt: str | None = None, css: str = "", priority=False):
    """Print a picture in the formats and widths of a recipe; nothing where there is no image.

    Whoever hands over an image has asked `editorial.rights` what may be shown; should one not have, a picture outside
    its window is nothing here.

    `alt` left out means the image's own description; an empty `alt` marks it as decorative. Where the template has a
    request, the credit is kept for `picture_credits`; a figure has none, because it prints its credit itself.
    """
    if image is None or image == "" or not in_window(image, hour_of_readers()):
        return {"picture": None}
    printed = picture_of(image, recipe)
    request = context.get("request")
    if request is not None and printed.credit:
        vars(request).setdefault(CREDITS, {})[printed.credit] = True
    return {
        "picture": {
            **vars(printed),
            "sizes": sizes,
            "alt": image.default_alt_text if alt is None else alt,
            "css": css if image.for_print else f"{css} {ON_SCREENS_ONLY}".strip(),
            "priority": priority,
        }
    }


@register.inclusion_tag("components/picture_credits.html", takes_context=True)
def picture_credits(context):
    """Name those whose pictures stand on the page's cards, each once, in the order met. Stands after the pictures."""
    return {"credits": list(getattr(context.get("request"), CREDITS, {}))}
