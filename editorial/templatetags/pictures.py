"""The picture tag: the only way a picture gets onto a page."""

from django import template

from editorial.pictures import picture_of

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(image, recipe: str, sizes: str = "100vw", alt: str | None = None, css: str = "", priority: bool = False):  # noqa: FBT001, FBT002
    """Print a picture in the formats and widths of a recipe; nothing where there is no image.

    `alt` left out means the image's own description; an empty `alt` marks it as decorative.
    """
    if image is None or image == "":
        return {"picture": None}
    return {
        "picture": {
            **vars(picture_of(image, recipe)),
            "sizes": sizes,
            "alt": image.default_alt_text if alt is None else alt,
            "css": css,
            "priority": priority,
        }
    }
