"""The front page."""

from django.db import models
from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page

from editorial.listings.front import front
from editorial.models.base import BasePage
from editorial.models.features import FeaturePage
from editorial.panels import stories as panels
from editorial.querysets import has_hidden_ancestor, is_mirrored, is_restricted


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
        """Find the page of an address in one query, and the page itself in a second, however deep it stands.

        Wagtail's own route asks twice for each level. Raises Http404 for an address no reader may open: unknown, not
        live, or under a page that is not live. A private page is found; Wagtail asks for its password afterwards.
        """
        if not path_components:
            return super().route(request, path_components)
        leaf = page_at(self, path_components)
        page_class = leaf.specific_class if leaf else None
        if page_class is None:
            raise Http404
        page = page_class.objects.select_related(*page_class.page_relations).get(pk=leaf.pk)
        page.is_known_public = leaf.is_known_public
        return page.route(request, [])

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | front(self, localdate())


def page_at(home: HomePage, slugs: list[str]) -> Page | None:
    """The live page at these slugs under the front page, with `is_known_public`; None where a reader finds none."""
    address = f"{home.url_path}{'/'.join(slugs)}/"
    # The slug is indexed, the address is not.
    candidates = Page.objects.live().filter(slug=slugs[-1], url_path=address).exclude(has_hidden_ancestor())
    return candidates.annotate(is_known_public=~(is_restricted() | is_mirrored())).first()


class HomeStory(Orderable):
    """A story chosen for the row under the lead."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="stories")
    feature = models.ForeignKey(FeaturePage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("story")
