"""What is to be done before a picture's rights end."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import RightsNotice


class RightsTaskQuerySet(models.QuerySet):
    """The questions that are asked of tasks."""

    def open(self):
        """Not done yet, what ends first on top."""
        return self.filter(done_at__isnull=True).order_by("ends_on", "pk")


class RightsTask(models.Model):
    """A picture's rights end, or have ended: extend them, choose a replacement, or take the picture out."""

    image = models.ForeignKey(
        "editorial.EditorialImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="rights_tasks"
    )
    # Not a use of the picture.
    image.wagtail_reference_index_ignore = True
    kind = models.CharField(_("notice"), max_length=8, choices=RightsNotice)
    ends_on = models.DateField(_("last day"), db_index=True)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = RightsTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture rights task")
        verbose_name_plural = _("picture rights tasks")
        ordering = ("ends_on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["image", "kind", "ends_on"], name="one_rights_task_per_notice"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.image}"
