"""What a picture's file says by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PictureFile(models.Model):
    """What was read from the file of a picture: its fingerprint, and what its maker wrote into it.

    The fingerprint has 64 bits; equal pictures differ in few of them. Its four quarters are columns of their own, so
    that pictures alike are found by an index and not by looking at all of them.
    """

    image = models.OneToOneField(
        "editorial.EditorialImage", on_delete=models.CASCADE, primary_key=True, related_name="file_facts"
    )
    # Not a use of the picture.
    image.wagtail_reference_index_ignore = True
    file_hash = models.CharField(_("of the file"), max_length=40, blank=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=16, blank=True, help_text=_("Hexadecimal."))
    colours = models.CharField(_("colours of sixteen fields"), max_length=96, blank=True)
    quarter_1 = models.PositiveIntegerField(null=True, db_index=True)
    quarter_2 = models.PositiveIntegerField(null=True, db_index=True)
    quarter_3 = models.PositiveIntegerField(null=True, db_index=True)
    quarter_4 = models.PositiveIntegerField(null=True, db_index=True)
    read = models.JSONField(
        _("read from the file"), default=dict, blank=True, help_text=_("Words the file held, by field of the picture.")
    )
    has_location = models.BooleanField(_("says where it was taken"), default=False)
    is_upright = models.BooleanField(
        _("measured upright"),
        default=False,
        help_text=_("Width and height of the picture were taken, or looked over, as it is shown."),
    )

    class Meta:
        verbose_name = _("facts of a picture's file")
        verbose_name_plural = _("facts of pictures' files")

    def __str__(self) -> str:
        return self.fingerprint
