"""What the nightly pass over the archive objected to in live pages, and when it went round."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import Severity

# Rules about links that lead a reader nowhere.
DEAD_LINK_RULES = ("link_dead", "link_hidden", "link_closed", "anchor_dead")


class FindingQuerySet(models.QuerySet):
    """Findings as reports and dashboards ask for them."""

    def errors(self):
        """Those that would stop the page from being published again."""
        return self.filter(severity=Severity.ERROR)

    def warnings(self):
        """Those worth a look."""
        return self.filter(severity=Severity.WARNING)

    def dead_links(self):
        """Links and anchors in live pages that lead readers nowhere."""
        return self.filter(rule__in=DEAD_LINK_RULES)

    def by_rules(self, *rules: str):
        """Those of the named rules."""
        return self.filter(rule__in=rules)

    def for_page(self, page):
        """Those of one page, in the order of its form."""
        return self.filter(page=page.pk).order_by("place")

    def worst_first(self):
        """Errors before warnings, those that stand longest first; pages joined, with the shoe of a colourway."""
        rank = models.Case(models.When(severity=Severity.ERROR, then=0), default=1, output_field=models.IntegerField())
        named = self.annotate(shoe=models.F("page__productpage__silhouette__title"))
        return named.select_related("page__content_type").order_by(rank, "first_found_at", "page", "place")


class Finding(models.Model):
    """One objection of a rule to a live page. Written by machines only.

    `key` is the rule, field and block it is about, numbered where there are several: it is how the next night knows
    the finding again. `field` and `block_id` say where; `place` is its order on the page. `found_at` is when the words
    were last written, `first_found_at` when it was first noticed.
    """

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="findings")
    key = models.CharField(max_length=200)
    rule = models.CharField(_("rule"), max_length=40)
    severity = models.CharField(_("severity"), max_length=8, choices=Severity)
    message = models.TextField(_("what"))
    mend = models.TextField(_("how to mend it"), blank=True)
    field = models.CharField(_("field"), max_length=60, blank=True)
    block_id = models.CharField(_("block"), max_length=60, blank=True)
    place = models.PositiveIntegerField(default=0)
    first_found_at = models.DateTimeField(_("first found"))
    found_at = models.DateTimeField(_("found"))

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="one_finding_per_place")]
        indexes = [models.Index(fields=["rule", "severity"], name="findings_by_rule")]

    def __str__(self):
        return f"{self.message} {self.mend}".strip()

    @property
    def page_name(self) -> str:
        """The page's title; a colourway's says little without the shoe's, which `worst_first` fetches."""
        return f"{getattr(self, 'shoe', None) or ''} {self.page.title}".strip()


class ArchivePass(models.Model):
    """One round over the archive that came to its end, and what it met. Written by machines only."""

    finished_at = models.DateTimeField(_("finished"))
    pages = models.PositiveIntegerField(_("pages"))
    errors = models.PositiveIntegerField(_("errors"))
    warnings = models.PositiveIntegerField(_("warnings"))

    class Meta:
        verbose_name = _("round over the archive")
        default_permissions = ()
        get_latest_by = "finished_at"

    def __str__(self):
        return f"{self.finished_at:%Y-%m-%d %H:%M}: {self.pages}"
