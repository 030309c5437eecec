"""The front page."""

from django.db import models
from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.url_routing import RouteResult

from editorial.listings.front import front
from editorial.models.base import BasePage
from editorial.models.features import FeaturePage
from editorial.panels import stories as panels
from editorial.routing import page_at


class HomePage(BasePage):
    """The front page, at /. What editors leave empty is filled with the newest."""

    tagline = models.CharField(
        _("tagline"), max_length=120, blank=True, default="Sneakers, their makers and where to find them"
    )
    lead_feature = models.ForeignKey(
        FeaturePage,
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty, the newest story leads."),
    )

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "editorial.FeatureIndexPage",
        "editorial.CollaborationIndexPage",
        "editorial.PersonIndexPage",
        "editorial.PartnerIndexPage",
        "editorial.BrandPage",
        "editorial.StandardPage",
    ]

    content_panels = panels.HOME_CONTENT

    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("front page")

    def route(self, request, path_components):
        """Find the page of an address in one query.

        Raises Http404 for an address no reader may open: unknown, not live, or under a page that is not live. A
        private page is found; Wagtail asks for its password afterwards.
        """
        page = page_at(self, path_components)
        if page is None:
            raise Http404
        return RouteResult(page)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | front(self, localdate())


class HomeStory(Orderable):
    """A story chosen for the row under the lead."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="stories")
    feature = models.ForeignKey(FeaturePage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("story")
