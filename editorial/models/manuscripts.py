"""Manuscripts: what a draft was made from, kept as it came."""

from functools import partial

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import ManuscriptKind
from editorial.models.features import FeaturePage


class PrivateStorage(FileSystemStorage):
    """Files without a public address: only the desk hands them out, and asks who wants them."""

    def url(self, name):
        """Raises ValueError, always."""
        raise ValueError("A manuscript has no public address.")


def private_storage() -> PrivateStorage:
    """Beside the originals of pictures, in a folder that no address leads to."""
    return PrivateStorage()


class ManuscriptQuerySet(models.QuerySet):
    """Manuscripts of drafts."""

    def newest(self):
        """Last one first."""
        return self.order_by("-uploaded_at", "-pk")


class Manuscript(models.Model):
    """The original of a draft and the report of how it was read.

    `report` is what `editorial.manuscripts.report.as_json` gives; `digest` the SHA-256 of the original in hexadecimal;
    `size` is in bytes. The file goes when the row goes.
    """

    page = models.ForeignKey(FeaturePage, verbose_name=_("draft"), on_delete=models.CASCADE, related_name="manuscripts")
    original = models.FileField(_("original"), upload_to="manuscripts/%Y/%m/", storage=private_storage, max_length=255)
    name = models.CharField(_("name"), max_length=255)
    kind = models.CharField(_("kind"), max_length=10, choices=ManuscriptKind)
    size = models.PositiveBigIntegerField(_("size"))
    digest = models.CharField(_("digest"), max_length=64, db_index=True)
    report = models.JSONField(_("report"), default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("brought in by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("brought in at"), default=timezone.now)

    objects = ManuscriptQuerySet.as_manager()

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")

    def __str__(self):
        return self.name


@receiver(post_delete, sender=Manuscript)
def drop_original(sender, instance: Manuscript, **kwargs) -> None:
    """The file goes with its row, once it is certain that the row has gone."""
    transaction.on_commit(partial(instance.original.storage.delete, instance.original.name))
