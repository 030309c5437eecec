"""What the newsroom notes about a page: when it is due, when it may go out at the earliest, who is working on it.

Plain tables beside the page: what stands here holds for every version, and noting it makes no new one.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState


class DeskCard(models.Model):
    """A page's card at the desk. A page without a card has no dates yet."""

    page = models.OneToOneField(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="desk_card")
    due_on = models.DateField(
        _("due on"), null=True, blank=True, help_text=_("The day the story must be ready. It publishes nothing.")
    )
    embargo_until = models.DateTimeField(
        _("not before"),
        null=True,
        blank=True,
        help_text=_("The embargo you agreed to. The calendar warns when the story is scheduled earlier."),
    )
    note = models.TextField(_("note"), blank=True, max_length=500, help_text=_("For colleagues; readers never see it."))
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        verbose_name = _("desk card")
        verbose_name_plural = _("desk cards")
        default_permissions = ()
        indexes = [models.Index(fields=["due_on"], name="desk_cards_by_day")]

    def __str__(self):
        return f"{self.page_id}: {self.due_on or '–'}"


class Claim(models.Model):
    """One person has taken one step of one page's workflow. The step can have one claim; giving it back deletes it."""

    task_state = models.OneToOneField(
        TaskState, verbose_name=_("step"), on_delete=models.CASCADE, related_name="desk_claim"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("taken by"), on_delete=models.CASCADE, related_name="desk_claims"
    )
    claimed_at = models.DateTimeField(_("taken at"), default=timezone.now)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        default_permissions = ()

    def __str__(self):
        return f"{self.task_state_id}: {self.user}"
