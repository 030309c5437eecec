"""Files of offers that merchandisers hand in: kept until they are confirmed, then as a line of record."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferImport(models.Model):
    """One file. `text` is its content while it waits and empty once applied.

    `digest` stands for the changes that were shown to whoever uploaded it: only those are applied.
    """

    file_name = models.CharField(_("file"), max_length=200)
    text = models.TextField(_("content"), blank=True)
    digest = models.CharField(max_length=64, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    held_back = models.PositiveIntegerField(_("held back"), default=0)

    class Meta:
        verbose_name = _("file of offers")
        verbose_name_plural = _("files of offers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(applied_at=None) | models.Q(text=""), name="applied_file_is_not_kept"
            ),
        ]
        indexes = [models.Index(fields=["uploaded_at"], name="offer_imports_by_day")]

    def __str__(self):
        return self.file_name
