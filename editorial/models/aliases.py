"""Other names of catalogue pages, so that a story may write 'Kayano 14' and mean the Gel-Kayano 14."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class NameAlias(Orderable):
    """Another way of writing a page's name. Terms keep theirs in a field of their own.

    It belongs to the page's versions, as all that editors write: it counts once that version is published.
    """

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="name_aliases")
    name = models.CharField(
        _("name"), max_length=120, help_text=_("A name as stories write it: 'Kayano 14', 'Onitsuka', 'GK14'.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self):
        return self.name
