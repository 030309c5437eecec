"""What a picture's file says beside the picture stays in the original: sizes that readers get say nothing.

Cameras write the place, agencies the address of the photographer. Colour profiles stay, for the colours to be right.
"""

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter
from willow.plugins.pillow import PillowImage

# Where Pillow keeps what it read, and takes it from when it saves.
WORDS = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "iptc", "comment", "gps", "Raw profile type exif")


class ForgetWords(FilterOperation):
    """Leaves the pixels and the colour profile."""

    def construct(self):
        """Takes no arguments."""

    def run(self, willow, image, env):
        picture = getattr(willow, "image", None)
        for name in WORDS:
            getattr(picture, "info", {}).pop(name, None)
        return willow


class EightBits(FilterOperation):
    """Scans in greys of sixteen bits become eight: JPEG holds no others, and WebP shows them white."""

    def construct(self):
        """Takes no arguments."""

    def run(self, willow, image, env):
        picture = getattr(willow, "image", None)
        if picture is None or not picture.mode.startswith("I;16"):
            return willow
        return PillowImage(picture.point(lambda grey: grey * (1 / 256)).convert("L"))


class SilentFilter(Filter):
    """A filter whose last operation is to forget what the file said, after making it one that every format holds."""

    @property
    def filter_operations(self):
        return [*super().filter_operations, EightBits("eight"), ForgetWords("forget")]
