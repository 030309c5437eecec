"""The magazine's words: topics stories are filed under, and terms it explains."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Topic(index.Indexed, models.Model):
    """A heading stories are filed under, with a page of its own."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    introduction = models.TextField(_("introduction"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_order", "title"]

    def __str__(self):
        return self.title


class Term(index.Indexed, models.Model):
    """A word the magazine explains: Gel, Trusstic, Solyte."""

    title = models.CharField(_("term"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    aliases = models.TextField(
        _("also written"), blank=True, help_text=_("Other spellings and plurals, one on each line.")
    )
    definition = models.TextField(_("definition"), max_length=600, help_text=_("One to three sentences."))
    brand = models.ForeignKey(
        "editorial.BrandPage",
        verbose_name=_("brand"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="terms",
        help_text=_("For a technology that belongs to one brand."),
    )

    search_fields = [
        index.SearchField("title", boost=3),
        index.AutocompleteField("title"),
        index.SearchField("aliases"),
        index.SearchField("definition"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["title"]

    def __str__(self):
        return self.title

    @property
    def anchor(self) -> str:
        """The term's anchor in the glossary."""
        return f"term-{self.slug}"

    @property
    def alias_list(self) -> list[str]:
        """Other spellings, one per item."""
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]
