"""A picture is as wide and high as it is shown: telephones held upright store theirs lying, with a note to turn them.

The file stays as it came in. Every size made of it is turned, and the desk shows it turned, so its width, its height
and the point of interest that editors set are those of the turned picture.
"""

from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from editorial.picture_files.soundness import upright_size


class UprightFile(WagtailImageFieldFile):
    """The file of a picture, measured as it is shown."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height in pixels. Raises OSError where the file is none that can be opened."""
        was_closed = self.closed
        self.open()
        try:
            with Image.open(self) as picture:
                return upright_size(picture)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class UprightImageField(WagtailImageField):
    """The framework's field, which takes the width of what the camera stored."""

    attr_class = UprightFile

    def deconstruct(self):
        # The column is the framework's, and so it is to migrations.
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs
