"""Brands: the first level of the catalogue."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from editorial.listings.brands import brand
from editorial.listings.facts import Step
from editorial.models.base import BasePage
from editorial.panels import catalogue as panels
from editorial.querysets import EditorialPageQuerySet, count_of
from editorial.richtext import PROSE


class BrandQuerySet(EditorialPageQuerySet):
    """Brands as the index needs them."""

    def counted(self):
        """With `count`, the number of silhouettes readers may see."""
        silhouettes = BrandPage.silhouettes.rel.related_model.objects.shown()
        return self.annotate(count=count_of(silhouettes, brand=models.OuterRef("pk")))


class BrandPage(BasePage):
    """A brand, at /<brand>/, with its silhouettes beneath it."""

    founded = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True, help_text=_("The year."))
    home_country = models.CharField(_("home"), max_length=80, blank=True, help_text=_("Town and country."))
    introduction = RichTextField(_("introduction"), features=PROSE, blank=True)

    objects = PageManager.from_queryset(BrandQuerySet)()

    template = "pages/brand_page.html"
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.SilhouettePage"]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    content_panels = panels.BRAND_CONTENT

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")

    @cached_property
    def trail(self):
        return [Step(gettext("Brands"), "/#brands")]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "texts": [self.introduction],
            **brand(self, request.GET.get("page")),
        }
