"""What the desk tells its people, in the admin and by post. Written by machines only; a reader of it marks it read."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import NoticeKind


class Notice(models.Model):
    """One thing one person is told once: `key` names the occasion, and a person has one notice of an occasion.

    Where a step waits, `actor` approved `step_before`, or handed the page in where that is empty; `comment` is what
    they said. `wants_mail` is what the person's preferences said then; `mailed_at` is set when the letter left.
    `tries` counts letters that the mail server would not take.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("for"), on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind)
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="notices")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    task_name = models.CharField(_("step"), max_length=255, blank=True)
    step_before = models.CharField(_("step before"), max_length=255, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    key = models.CharField(max_length=120)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    wants_mail = models.BooleanField(default=False)
    mailed_at = models.DateTimeField(_("sent"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_notice_per_occasion")]
        indexes = [
            models.Index(fields=["user", "read_at"], name="notices_unread"),
            models.Index(fields=["wants_mail", "mailed_at"], name="notices_to_mail"),
        ]

    def __str__(self):
        return f"{self.user}: {self.kind} {self.page_id}"


class LetterChoice(models.Model):
    """Which of the desk's letters a person does not want; without a row, all are sent. Notices come either way."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("for"), on_delete=models.CASCADE, related_name="letter_choice"
    )
    no_kinds = models.JSONField(_("kinds not wanted"), default=list, blank=True)
    no_steps = models.JSONField(_("steps not wanted"), default=list, blank=True)

    class Meta:
        verbose_name = _("choice of letters")
        verbose_name_plural = _("choices of letters")
        default_permissions = ()

    def __str__(self):
        return f"{self.user}: {self.no_kinds} {self.no_steps}"

    def refuses(self, kind: str, task_id: int | None = None) -> bool:
        """Whether no letter of this kind is wanted; of waiting stories, none from this step."""
        return kind in self.no_kinds or (kind == NoticeKind.WAITING and task_id in self.no_steps)
