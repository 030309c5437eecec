"""Named picture recipes: the one place where a rendition spec is spelled.

Prefetching, the picture component, warm-up, feeds and social cards all take their specs from here, so a picture that a
page prefetched is exactly the picture it renders. AVIF at three widths, WebP at two, JPEG at one: AVIF reaches nearly
every reader, WebP the rest, JPEG feeds and old mail clients.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """How a picture is cut. `ratio` is (width, height), or None to keep the whole picture. Widths are pixels."""

    name: str
    ratio: tuple[int, int] | None
    avif: tuple[int, ...]
    webp: tuple[int, ...]
    jpeg: tuple[int, ...]

    def operation(self, width: int) -> str:
        """The resize operation for one width: `width-640` or `fill-640x427`."""
        if self.ratio is None:
            return f"width-{width}"
        return f"fill-{width}x{round(width * self.ratio[1] / self.ratio[0])}"

    def spec(self, file_format: str, width: int) -> str:
        """The full filter spec, operations in the order Wagtail's picture tag names them."""
        return f"format-{file_format}|{self.operation(width)}"

    def specs(self) -> tuple[str, ...]:
        """Every spec of the recipe, best format first."""
        return tuple(
            self.spec(file_format, width)
            for file_format, widths in (("avif", self.avif), ("webp", self.webp), ("jpeg", self.jpeg))
            for width in widths
        )


PLAIN = Recipe("plain", None, avif=(640, 1080, 1600), webp=(640, 1080), jpeg=(1080,))
CARD = Recipe("card", (3, 2), avif=(360, 640, 1080), webp=(640, 1080), jpeg=(640,))
TALL = Recipe("tall", (4, 5), avif=(360, 640, 1080), webp=(640, 1080), jpeg=(640,))
SQUARE = Recipe("square", (1, 1), avif=(360, 640, 1080), webp=(640, 1080), jpeg=(640,))
# Marks of shops, printed 6rem wide at most.
LOGO = Recipe("logo", None, avif=(), webp=(240,), jpeg=(240,))
SOCIAL = Recipe("social", (40, 21), avif=(), webp=(), jpeg=(1200,))
# For the admin's lists and choosers; never on a public page.
THUMB = Recipe("thumb", (3, 2), avif=(), webp=(), jpeg=(144,))

RECIPES = {recipe.name: recipe for recipe in (PLAIN, CARD, TALL, SQUARE, LOGO, SOCIAL, THUMB)}


def specs_of(*names: str) -> tuple[str, ...]:
    """The specs of the named recipes, for a prefetch. Raises KeyError on an unknown name."""
    return tuple(spec for name in names for spec in RECIPES[name].specs())
