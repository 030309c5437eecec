"""The field a picture's file comes in by, wherever pictures are handed in."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from editorial.picture_files.soundness import Damaged, TooManyPixels, check_sound

DAMAGED = _(
    "This file is damaged: it can't be read to its end. Copy or download it again, or ask whoever sent it to send it "
    "once more."
)


class PictureField(WagtailImageField):
    """The framework's field, which takes for granted that what begins like a picture ends like one."""

    default_error_messages = {"damaged": DAMAGED}

    def check_image_pixel_size(self, f):
        """Read the whole file, as will be done to make its sizes. Raises ValidationError where that can't be."""
        try:
            check_sound(f.image.f, self.max_image_pixels)
        except TooManyPixels as excess:
            counts = {
                "num_pixels": _("unknown number") if excess.pixels is None else excess.pixels,
                "max_pixels_count": self.max_image_pixels,
            }
            raise ValidationError(
                self.error_messages["file_too_many_pixels"] % counts, code="file_too_many_pixels"
            ) from None
        except Damaged:
            raise ValidationError(self.error_messages["damaged"], code="damaged") from None


def checks_whole_files(field: WagtailImageField) -> PictureField:
    """A field in the place of the framework's, with its label, its widget and its words."""
    return PictureField(
        label=field.label,
        required=field.required,
        widget=field.widget,
        help_text=field.help_text,
        max_length=field.max_length,
    )
