"""What live features name besides the pages they link to. Written by machines only."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
