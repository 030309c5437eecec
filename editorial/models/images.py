"""Pictures and their rights."""

import logging
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet, get_upload_to
from wagtail.search import index

from editorial.accents import accent_of
from editorial.choices import Accent, Licence
from editorial.picture_files.silence import SilentFilter
from editorial.picture_files.upright import UprightImageField
from editorial.querysets import renditions_prefetch
from editorial.rights import in_window

logger = logging.getLogger(__name__)


class EditorialImageQuerySet(ImageQuerySet):
    """Images with what the picture component needs."""

    def withheld(self, at=None):
        """Not to be shown to anybody at the time `at`: outside their window, or not cleared world-wide.

        `editorial.rights.in_window` says the same of one picture.
        """
        today = timezone.localdate(at)
        outside = models.Q(rights_from__gt=today) | models.Q(rights_until__lt=today) | models.Q(worldwide=False)
        return self.filter(outside)

    def for_recipes(self, *recipes: str):
        """With the renditions of the named recipes, in one more query."""
        return self.prefetch_related(renditions_prefetch("", *recipes))


class EditorialImage(AbstractImage):
    """A picture with its credit; no picture is shown without one."""

    file = UprightImageField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Printed under the picture, word for word: 'Photograph: Name' or '© Rights holder'."),
    )
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)
    source_url = models.URLField(_("source"), blank=True, help_text=_("Where the picture or its licence can be found."))
    rights_from = models.DateField(_("may be shown from"), null=True, blank=True)
    rights_until = models.DateField(_("may be shown until"), null=True, blank=True)
    worldwide = models.BooleanField(
        _("cleared world-wide"),
        default=True,
        help_text=_("Our pages do not know where a reader is: anything less than world-wide counts as not cleared."),
    )
    replacement = models.ForeignKey(
        "self",
        verbose_name=_("replacement picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Chosen in time, it can take this picture's place when the rights end."),
    )
    for_stories = models.BooleanField(
        _("stories and pages"), default=True, help_text=_("In stories, and on the pages of shoes, people and brands.")
    )
    for_cards = models.BooleanField(
        _("cards and lists"), default=True, help_text=_("Small, wherever a page is announced on another.")
    )
    for_social = models.BooleanField(
        _("social sites and search engines"), default=True, help_text=_("On the cards that others make of our pages.")
    )
    for_feeds = models.BooleanField(_("feeds"), default=True, help_text=_("In what we hand on for others to show."))
    for_print = models.BooleanField(_("print"), default=True, help_text=_("On paper, when a reader prints a page."))
    accent_hint = models.CharField(
        _("nearest accent"),
        max_length=12,
        choices=Accent,
        blank=True,
        editable=False,
        help_text=_("Suggested for stories that open with this picture."),
    )

    admin_form_fields = (
        *Image.admin_form_fields,
        "credit",
        "rights_holder",
        "licence",
        "source_url",
        "rights_from",
        "rights_until",
        "worldwide",
        "for_stories",
        "for_cards",
        "for_social",
        "for_feeds",
        "for_print",
        "replacement",
    )
    search_fields = (*AbstractImage.search_fields, index.SearchField("credit"), index.FilterField("licence"))

    objects = EditorialImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        if self.file and not kwargs.get("update_fields") and (not self.accent_hint or self.file_is_new()):
            self.accent_hint = self.nearest_accent()
        super().save(*args, **kwargs)

    def suggested_accent(self) -> str:
        """The accent hint, found and kept now for a picture that came in without one (in bulk, or long ago)."""
        if not self.accent_hint and self.file:
            self.accent_hint = self.nearest_accent()
            type(self).objects.filter(pk=self.pk).update(accent_hint=self.accent_hint)
        return self.accent_hint

    def file_is_new(self) -> bool:
        """Whether the file was put in since the picture was loaded."""
        return not self.file._committed

    def nearest_accent(self) -> str:
        """The accent nearest to the picture's loudest colour; empty where the file can't be read."""
        try:
            with self.open_file() as file, PillowImage.open(file) as picture:
                return accent_of(picture)
        except (OSError, ValueError, PillowImage.DecompressionBombError):
            logger.warning("No accent hint: the file of picture %s can't be read.", self.pk or self.title)
            return ""

    def generate_rendition_file(self, filter, *, source=None):
        # Willow copies what the camera wrote, the place among it, into every size.
        return super().generate_rendition_file(SilentFilter(filter.spec), source=source)

    @property
    def credit_line(self) -> str:
        """The credit as printed: the credit itself, or '© rights holder'."""
        if self.credit or not self.rights_holder:
            return self.credit
        return f"© {self.rights_holder}"

    @property
    def default_alt_text(self) -> str:
        """The picture's own description, used where a use gives no alt text of its own."""
        return self.description


class EditorialRendition(AbstractRendition):
    """One encoded size of a picture."""

    image = models.ForeignKey(EditorialImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_per_spec",
            )
        ]
        # Whoever asks for the file of a rendition is told whether its picture may still be shown.
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]

    @staticmethod
    def construct_cache_key(image, filter_cache_key, filter_spec):
        """As the framework's; one that nobody asks for twice where the picture may not be shown.

        Its files are deleted again and again, by a process whose memory is not ours: what is remembered is not there.
        """
        key = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return key if in_window(image, timezone.now()) else f"{key}-{uuid4().hex}"
