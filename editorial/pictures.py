"""What the picture component needs to know about one picture, without encoding anything.

A rendition that exists is linked as a file; one that does not is linked as a signed on-demand address, with the size it
will have. So no page request ever encodes an image, and no page waits for one to be encoded.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wagtail.images.models import Filter
from wagtail.images.views.serve import generate_image_url

from editorial.renditions import RECIPES, Recipe

MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Source:
    """One `<source>` of a picture element."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """A picture ready to print: sources best format first, and the fallback with its pixel size."""

    sources: tuple[Source, ...]
    src: str
    width: int
    height: int
    focal_class: str
    credit: str


@dataclass(frozen=True)
class Cut:
    """One width of a picture: where it is and how many pixels it has."""

    url: str
    width: int
    height: int


def picture_of(image, recipe_name: str) -> Picture:
    """The picture for an image and a recipe. Raises KeyError for a recipe that does not exist.

    `image` is an EditorialImage, its renditions best prefetched with `renditions_prefetch()`.
    """
    recipe = RECIPES[recipe_name]
    cuts = cuts_of(image, recipe)
    sources = []
    for file_format, widths in (("avif", recipe.avif), ("webp", recipe.webp), ("jpeg", recipe.jpeg)):
        srcset = dict.fromkeys(f"{cuts[file_format, width].url} {cuts[file_format, width].width}w" for width in widths)
        if widths:
            sources.append(Source(MIME_TYPES[file_format], ", ".join(unique_widths(srcset))))
    fallback = cuts["jpeg", recipe.jpeg[-1]]
    return Picture(
        sources=tuple(sources),
        src=fallback.url,
        width=fallback.width,
        height=fallback.height,
        focal_class=focal_class(image),
        credit=image.credit_line,
    )


def cuts_of(image, recipe: Recipe) -> Mapping[tuple[str, int], Cut]:
    """Every cut of the recipe, by format and width asked for."""
    wanted = {
        (file_format, width): Filter(spec=recipe.spec(file_format, width))
        for file_format, widths in (("avif", recipe.avif), ("webp", recipe.webp), ("jpeg", recipe.jpeg))
        for width in widths
    }
    existing = image.find_existing_renditions(*wanted.values())
    cuts = {}
    for (file_format, width), wanted_filter in wanted.items():
        rendition = existing.get(wanted_filter)
        if rendition is not None:
            cuts[file_format, width] = Cut(rendition.url, rendition.width, rendition.height)
        else:
            cuts[file_format, width] = cut_to_come(image, wanted_filter)
    return cuts


def cut_to_come(image, wanted: Filter) -> Cut:
    """A cut that may not be there yet: its on-demand address, and the size it will have to the pixel.

    The framework works it out as it will when it encodes: where a cut lies depends on the point of interest, and where
    its edges fall between two pixels it takes both. Nothing is opened, and the database is not asked.
    """
    width, height = wanted.get_transform(image).size
    return Cut(generate_image_url(image, wanted.spec), round(width), round(height))


def unique_widths(candidates) -> list[str]:
    """Without candidates that say the same width twice, as happens where the master is small."""
    seen: set[str] = set()
    kept = []
    for candidate in candidates:
        descriptor = candidate.rsplit(" ", 1)[1]
        if descriptor not in seen:
            seen.add(descriptor)
            kept.append(candidate)
    return kept


def focal_class(image) -> str:
    """One of nine position classes, `focal-<left|centre|right>-<top|middle|bottom>`, from the image's focal point."""
    if not image.has_focal_point():
        return "focal-centre-middle"
    point = image.get_focal_point().centroid
    across = ("left", "centre", "right")[third(point.x, image.width)]
    down = ("top", "middle", "bottom")[third(point.y, image.height)]
    return f"focal-{across}-{down}"


def third(value: float, whole: int) -> int:
    """Which third of the whole the value lies in: 0, 1 or 2."""
    return min(2, max(0, int(3 * value / whole))) if whole else 1
