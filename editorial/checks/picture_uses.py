"""Every picture a version of a page shows, with what is said of it there."""

from collections.abc import Iterator
from dataclasses import dataclass

from editorial.checks.body import picture_uses
from editorial.checks.ground import Ground


@dataclass(frozen=True)
class PictureUse:
    """One use: the picture (None where it was deleted), where it stands, and its words.

    `field` and `block_id` say where, `alt_field` is the field of its alternative text. `alt` falls back to the
    picture's description. `is_social`: it stands on the page's social card only, where nobody needs words.
    """

    image: object
    field: str
    block_id: str = ""
    alt: str = ""
    alt_field: str = ""
    decorative: bool = False
    is_social: bool = False


def uses_of(page, ground: Ground) -> Iterator[PictureUse]:
    """The lead picture, those of the gallery and the body, the social picture. Asks what the ground does not know."""
    if page.lead_image is not None:
        alt = page.lead_alt or page.lead_image.description
        yield PictureUse(page.lead_image, "lead_image", alt=alt, alt_field="lead_alt")
    for shot in page.pictures.all() if hasattr(page, "pictures") else ():
        yield PictureUse(shot.image, "pictures", alt=shot.alt or shot.image.description, alt_field="pictures")
    if hasattr(page, "body") and hasattr(page.body, "stream_block"):
        yield from body_uses(page.body, ground)
    if page.social_image is not None:
        yield PictureUse(page.social_image, "social_image", is_social=True)


def body_uses(value, ground: Ground) -> Iterator[PictureUse]:
    """The pictures of a story, in reading order."""
    found = [(block, raw) for block, raw in picture_uses(value.stream_block, value.raw_data, "") if raw.get("image")]
    ground.fetch_images({raw["image"] for _block, raw in found})
    for block_id, raw in found:
        image = ground.images.get(raw["image"])
        alt = raw.get("alt_text") or (image.default_alt_text if image else "")
        yield PictureUse(image, "body", block_id, alt, "body", bool(raw.get("decorative")))
