"""Silhouettes: the models that brands make, and how one follows another."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from editorial.listings.silhouettes import silhouette
from editorial.models.base import PICTURES, BasePage
from editorial.models.brands import BrandPage
from editorial.panels import catalogue as panels
from editorial.querysets import EditorialPageQuerySet, count_of
from editorial.richtext import PROSE


class SilhouetteQuerySet(EditorialPageQuerySet):
    """Silhouettes as cards need their brand."""

    card_relations = ("lead_image", "lead_image__replacement", "brand")

    def counted(self):
        """With `colourways`, the number of products readers may see."""
        products = SilhouettePage.products.rel.related_model.objects.shown()
        return self.annotate(colourways=count_of(products, silhouette=models.OuterRef("pk")))

    def in_editors_order(self):
        """As the brand's editors arranged them in the tree."""
        return self.order_by("path")


class SilhouettePage(BasePage):
    """A model of shoe, at /<brand>/<silhouette>/: facts, lineage, colourways."""

    brand = models.ForeignKey(
        BrandPage,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="silhouettes",
        help_text=_("Copied from the tree, so that cards and constraints need no walk up it."),
    )
    year = models.PositiveSmallIntegerField(_("first sold"), null=True, blank=True, help_text=_("The year."))
    returned = models.PositiveSmallIntegerField(
        _("returned"), null=True, blank=True, help_text=_("The year it was first re-released.")
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("predecessor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="successors",
        help_text=_("The silhouette this one followed."),
    )
    lead_feature = models.ForeignKey(
        "editorial.FeaturePage",
        verbose_name=_("lead feature"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The story that tells its history."),
    )
    introduction = RichTextField(_("introduction"), features=PROSE, blank=True)

    objects = PageManager.from_queryset(SilhouetteQuerySet)()

    template = "pages/silhouette_page.html"
    parent_page_types = ["editorial.BrandPage"]
    subpage_types = ["editorial.ProductPage"]

    content_panels = panels.SILHOUETTE_CONTENT
    exclude_fields_in_copy = ["brand"]
    page_relations = (*PICTURES, "brand")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("brand_name", boost=2),
        index.SearchField("introduction"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = _("silhouette")
        verbose_name_plural = _("silhouettes")

    def save(self, *args, **kwargs):
        # The tree is the truth; the column follows it, also when an old revision is published.
        self.follow_tree()
        super().save(*args, **kwargs)

    def follow_tree(self) -> None:
        if self.parent_in_tree():
            self.brand_id = owner_id(self, BrandPage)

    def clean(self):
        super().clean()
        if self.predecessor_id and self.is_own_ancestor():
            raise ValidationError(
                {"predecessor": _("A silhouette cannot come before itself, directly or through others.")}
            )

    def is_own_ancestor(self) -> bool:
        """Whether following predecessors from here comes back to this silhouette."""
        seen = {self.pk}
        current = self.predecessor_id
        while current:
            if current in seen:
                return True
            seen.add(current)
            current = SilhouettePage.objects.filter(pk=current).values_list("predecessor_id", flat=True).first()
        return False

    @cached_property
    def trail(self):
        return [self.brand] if self.brand else []

    @property
    def brand_name(self) -> str:
        """The brand's name, or an empty string outside the tree."""
        return self.brand.title if self.brand else ""

    @property
    def full_name(self) -> str:
        """Brand and silhouette: 'ASICS Gel-Kayano 14'."""
        return f"{self.brand_name} {self.title}".strip()

    def get_admin_display_title(self):
        return f"{self.brand_name} {super().get_admin_display_title()}".strip()

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "texts": [self.introduction],
            **silhouette(self, request.GET.get("page")),
        }


def owner_id(page, page_class) -> int | None:
    """The id of the page's ancestor of that class, read from the tree; None where there is none."""
    return page_class.objects.filter(path__in=ancestor_paths(page)).values_list("pk", flat=True).first()


def ancestor_paths(page) -> list[str]:
    """The tree paths of a page's ancestors, nearest last; of its parent-to-be for a page still being created."""
    step = page.steplen
    end = page.path or f"{page.intended_parent.path}{'0' * step}"
    return [end[:at] for at in range(step, len(end), step)]


class SilhouetteDesigner(Orderable):
    """Who drew it, in the order they are named."""

    silhouette = ParentalKey(SilhouettePage, on_delete=models.CASCADE, related_name="designers")
    person = models.ForeignKey(
        "editorial.PersonPage", verbose_name=_("person"), on_delete=models.CASCADE, related_name="designed"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("designer")


class SilhouetteTechnology(Orderable):
    """What is in it, as glossary terms."""

    silhouette = ParentalKey(SilhouettePage, on_delete=models.CASCADE, related_name="technologies")
    term = models.ForeignKey(
        "editorial.Term", verbose_name=_("term"), on_delete=models.CASCADE, related_name="silhouettes"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("technology")


class SpecRow(Orderable):
    """One labelled row of the spec sheet: 'Weight, UK 8' / '357 g'."""

    silhouette = ParentalKey(SilhouettePage, on_delete=models.CASCADE, related_name="spec_rows")
    label = models.CharField(_("label"), max_length=60)
    value = models.CharField(_("value"), max_length=160)

    class Meta(Orderable.Meta):
        verbose_name = _("spec row")
