"""Links that show a draft to somebody without an account."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class ShareLinkQuerySet(models.QuerySet):
    """Links by whether they still open."""

    def open(self, at: datetime.datetime | None = None):
        """Neither revoked nor past their hour at `at` (now by default)."""
        return self.filter(revoked_at=None, expires_at__gt=at or timezone.now())


class ShareLink(models.Model):
    """One link to one page's draft. Of the link itself only a hash is kept, so a copy of this table opens nothing.

    `revision` fixes the version; without one, the link shows the latest.
    """

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="share_links")
    revision = models.ForeignKey(
        Revision, verbose_name=_("version"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    label = models.CharField(
        _("for whom"), max_length=80, help_text=_("Whom you send it to, so that you know it again.")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    last_seen_at = models.DateTimeField(_("last seen"), null=True, blank=True)
    views = models.PositiveIntegerField(_("times opened"), default=0)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("share link")
        verbose_name_plural = _("share links")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="share_link_has_time"
            )
        ]

    def __str__(self):
        return f"{self.page_id}: {self.label}"

    def is_open(self, at: datetime.datetime | None = None) -> bool:
        """Whether it still shows the draft at `at` (now by default)."""
        return self.revoked_at is None and self.expires_at > (at or timezone.now())
