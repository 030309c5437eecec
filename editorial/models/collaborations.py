"""Collaborations: dated entries that bring partners, silhouettes and products together."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from editorial.listings.collaborations import Narrowing, collaboration, timeline
from editorial.listings.facts import Step
from editorial.models.base import BasePage, IndexPage
from editorial.models.partial_dates import PartialDateMixin, newest_first
from editorial.models.products import ProductPage
from editorial.models.silhouettes import SilhouettePage
from editorial.panels import catalogue as panels
from editorial.querysets import EditorialPageQuerySet, beyond
from editorial.richtext import PROSE

TIMELINE_ORDER = newest_first("-sequence", "title", "pk")


class CollaborationQuerySet(EditorialPageQuerySet):
    """Collaborations as a timeline."""

    card_recipes = ("tall",)

    def in_timeline(self):
        """Newest first, honest about precision; entries known by year alone follow the editors' sequence."""
        return self.order_by(*TIMELINE_ORDER)

    def earlier_than(self, entry):
        """What stands below the entry in the timeline, nearest first."""
        return self._beside(entry, backwards=False).in_timeline()

    def later_than(self, entry):
        """What stands above the entry in the timeline, nearest first."""
        return self._beside(entry, backwards=True).in_timeline().reverse()

    def _beside(self, entry, *, backwards):
        if not entry.year:
            return self.none()
        position = [
            ("year", True, entry.year),
            ("known_month", True, entry.month or 0),
            ("known_day", True, entry.day or 0),
            ("sequence", True, entry.sequence),
            ("title", False, entry.title),
            ("pk", False, entry.pk),
        ]
        dated = self.filter(year__isnull=False).annotate(known_month=Coalesce("month", 0), known_day=Coalesce("day", 0))
        return dated.filter(beyond(position, backwards=backwards))

    def of_brand(self, brand):
        """Those that worked on a silhouette of the brand."""
        return self.filter(
            pk__in=CollaborationSilhouette.objects.filter(silhouette__brand=brand).values("collaboration")
        )

    def of_silhouette(self, silhouette):
        """Those that worked on the silhouette."""
        return self.filter(pk__in=CollaborationSilhouette.objects.filter(silhouette=silhouette).values("collaboration"))

    def of_product(self, product):
        """Those the product came of."""
        return self.filter(pk__in=CollaborationProduct.objects.filter(product=product).values("collaboration"))

    def with_partner(self, page):
        """Those the partner or person took part in."""
        return self.filter(pk__in=CollaborationPartner.objects.filter(partner=page.pk).values("collaboration"))


class CollaborationIndexPage(IndexPage):
    """The whole timeline, at /collaborations/."""

    template = "pages/collaboration_index_page.html"
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.CollaborationPage"]

    class Meta:
        verbose_name = _("collaborations index")

    def get_context(self, request, *args, **kwargs):
        asked = {name: request.GET.get(name, "") for name in ("year", "partner", "silhouette")}
        found = timeline(Narrowing(**asked), request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | found | {"clear": found["narrowing"] and self.url}


class CollaborationPage(PartialDateMixin, BasePage):
    """One collaboration, at /collaborations/<slug>/."""

    sequence = models.PositiveSmallIntegerField(
        _("place within its year"),
        default=0,
        help_text=_("Only for entries without a month: 1 came first in its year."),
    )
    subject_line = models.CharField(
        _("what was made"), max_length=160, blank=True, help_text=_("A few words: 'Gel-Kayano 14, Fern Green'.")
    )
    story = RichTextField(_("story"), features=PROSE, blank=True)

    objects = PageManager.from_queryset(CollaborationQuerySet)()

    template = "pages/collaboration_page.html"
    parent_page_types = ["editorial.CollaborationIndexPage"]
    subpage_types: list[str] = []

    content_panels = panels.COLLABORATION_CONTENT

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("subject_line"),
        index.SearchField("story"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = _("collaboration")
        verbose_name_plural = _("collaborations")

    def clean(self):
        super().clean()
        # A draft may lack its date (the gate asks for the year); parts that contradict each other are refused at once.
        if self.year:
            self.clean_date()
        elif self.month or self.day:
            raise ValidationError({"year": _("Give at least the year.")})

    @cached_property
    def trail(self):
        index = self.get_parent()
        year = [Step(str(self.year), f"{index.url}?year={self.year}")] if self.year else []
        return [index, *year]

    @property
    def date_text(self) -> str:
        """The date as printed, as precise as it is known; empty while unknown."""
        return self.date.text if self.date else ""

    @property
    def date_iso(self) -> str:
        """The date for HTML's `datetime` attribute."""
        return self.date.iso if self.date else ""

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | collaboration(self) | {"texts": [self.story]}


class CollaborationPartner(Orderable):
    """A house or a person that took part, in the order of the name."""

    collaboration = ParentalKey(CollaborationPage, on_delete=models.CASCADE, related_name="partners")
    partner = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("partner or person"),
        on_delete=models.CASCADE,
        related_name="partner_in",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("partner")


class CollaborationSilhouette(Orderable):
    """A silhouette that was worked on."""

    collaboration = ParentalKey(CollaborationPage, on_delete=models.CASCADE, related_name="silhouettes")
    silhouette = models.ForeignKey(
        SilhouettePage, verbose_name=_("silhouette"), on_delete=models.CASCADE, related_name="collaboration_links"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("silhouette")


class CollaborationProduct(Orderable):
    """A product that came of it."""

    collaboration = ParentalKey(CollaborationPage, on_delete=models.CASCADE, related_name="products")
    product = models.ForeignKey(
        ProductPage, verbose_name=_("product"), on_delete=models.CASCADE, related_name="collaboration_links"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("product")
