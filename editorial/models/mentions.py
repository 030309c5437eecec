"""What live features name besides what they link to, written by machines only; names that editors set aside."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.mentions.unknown import compared


class TermMention(models.Model):
    """A live feature ties a word to a glossary term; `anchor` is the section that does so first."""

    feature = models.ForeignKey("editorial.FeaturePage", on_delete=models.CASCADE, related_name="term_mentions")
    term = models.ForeignKey("editorial.Term", on_delete=models.CASCADE, related_name="mentioned_in")
    anchor = models.CharField(max_length=80, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mention of a term")
        constraints = [models.UniqueConstraint(fields=["feature", "term"], name="one_mention_per_term")]

    def __str__(self):
        return f"{self.feature_id} → {self.term_id}"


class UnlinkedMention(models.Model):
    """A live feature writes the name of a page or a term and links to it nowhere.

    `text` is the name as first written, `times` how often, `block_id` the block of the body that has it first, `anchor`
    that block's section, `position` the order in the story.
    """

    feature = models.ForeignKey("editorial.FeaturePage", on_delete=models.CASCADE, related_name="unlinked_mentions")
    subject = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="unlinked_in")
    term = models.ForeignKey("editorial.Term", null=True, on_delete=models.CASCADE, related_name="unlinked_in")
    text = models.CharField(max_length=255)
    times = models.PositiveIntegerField(default=1)
    anchor = models.CharField(max_length=80, blank=True)
    block_id = models.CharField(max_length=36, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("unlinked mention")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(subject__isnull=True) ^ models.Q(term__isnull=True),
                name="unlinked_page_or_term",
            ),
            models.UniqueConstraint(fields=["feature", "subject"], name="one_unlinked_per_page"),
            models.UniqueConstraint(fields=["feature", "term"], name="one_unlinked_per_term"),
        ]

    def __str__(self):
        return f"{self.feature_id}: {self.text}"


LONGEST_NAME = 255


def key_of(name: str) -> str:
    """The name as it is compared, as much of it as is kept: some signs are words once they are folded."""
    return compared(name)[:LONGEST_NAME]


class SetAsideName(models.Model):
    """A name that stories use and that shall not become an entry: the desk stops offering it, until this is deleted.

    `key` is the name as it is compared, without accents, capitals, marks and an article before it.
    """

    name = models.CharField(_("name"), max_length=LONGEST_NAME, help_text=_("As stories write it."))
    key = models.CharField(max_length=LONGEST_NAME, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("name not for the catalogue")
        verbose_name_plural = _("names not for the catalogue")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def clean(self):
        """Every name once, however it is written, and none without a letter or figure."""
        super().clean()
        key = key_of(self.name)
        if self.name and not key:
            raise ValidationError({"name": gettext("This has neither letters nor figures.")})
        if SetAsideName.objects.filter(key=key).exclude(pk=self.pk).exists():
            raise ValidationError({"name": gettext("This name is on the list already.")})

    def save(self, *args, **kwargs):
        self.key = key_of(self.name)
        super().save(*args, **kwargs)
