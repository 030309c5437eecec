"""Pictures in a story: one, two, or a gallery. The credit comes from the picture itself, always."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.blocks.choosers import Picture
from editorial.blocks.groups import PICTURES
from editorial.blocks.samples import sample_pictures
from editorial.choices import FigureLayout
from editorial.richtext import LINE
from editorial.rights import Use, shown_image

CAPTION_HELP = _("Say something the picture does not. The credit is printed after it.")

# The shape a picture is cut to on the sheet, by how wide it runs. Upright pictures keep theirs.
RATIOS = {
    FigureLayout.FULL: "21-9",
    FigureLayout.RUN: "21-9",
    FigureLayout.WIDE: "16-9",
    FigureLayout.TEXT: "3-2",
    FigureLayout.SIDE: "3-2",
}
# Wider than this fraction of its height, a picture counts as lying.
NEARLY_SQUARE = (0.9, 1.1)


def ratio_for(image, layout: str) -> str:
    """The ratio class (`r-<ratio>`) of a picture: by layout for lying pictures, its own for upright and square ones."""
    proportion = image.width / image.height if image.height else 1
    if layout in (FigureLayout.TEXT, FigureLayout.SIDE) and proportion <= NEARLY_SQUARE[1]:
        return "4-5" if proportion < NEARLY_SQUARE[0] else "1-1"
    return RATIOS.get(layout, "3-2")


def shared_ratio(images) -> str:
    """One ratio class for pictures that stand side by side: square where all are nearly so, else upright."""
    if images and all(NEARLY_SQUARE[0] <= image.width / image.height <= NEARLY_SQUARE[1] for image in images):
        return "1-1"
    return "4-5"


def alternative_text(image) -> str:
    """The alternative text of this use: empty when decorative, else the use's own, else the picture's description."""
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.description


@dataclass(frozen=True)
class Shot:
    """One picture as readers see it, with its alternative text. `is_own`: it is the one that editors chose."""

    image: object
    alt: str
    is_own: bool


def shot_of(image, parent_context=None) -> Shot | None:
    """What is shown where editors chose `image`; None where nothing may be.

    What stands in for it has a description of its own, and stays decorative where the chosen picture was. A feed sets
    `picture_use` in the context around the block.
    """
    picture = shown_image(image or None, (parent_context or {}).get("picture_use", Use.STORY))
    if picture is None:
        return None
    if picture is image:
        return Shot(image, alternative_text(image), is_own=True)
    return Shot(picture, "" if getattr(image, "decorative", False) else picture.description, is_own=False)


class ImageFigure(blocks.StructBlock):
    """One picture."""

    picture = Picture(label=_("Picture"))
    layout = blocks.ChoiceBlock(label=_("Layout"), choices=FigureLayout.choices, default=FigureLayout.TEXT)
    caption = blocks.RichTextBlock(label=_("Caption"), features=LINE, required=False, help_text=CAPTION_HELP)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("One picture: text width, wide, off the sheet or edge to edge.")
        group = PICTURES
        template = "blocks/image.html"
        label_format = "{caption}"

    def get_preview_value(self):
        picture = next(iter(sample_pictures(1)), None)
        return self.normalize(
            {
                "picture": picture,
                "layout": FigureLayout.TEXT,
                "caption": "<p>The side view, reduced to its lines.</p>",
            }
        )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shot = shot_of(value["picture"], parent_context)
        if shot:
            # The words under a picture are about that picture, so another one goes without.
            caption = value["caption"] if shot.is_own else ""
            ratio = ratio_for(shot.image, value["layout"])
            context.update(image=shot.image, alt=shot.alt, ratio=ratio, caption=caption)
        return context


class PictureSet(blocks.StructBlock):
    """Pictures side by side under one caption; what pairs and galleries share."""

    sample_size = 0

    class Meta:
        icon = "image"

    def get_preview_value(self):
        return self.normalize(
            {"pictures": sample_pictures(self.sample_size), "caption": "<p>Three moods for one set of tooling.</p>"}
        )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shots = [shot for image in value["pictures"] if (shot := shot_of(image, parent_context))]
        context.update(
            shots=shots,
            ratio=shared_ratio([shot.image for shot in shots]),
            caption=value["caption"] if any(shot.is_own for shot in shots) else "",
        )
        return context


class ImagePair(PictureSet):
    """Two pictures, edge to edge."""

    pictures = blocks.ListBlock(Picture(), label=_("Pictures"), min_num=2, max_num=2, help_text=_("Left, then right."))
    caption = blocks.RichTextBlock(label=_("Caption"), features=LINE, required=False, help_text=CAPTION_HELP)

    sample_size = 2

    class Meta:
        icon = "image"
        label = _("Image pair")
        description = _("Two pictures side by side, edge to edge, under one caption.")
        group = PICTURES
        template = "blocks/image_pair.html"
        label_format = "{caption}"


class Gallery(PictureSet):
    """Three to nine pictures inside the margins."""

    pictures = blocks.ListBlock(Picture(), label=_("Pictures"), min_num=3, max_num=9)
    caption = blocks.RichTextBlock(label=_("Caption"), features=LINE, required=False, help_text=CAPTION_HELP)

    sample_size = 3

    class Meta:
        icon = "grip"
        label = _("Gallery")
        description = _("Three to nine pictures, three across, under one caption.")
        group = PICTURES
        template = "blocks/gallery.html"
        label_format = "{caption}"
